import fc from 'fast-check'
import { issueTicket, tinyIdOf, userOfTicket } from './identity'

test('a ticket names its user, to the server with the same key only', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (userID) => {
      const ticket = issueTicket(userID, 'key')
      expect(userOfTicket(ticket, 'key')).toBe(userID)
      expect(userOfTicket(ticket, 'other key')).toBeUndefined()
    }),
  )
})

test('a ticket cannot be made for another user', () => {
  const [, mac = ''] = issueTicket('alice', 'key').split('.')
  expect(userOfTicket(`${Buffer.from('bob').toString('base64url')}.${mac}`, 'key')).toBeUndefined()
  expect(userOfTicket('', 'key')).toBeUndefined()
  expect(userOfTicket('..', 'key')).toBeUndefined()
})

test('the number of a user has 18 digits and never changes', () => {
  expect(tinyIdOf('alice')).toMatch(/^144115\d{12}$/)
  expect(tinyIdOf('alice')).toBe(tinyIdOf('alice'))
  expect(tinyIdOf('alice')).not.toBe(tinyIdOf('bob'))
})
