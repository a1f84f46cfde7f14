import { settle, testKit, type TestKit } from '../../tests/fixtures/kit'
import { sdkError } from '../../tests/fixtures/fake-sdk'
import { watchPresence } from './watch-presence'

let phone: TestKit

beforeEach(async () => {
  jest.useFakeTimers()
  phone = testKit()
  await settle()
})

afterEach(() => {
  phone.release()
  jest.useRealTimers()
})

async function pause(): Promise<void> {
  await jest.advanceTimersByTimeAsync(300)
  await settle()
}
const presence = () => phone.kit.store.get().presence
const allow = (allowed = true): void =>
  phone.kit.store.set(({ abilities }) => ({ abilities: { ...abilities, presence: allowed } }))

test('those who are seen are subscribed to, and their state is asked for once', async () => {
  allow()
  phone.sdk.presence.online.add('bob')
  const watch = watchPresence(phone.kit)
  watch.see(['bob', 'carol'])
  await pause()
  watch.see(['bob', 'carol'])
  await pause()
  expect(presence()).toEqual({ bob: true, carol: false })
  expect(phone.sdk.calls('subscribeUserStatus')).toEqual([[{ userIDList: ['bob', 'carol'] }]])
  expect(phone.sdk.calls('getUserStatus')).toHaveLength(1)
  watch.stop()
})

test('changes are told', () => {
  allow()
  phone.sdk.emit('USER_STATUS_UPDATED', [{ userID: 'bob', statusType: 1 }, { userID: 7 }, null])
  expect(presence()).toEqual({ bob: true })
})

test('those who leave the screen are left alone, and what was known of them is forgotten', async () => {
  allow()
  const watch = watchPresence(phone.kit)
  watch.see(['bob', 'carol'])
  await pause()
  watch.see(['carol', 'dave'])
  await pause()
  expect(phone.sdk.calls('unsubscribeUserStatus')).toEqual([[{ userIDList: ['bob'] }]])
  expect([...phone.sdk.presence.subscribed]).toEqual(['carol', 'dave'])
  expect(Object.keys(presence())).toEqual(['carol', 'dave'])
  watch.stop()
  await settle()
  expect([...phone.sdk.presence.subscribed]).toEqual([])
})

test('somebody who scrolls past is not asked about', async () => {
  allow()
  const watch = watchPresence(phone.kit)
  for (let at = 0; at < 50; at++) watch.see([`user${at}`])
  await pause()
  expect(phone.sdk.calls('subscribeUserStatus')).toEqual([[{ userIDList: ['user49'] }]])
  watch.stop()
})

test('two lists look at the same person: who leaves one stays for the other', async () => {
  allow()
  const [one, other] = [watchPresence(phone.kit), watchPresence(phone.kit)]
  one.see(['bob'])
  other.see(['bob', 'carol'])
  await pause()
  one.stop()
  await settle()
  expect([...phone.sdk.presence.subscribed]).toEqual(['bob', 'carol'])
  other.stop()
  await settle()
  expect(phone.sdk.presence.subscribed.size).toBe(0)
})

test('at most a hundred', async () => {
  allow()
  const watch = watchPresence(phone.kit)
  watch.see(Array.from({ length: 250 }, (_, at) => `user${at}`))
  await pause()
  expect(phone.sdk.presence.subscribed.size).toBe(100)
  watch.stop()
})

test('a plan without it is asked nothing', async () => {
  allow(false)
  const watch = watchPresence(phone.kit)
  watch.see(['bob'])
  expect(jest.getTimerCount()).toBe(1) // the kit's clock
  await pause()
  watch.stop()
  expect(phone.sdk.calls('subscribeUserStatus')).toEqual([])
  expect(phone.sdk.calls('unsubscribeUserStatus')).toEqual([])
})

test('a failure is told to the host only, and is no end', async () => {
  allow()
  phone.sdk.rejectNext('subscribeUserStatus', sdkError(60020))
  const watch = watchPresence(phone.kit)
  watch.see(['bob'])
  await pause()
  expect(phone.errors).toEqual([expect.objectContaining({ code: 60020, op: 'subscribeUserStatus' })])
  expect(phone.kit.store.get().notice).toBeUndefined()
  watch.see(['bob', 'carol'])
  await pause()
  expect([...phone.sdk.presence.subscribed]).toEqual(['bob', 'carol'])
  watch.stop()
})

test('after a new login all are subscribed again', async () => {
  allow()
  const watch = watchPresence(phone.kit)
  watch.see(['bob'])
  await pause()
  phone.sdk.emit('SDK_NOT_READY', undefined)
  phone.sdk.becomeReady()
  allow()
  watch.see(['bob'])
  await pause()
  expect(phone.sdk.calls('subscribeUserStatus')).toHaveLength(2)
  watch.stop()
})
