import { useCalls } from '../../core/calls/chosen'
import { callStarter } from '../../core/registry/calls'
import { toolsFor } from '../../core/registry/input-panel'
import { callMember, FakeEngine } from '../fixtures/fake-calls'
import { advance, mount, phone, settle, setHost, sound, type Mounted, type Node } from './harness'
import { ME, PEER, sdkMessage } from '../fixtures/builders'
import { chatPage, hostSdk, kitPage } from './page'

const EVENTS = ['beforecall', 'aftercall', 'incoming', 'begin', 'ended', 'minimised']
const PUSHER = { url: 'room://x', mode: 'RTC' }
const BOB = { id: 'bob_main', userID: 'bob', attributes: { src: 'room://bob', mode: 'RTC' } }

interface Methods {
  init(): void
  call(request: object): Promise<void>
  groupCall(request: object): Promise<void>
  accept(): Promise<void>
}

let engine: FakeEngine
let forget: () => void

beforeEach(() => {
  engine = new FakeEngine()
  forget = useCalls(engine)
})

afterEach(() => forget())

/** The kit of calls on a page of a host that has logged in. */
async function callPage(
  properties: Record<string, unknown> = {},
): Promise<{ calls: Mounted; methods: Methods }> {
  const sdk = hostSdk()
  setHost({ $chat_SDKAppID: 1400000000, $chat_userSig: 'sig' })
  sdk.users.add('bob')
  const calls = mount('components/TUICallKit', { properties, events: EVENTS })
  await settle()
  return { calls, methods: calls.instance<Methods>() }
}

const button = (calls: Mounted, label: string): Node => {
  const found = calls.all('view.button').find((node) => node.attr('aria-label') === label)
  if (!found) throw new Error(`No button ${label} in: ${calls.text}`)
  return found
}

async function press(calls: Mounted, label: string): Promise<void> {
  button(calls, label).tap()
  await settle()
}

const ring = (): string => sound.audio().src

describe('somebody calls', () => {
  test('it rings over the page with their name, until it is taken', async () => {
    const { calls } = await callPage()
    expect(calls.has('view.call')).toBe(false)
    engine.begin({})
    await settle()
    expect(calls.text).toContain('bob')
    expect(calls.text).toContain('Voice call')
    expect(ring()).toContain('incoming')
    expect(phone.vibrations).toBe(1)
    await advance(3200)
    expect(phone.vibrations).toBe(3)
    expect(phone.awake).toBe(true)

    await press(calls, 'Accept')
    expect(engine.asked).toContain('accept')
    engine.change({ phase: 'in-call', startedAt: Date.now() })
    await advance(65_000)
    expect(calls.find('view.time').text).toBe('01:05')
    expect(() => sound.audio()).toThrow('0 sounds')
    engine.end('hangup', 65)
    await settle()
    expect(calls.has('view.call')).toBe(false)
    expect(phone).toMatchObject({ awake: false, leaving: '' })
    expect(phone.toasts).toEqual(['Call ended'])
    expect(calls.events.ended).toEqual([
      expect.objectContaining({ callID: 'call', type: 1, callerID: 'bob', reason: 'hangup', seconds: 65 }),
    ])
  })

  test.each(['canceled', 'no-answer', 'other-device', 'error'] as const)(
    'it is silent when it is over: %s',
    async (reason) => {
      const { calls } = await callPage()
      engine.begin({})
      await settle()
      expect(ring()).toContain('incoming')
      engine.end(reason)
      await settle()
      expect(() => sound.audio()).toThrow('0 sounds')
      expect(calls.has('view.call')).toBe(false)
    },
  )

  test('it is silent when the page is closed in the middle, and the call ends', async () => {
    const { calls } = await callPage()
    engine.begin({})
    await settle()
    calls.detach()
    await settle()
    expect(engine.asked).toContain('destroy')
    expect(() => sound.audio()).toThrow('0 sounds')
    expect(callStarter()).toBeUndefined()
  })

  test('without the microphone it is not taken: it rings on, and the settings are offered', async () => {
    sound.permissions.decided['scope.record'] = false
    const { calls } = await callPage()
    engine.begin({})
    await settle()
    await press(calls, 'Accept')
    expect(engine.asked).not.toContain('accept')
    expect(phone.modals.map(({ content }) => content)).toEqual([
      'Calls need the microphone. Turn it on in the settings',
    ])
    phone.modals[0]?.answer(true)
    await settle()
    expect(sound.permissions.settings).toEqual(['mini program'])
    expect(ring()).toContain('incoming')
  })

  test('a sound of the host is heard instead of the own one', async () => {
    await callPage({ ringtone: '/sounds/ring.mp3' })
    engine.begin({})
    await settle()
    expect(ring()).toBe('/sounds/ring.mp3')
  })
})

