/** The object that a text carries as JSON; empty for everything else: peers write anything. */
export function jsonOf(data: string): Record<string, unknown> {
  if (!data.startsWith('{')) return {}
  try {
    const parsed: unknown = JSON.parse(data)
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
