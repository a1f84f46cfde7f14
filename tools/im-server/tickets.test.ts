import fc from 'fast-check'
import { MemoryStorage } from './memory-storage'
import { Tickets } from './tickets'

const FAR = 4e9
const tickets = (key = 'key', storage = new MemoryStorage()): Tickets => new Tickets(storage, key)

test('a ticket names its user, to the server with the same key only', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (userID) => {
      const ticket = tickets().issue(userID, FAR)
      expect(tickets().verify(ticket)).toMatchObject({ userID, expiresAt: FAR })
      expect(tickets('other key').read(ticket)).toBeUndefined()
    }),
  )
})

test('a ticket cannot be changed', () => {
  const genuine = tickets().issue('alice', 1)
  const [, issuedAt = '', expiresAt = '', mac = ''] = genuine.split('.')
  const bob = Buffer.from('bob').toString('base64url')
  const alice = Buffer.from('alice').toString('base64url')
  expect(tickets().read([alice, issuedAt, expiresAt, mac].join('.'))).toMatchObject({ userID: 'alice' })
  for (const forged of [
    [bob, issuedAt, expiresAt, mac],
    [alice, issuedAt, FAR, mac],
    [alice, Number(issuedAt) + 1, expiresAt, mac],
    [alice, mac],
    ['', '', '', ''],
    [''],
  ]) {
    expect(tickets().read(forged.join('.'))).toBeUndefined()
  }
})

test('a ticket ends with the UserSig that it comes from', () => {
  const now = Math.floor(Date.now() / 1000)
  expect(() => tickets().verify(tickets().issue('alice', now - 1))).toThrow('expired')
  expect(tickets().verify(tickets().issue('alice', now + 60)).userID).toBe('alice')
})

test('all tickets of a user can be ended, for those of the same storage; later ones are good', () => {
  const storage = new MemoryStorage()
  const old = ['alice', 'bob'].map((userID) => tickets('key', storage).issue(userID, FAR))
  tickets('key', storage).end('alice')
  tickets('key', storage).end('alice')
  const [ofAlice = '', ofBob = ''] = old
  expect(() => tickets('key', storage).verify(ofAlice)).toThrow('expired')
  expect(tickets('key', storage).verify(ofBob).userID).toBe('bob')
  expect(tickets('key', storage).verify(tickets('key', storage).issue('alice', FAR)).userID).toBe('alice')
})
