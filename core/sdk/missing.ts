/** The SDK's own code for a call whose module it was built without. */
const NO_MODULE = 2998

/** For calls that a smaller build of the SDK has not: their absence is an error like any other. */
export const missing = (name: string): Error & { code: number } =>
  Object.assign(new Error(`The SDK has no ${name}`), { code: NO_MODULE })
