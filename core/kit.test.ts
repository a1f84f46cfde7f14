import { C2C, chatError, ME, sdkMessage } from '../tests/fixtures/builders'
import { createFakeSdk, type FakeSdk } from '../tests/fixtures/fake-sdk'
import { openChat } from './actions/open-chat'
import { acquireKit, releaseKit, type Kit } from './kit'

const options = (sdk: FakeSdk) => ({ instance: sdk.instance, namespace: sdk.namespace, language: 'en' })
const held: Kit[] = []
const acquire = (...args: Parameters<typeof acquireKit>): Kit => {
  const kit = acquireKit(...args)
  held.push(kit)
  return kit
}
afterEach(() => {
  for (const kit of held.splice(0)) releaseKit(kit)
})

describe('one kit per SDK instance', () => {
  test('is shared, and gone with the last component that uses it', () => {
    const sdk = createFakeSdk()
    const first = acquireKit(options(sdk))
    const second = acquireKit(options(sdk))
    expect(second).toBe(first)
    releaseKit(first)
    expect(sdk.handlerCount()).toBeGreaterThan(0)
    releaseKit(second)
    expect(sdk.handlerCount()).toBe(0)
  })

  test('subscribes once, however many components use it', () => {
    const sdk = createFakeSdk()
    acquire(options(sdk))
    const once = sdk.handlerCount()
    acquire(options(sdk))
    expect(sdk.handlerCount()).toBe(once)
  })

  test('is a new one after the last component is gone', () => {
    const sdk = createFakeSdk()
    const first = acquireKit(options(sdk))
    releaseKit(first)
    const second = acquire(options(sdk))
    expect(second).not.toBe(first)
    // One release too many of the old one does not take the new one away.
    releaseKit(first)
    expect(sdk.handlerCount()).toBeGreaterThan(0)
  })

  test('two of them do not silence or hear each other', async () => {
    const [a, b] = [createFakeSdk(), createFakeSdk({ userID: 'carol' })]
    const [kitA, kitB] = [acquireKit(options(a)), acquire(options(b))]
    await openChat(kitA, C2C)
    await openChat(kitB, C2C)
    b.emit('MESSAGE_RECEIVED', [sdkMessage()])
    expect(kitA.store.get().messages[C2C]?.newer).toHaveLength(0)
    expect(kitB.store.get().messages[C2C]?.newer).toHaveLength(1)
    releaseKit(kitA)
    b.emit('SDK_NOT_READY', undefined)
    expect(kitB.store.get().session.phase).toBe('waiting')
  })

  test('leaves no timer behind', () => {
    jest.useFakeTimers()
    const kit = acquireKit(options(createFakeSdk()))
    expect(jest.getTimerCount()).toBe(1)
    releaseKit(kit)
    expect(jest.getTimerCount()).toBe(0)
    jest.useRealTimers()
  })
})

describe('session', () => {
  test('an SDK that is ready already is ready at once', () => {
    expect(acquire(options(createFakeSdk())).store.get().session).toMatchObject({
      phase: 'ready',
      userID: ME,
    })
  })

  test('before the login the kit waits, as the user the host named', () => {
    const sdk = createFakeSdk({ userID: '', ready: false })
    const kit = acquire({ ...options(sdk), userID: 'dave' })
    expect(kit.store.get().session).toMatchObject({ phase: 'waiting', userID: 'dave' })
    sdk.becomeReady(ME)
    expect(kit.store.get().session).toMatchObject({ phase: 'ready', userID: ME })
  })
})

test('the clock moves on once a minute', () => {
  jest.useFakeTimers()
  const { store } = acquireKit(options(createFakeSdk()))
  const before = store.get().clock
  jest.advanceTimersByTime(59_999)
  expect(store.get().clock).toBe(before)
  jest.advanceTimersByTime(1)
  expect(store.get().clock).toBe(before + 60_000)
  jest.useRealTimers()
})

describe('settings', () => {
  test('the language is the nearest to the phone, and can be switched', () => {
    const kit = acquire(options(createFakeSdk()))
    expect(kit.t()('common.back')).toBe('Back')
    kit.setLocale('zh-CN')
    expect(kit.t()('common.back')).toBe('返回')
    expect(kit.store.get().settings.locale).toBe('zh-CN')
  })

  test('setting what is set tells nobody', () => {
    const kit = acquire(options(createFakeSdk()))
    const heard = jest.fn()
    kit.store.subscribe(heard)
    kit.setLocale('en')
    expect(heard).not.toHaveBeenCalled()
  })
})

describe('failures', () => {
  test('are shown and told to the host', () => {
    const kit = acquire(options(createFakeSdk()))
    const heard = jest.fn()
    const error = chatError()
    kit.onError(heard)
    kit.report(error)
    expect(kit.store.get().notice?.error).toBe(error)
    expect(heard.mock.calls).toEqual([[error]])
  })

  test('are told without a notice when their row shows them, and once only', () => {
    const kit = acquire(options(createFakeSdk()))
    const heard = jest.fn()
    const error = chatError()
    kit.onError(heard)
    kit.reportQuietly(error)
    kit.reportQuietly(error)
    expect(kit.store.get().notice).toBeUndefined()
    expect(heard).toHaveBeenCalledTimes(1)
  })

  test('are told to nobody who does not want to hear any more', () => {
    const kit = acquire(options(createFakeSdk()))
    const heard = jest.fn()
    const stop = kit.onError(heard)
    stop()
    kit.report(chatError())
    expect(heard).not.toHaveBeenCalled()
  })
})