describe('calling', () => {
  test('call() as hosts of the incumbent do; the host may refuse it', async () => {
    const { calls, methods } = await callPage()
    await methods.call({ userID: 'bob', type: 2 })
    await settle()
    expect(engine.targets).toEqual([{ userIDs: ['bob'], media: 'video' }])
    expect(calls.events.beforecall).toEqual([
      expect.objectContaining({ userIDList: ['bob'], type: 2, groupID: '' }),
    ])
    expect(calls.events.aftercall).toEqual([{ callID: 'call' }])
    expect(ring()).toContain('dialing')
    await press(calls, 'Cancel')
    expect(engine.asked).toContain('hangup')
    engine.end('canceled')
    await settle()

    calls.raw.addListener('beforecall', ({ detail }) => (detail as { cancel(): void }).cancel())
    await methods.call({ userID: 'bob', type: 1 })
    expect(engine.targets).toHaveLength(1)
  })

  test('nonsense calls nobody', async () => {
    const { calls, methods } = await callPage()
    await methods.call({ userID: 5, type: 'x' })
    await methods.call({})
    await settle()
    expect(engine.targets).toEqual([])
    expect(calls.events.aftercall).toHaveLength(2)
  })

  test('the developer tools cannot call, and say so', async () => {
    phone.platform = 'devtools'
    const { methods } = await callPage()
    await methods.call({ userID: 'bob' })
    await settle()
    expect(engine.targets).toEqual([])
    expect(phone.toasts).toEqual(['The developer tools cannot make calls. Use a phone'])
  })

  test('without a media package it says what is missing', async () => {
    engine.problem = 'no-media'
    const { methods } = await callPage()
    await methods.call({ userID: 'bob' })
    await settle()
    expect(phone.toasts).toEqual(['Calls need a media package'])
  })

  test('in a group the members are chosen first', async () => {
    const { calls, methods } = await callPage()
    await methods.groupCall({ groupID: 'g1', type: 1 })
    await settle()
    expect(engine.targets).toEqual([])
    calls.find('call-members').fire('choose', { userIDs: ['bob', 'carol'] })
    await settle()
    expect(engine.targets).toEqual([{ userIDs: ['bob', 'carol'], groupID: 'g1', media: 'audio' }])
    expect(calls.has('call-members')).toBe(false)
  })
})

test('of several pages one shows the call: that which it began on', async () => {
  const { calls: first } = await callPage()
  const second = mount('components/TUICallKit', { events: EVENTS })
  await settle()
  engine.begin({})
  await settle()
  expect([first.has('view.call'), second.has('view.call')]).toEqual([false, true])
  const third = mount('components/TUICallKit', { events: EVENTS })
  await settle()
  expect(third.has('view.call')).toBe(false)
  expect(ring()).toContain('incoming')
  second.detach()
  await settle()
  expect([first.has('view.call'), third.has('view.call')]).toEqual([false, true])
  expect(ring()).toContain('incoming')
  third.detach()
  first.detach()
  await settle()
  expect(() => sound.audio()).toThrow('0 sounds')
})

