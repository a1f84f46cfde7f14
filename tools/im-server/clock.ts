/** Now, in whole seconds since 1970: the unit of nearly all times on the wire. */
export const nowInSeconds = (): number => Math.floor(Date.now() / 1000)
