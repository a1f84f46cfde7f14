import { createFakeSound, type FakeSound } from '../tests/fixtures/fake-sound'
import type { Permissions } from './types'

let sound: FakeSound
let permissions: Permissions
const request = () => permissions.request('record')

beforeEach(() => {
  sound = createFakeSound()
  Object.assign(globalThis, { wx: sound.services })
  jest.isolateModules(() => ({ permissions } = jest.requireActual('./permission')))
})

test('the first time the user is asked, and afterwards not again', async () => {
  expect(await request()).toBe('new')
  expect(await request()).toBe('granted')
  expect(sound.permissions.asked).toBe(1)
})

test('a user who has agreed on another day is not asked', async () => {
  sound.permissions.decided['scope.record'] = true
  expect(await request()).toBe('granted')
  expect(sound.permissions.asked).toBe(0)
})

test('a user who says no is not asked again: only the settings help', async () => {
  sound.permissions.answer = false
  expect(await request()).toBe('declined')
  expect(await request()).toBe('refused')
  expect(sound.permissions.asked).toBe(1)
  expect(await permissions.openSettings('record', 'refused')).toBe(true)
  sound.permissions.decided['scope.record'] = true
  expect(await request()).toBe('granted')
  expect(sound.permissions.settings).toEqual(['mini program'])
})

test('WeChat itself may not use the microphone', async () => {
  sound.permissions.system = false
  expect(await request()).toBe('forbidden')
  await permissions.openSettings('record', 'forbidden')
  expect(sound.permissions.settings).toEqual(['phone'])
})

test.each([
  ['system permission denied', 'forbidden'],
  ['authorize:fail api scope is not declared in the privacy agreement', 'private'],
])('the phone says "%s": %s', async (errMsg, answer) => {
  sound.permissions.answer = errMsg
  expect(await request()).toBe(answer)
})

test('without the privacy agreement nothing is asked', async () => {
  sound.permissions.agreed = false
  expect(await request()).toBe('private')
  expect(sound.permissions.asked).toBe(0)
})

test('a base library that knows no privacy agreement has none', async () => {
  Object.assign(sound.services, { requirePrivacyAuthorize: undefined })
  expect(await request()).toBe('new')
})

test('what was taken back in the settings is noticed after a failure', async () => {
  await request()
  sound.permissions.decided['scope.record'] = false
  expect(await request()).toBe('granted')
  permissions.forget('record')
  expect(await request()).toBe('refused')
})