describe('in a call', () => {
  async function talking(media: 'audio' | 'video' = 'video'): Promise<Mounted> {
    const { calls, methods } = await callPage()
    await methods.call({ userID: 'bob', type: media === 'video' ? 2 : 1 })
    engine.show({ pusher: PUSHER, players: [BOB] })
    engine.change({ phase: 'in-call', startedAt: Date.now(), members: [callMember('bob', { video: true })] })
    await settle()
    return calls
  }

  test('pusher and player only hand on what happens', async () => {
    const calls = await talking()
    expect(engine.told).toEqual(expect.arrayContaining(['pusher  true', 'player bob_main true']))
    calls.find('live-pusher').fire('statechange', { code: 1018 })
    calls.find('live-player').fire('audiovolumenotify', { volume: 3 })
    expect(engine.told.slice(-2)).toEqual(['pusher statechange', 'player audiovolumenotify'])
  })

  test('the buttons do what they say, and are swapped back when that fails', async () => {
    const calls = await talking()
    await press(calls, 'Microphone on')
    await press(calls, 'Speaker on')
    await press(calls, 'Camera on')
    await press(calls, 'Flip')
    await press(calls, 'Voice only')
    expect(engine.asked.slice(-5)).toEqual([
      'microphone false',
      'speaker false',
      'camera false true',
      'camera false false',
      'media audio',
    ])
    engine.setMicrophone = () => Promise.reject(Object.assign(new Error('broken'), { code: -69 }))
    await press(calls, 'Microphone off')
    expect(button(calls, 'Microphone off')).toBeDefined()
  })

  test('small and large again, with the elements where they are', async () => {
    const calls = await talking()
    const before = calls.find('live-pusher').raw
    calls.all('view.tool')[0]?.tap()
    await settle()
    expect(calls.find('view.call').classes).toContain('mini')
    expect(calls.find('live-pusher').raw).toBe(before)
    calls.find('view.call').tap()
    await settle()
    expect(calls.find('view.call').classes).toContain('full')
    expect(calls.find('live-pusher').raw).toBe(before)
    expect(calls.events.minimised).toEqual([{ minimised: true }, { minimised: false }])
  })

  test('a tap on the small picture swaps the two', async () => {
    const calls = await talking()
    expect(calls.find('view.small').has('live-pusher')).toBe(true)
    calls.find('view.small').tap()
    await settle()
    expect(calls.find('view.large').has('live-pusher')).toBe(true)
  })

  test('what one of several did is said for a while', async () => {
    const { calls, methods } = await callPage()
    await methods.groupCall({ userIDList: ['bob', 'carol'], groupID: 'g1', type: 1 })
    engine.emit('notice', { kind: 'busy', userIDs: ['carol'] })
    await settle()
    expect(calls.find('view.said').text).toContain('carol')
    await advance(3000)
    expect(calls.find('view.said').text).not.toContain('carol')
  })
})

describe('from the chat', () => {
  test('the tools are there while something can call, and the root hands on', async () => {
    const sight = { conversationID: 'C2Cbob', type: 'C2C' } as const
    const has = (): boolean => toolsFor(sight).some(({ id }) => id === 'voice-call')
    expect(has()).toBe(false)
    const page = await kitPage()
    const root = page.kit.instance<{ call(r: object): void; handleCall(e: object): void }>()
    root.call({ userID: 'bob', type: 1 })
    expect(phone.toasts).toEqual(['Calls are not available'])
    mount('components/TUICallKit', { events: EVENTS })
    await settle()
    expect(has()).toBe(true)
    root.handleCall({ detail: { userID: 'bob', type: 2, conversationType: 'C2C' } })
    await settle()
    expect(engine.targets).toEqual([{ userIDs: ['bob'], media: 'video' }])
    engine.end('canceled')
  })

  test('a tap on the record of a call calls again, in the same way', async () => {
    const inner = {
      businessID: 'av_call',
      version: 4,
      call_type: 2,
      call_end: 5,
      data: { cmd: 'hangup', inviter: PEER },
    }
    const data = JSON.stringify({
      businessID: 1,
      actionType: 1,
      inviteeList: [ME],
      data: JSON.stringify(inner),
    })
    const page = await chatPage([
      sdkMessage({ type: 'TIMCustomElem', payload: { data, description: '', extension: '' } }),
    ])
    page.sdk.users.add(PEER)
    mount('components/TUICallKit', { events: EVENTS })
    await settle()
    page.messages().find('message-call').fire('open')
    await settle()
    expect(engine.targets).toEqual([{ userIDs: [PEER], media: 'video' }])
    engine.end('canceled')
  })

  test('it begins when the host hands over the SDK, however late', async () => {
    const calls = mount('components/TUICallKit', { events: EVENTS })
    await settle()
    expect(callStarter()).toBeUndefined()
    const page = await chatPage([])
    expect(callStarter()).toBeDefined()
    engine.begin({})
    await settle()
    expect(calls.has('view.call')).toBe(true)
    // A second init() of the host leaves the call alone.
    page.init()
    await settle()
    expect(calls.has('view.call')).toBe(true)
  })
})
