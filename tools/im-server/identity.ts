import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/**
 * The number that begins the ID of every message of a user. It is derived from the user ID, so that it is the
 * same after a restart and needs no storage.
 */
export function tinyIdOf(userID: string): string {
  const digits = createHash('sha256').update(userID).digest().readUIntBE(0, 6) % 1e12
  return `144115${String(digits).padStart(12, '0')}`
}

function ticketMac(userID: string, secretKey: string): Buffer {
  return createHmac('sha256', secretKey).update(`a2:${userID}`).digest()
}

/** The ticket (`A2Key`) that the SDK shows with each request after login. It stays valid over a restart. */
export function issueTicket(userID: string, secretKey: string): string {
  return `${Buffer.from(userID).toString('base64url')}.${ticketMac(userID, secretKey).toString('base64url')}`
}

/** The user that a ticket was issued to, or `undefined` if this server never issued it. */
export function userOfTicket(ticket: string, secretKey: string): string | undefined {
  const [name = '', mac = ''] = ticket.split('.')
  const userID = Buffer.from(name, 'base64url').toString('utf8')
  const given = Buffer.from(mac, 'base64url')
  const genuine = ticketMac(userID, secretKey)
  return given.length === genuine.length && timingSafeEqual(given, genuine) ? userID : undefined
}
