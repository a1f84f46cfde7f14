import { tinyIdOf } from './identity'

test('the number of a user has 18 digits and never changes', () => {
  expect(tinyIdOf('alice')).toMatch(/^144115\d{12}$/)
  expect(tinyIdOf('alice')).toBe(tinyIdOf('alice'))
  expect(tinyIdOf('alice')).not.toBe(tinyIdOf('bob'))
})
