import { createHash } from 'node:crypto'

/**
 * The number that begins the ID of every message of a user. It is derived from the user ID, so that it is the
 * same after a restart and needs no storage.
 */
export function tinyIdOf(userID: string): string {
  const digits = createHash('sha256').update(userID).digest().readUIntBE(0, 6) % 1e12
  return `144115${String(digits).padStart(12, '0')}`
}
