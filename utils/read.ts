// Readers for what comes from peers: every field may be missing or of another type.

export const text = (value: unknown): string => (typeof value === 'string' ? value : '')

export const number = (value: unknown): number =>
  typeof value === 'number' && Number.isFinite(value) ? value : 0

/** A count, size or duration: never negative. */
export const amount = (value: unknown): number => Math.max(0, number(value))

export const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}

/** At most `max` items: nobody reads on, and a peer may send any number. */
export const list = (value: unknown, max: number): unknown[] =>
  Array.isArray(value) ? value.slice(0, max) : []

/** Media of the network, of the phone's own temporary files, and of the preview. */
const MEDIA = /^(https?|wxfile|blob):\/?\/?/i

/** An address that images and players may load; empty for any other. */
export function mediaUrl(value: unknown): string {
  const url = text(value)
  return MEDIA.test(url) ? url : ''
}
