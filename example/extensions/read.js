/** What peers send is not to be trusted: anything may stand in a custom message. */
export function read(content) {
  if (content.type !== 'custom' || content.data.length > 4096) return {}
  try {
    const json = JSON.parse(content.data)
    return json && typeof json === 'object' ? json : {}
  } catch {
    return {}
  }
}

export const line = (value, max) =>
  (typeof value === 'string' ? value : '').replace(/\s+/g, ' ').trim().slice(0, max)
