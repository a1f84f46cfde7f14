import { C2C, GROUP, ME, PEER, sdkConversation, sdkMessage } from '../../tests/fixtures/builders'
import { sdkError } from '../../tests/fixtures/fake-sdk'
import { testKit, textsOf, type TestKit } from '../../tests/fixtures/kit'
import type { Message } from '../store/types'
import { forward, forwardSelection } from './forward'
import { loadHistory, openHistory } from './history'
import { openChat } from './open-chat'
import { endSelection, MOST_SELECTED, startSelection, toggleSelected } from './select'
import { canStepBack, closeAll, stepBack } from './step-back'

const CAROL = 'C2Ccarol'

let chat: TestKit
beforeEach(async () => {
  chat = testKit()
  chat.sdk.conversations.push(sdkConversation())
  chat.sdk
    .historyOf(C2C)
    .push(
      sdkMessage({ payload: { text: 'one' }, nick: 'Bob' }),
      sdkMessage({ from: ME, to: PEER, payload: { text: 'two' }, nick: 'Alice' }),
      sdkMessage({ payload: { text: 'three' }, nick: 'Bob', cloudCustomData: '{"messageReply":{}}' }),
      sdkMessage({ type: 'TIMGroupTipElem', payload: { operationType: 1 } }),
    )
  await openChat(chat.kit, C2C)
})
afterEach(() => chat.release())

const state = () => chat.kit.store.get()
const ids = (...places: number[]): string[] => places.map((place) => chat.messages()[place]?.id ?? '')
const go = (targets: string[], { merged = false, words = '', places = [0, 1, 2] } = {}) =>
  forward(chat.kit, { conversationID: C2C, ids: ids(...places), merged }, targets, words)
/** What went out, by conversation. */
const out = (): string[] =>
  chat.sdk.calls('sendMessage').map(([message]) => {
    const { conversationID, type, payload } = message as {
      conversationID: string
      type: string
      payload: { text?: string }
    }
    return `${conversationID} ${payload.text ?? type}`
  })

describe('forwarding', () => {
  test('one by one, in the order of the chat, to each of several chats, words last', async () => {
    expect(await go([CAROL, GROUP], { words: ' look ' })).toEqual({ ok: true, value: undefined })
    expect(out()).toEqual(
      [CAROL, GROUP].flatMap((target) => ['one', 'two', 'three', 'look'].map((text) => `${target} ${text}`)),
    )
  })

  test('what a message answered to does not go along', async () => {
    await go([CAROL], { places: [2] })
    const [[sent] = []] = chat.sdk.calls('sendMessage')
    expect(sent).toMatchObject({ cloudCustomData: '{}' })
  })

  test('a chat that is open shows what comes in at once, in its place', async () => {
    const held = chat.sdk.hold('sendMessage')
    const done = go([C2C], { places: [0] })
    await new Promise((resolve) => setImmediate(resolve))
    expect(chat.messages().slice(-1)[0]).toMatchObject({ own: true, status: 'sending' })
    held.pass()
    await done
    expect(textsOf(chat.messages().slice(-1))).toEqual(['one'])
  })

  test('merged: one card with a title, its first lines, and all messages', async () => {
    await go([CAROL], { merged: true })
    const [[sent] = []] = chat.sdk.calls('sendMessage')
    expect(sent).toMatchObject({
      conversationID: CAROL,
      type: 'TIMRelayElem',
      payload: {
        title: 'Chat history of Bob and Alice',
        abstractList: ['Bob: one', 'Alice: two', 'Bob: three'],
      },
    })
    expect((sent as { payload: { messageList: unknown[] } }).payload.messageList).toHaveLength(3)
  })

  test('lines in the middle and recalled messages stay behind', async () => {
    chat.sdk.emit('MESSAGE_REVOKED', [chat.sdk.historyOf(C2C)[1]])
    await go([CAROL], { places: [0, 1, 3] })
    expect(out()).toEqual([`${CAROL} one`])
  })

  test('what fails is told once; the rest goes out all the same', async () => {
    chat.sdk.rejectNext('sendMessage', sdkError(20007))
    expect(await go([CAROL, 'C2Cdave'], { places: [0] })).toMatchObject({ ok: false, error: { code: 20007 } })
    expect(out()).toHaveLength(2)
    expect(state().notice?.error.code).toBe(20007)
  })

  test('an SDK that cannot forward says so', async () => {
    chat.sdk.instance.createForwardMessage = undefined as never
    expect(await go([CAROL], { places: [0] })).toMatchObject({
      ok: false,
      error: { code: 2998, op: 'forwardMessage' },
    })
  })

  test('what the SDK refuses to forward is told', async () => {
    chat.sdk.instance.createForwardMessage = () => Promise.reject(sdkError(2453))
    expect(await go([CAROL], { places: [0] })).toMatchObject({ ok: false, error: { code: 2453 } })
  })
})

describe('choosing messages', () => {
  test('starts with one; others come and go', () => {
    const [a = '', b = ''] = ids(0, 1)
    startSelection(chat.kit, C2C, a)
    toggleSelected(chat.kit, C2C, b)
    toggleSelected(chat.kit, C2C, a)
    expect(state().selection).toEqual({ conversationID: C2C, ids: [b] })
    toggleSelected(chat.kit, GROUP, a)
    toggleSelected(chat.kit, C2C, 'nothing')
    expect(state().selection?.ids).toEqual([b])
    endSelection(chat.kit)
    expect(state().selection).toBeUndefined()
  })

  test('has an end', () => {
    const many = Array.from({ length: MOST_SELECTED }, (_, i) => `x${i}`)
    chat.kit.store.set(() => ({ selection: { conversationID: C2C, ids: many } }))
    expect(toggleSelected(chat.kit, C2C, ids(0)[0] ?? '')).toBe(false)
    expect(state().selection?.ids).toHaveLength(MOST_SELECTED)
  })

  test('leads to the choice of chats, with what can be forwarded', () => {
    chat.kit.store.set(() => ({ selection: { conversationID: C2C, ids: ids(3, 2, 0) } }))
    expect(forwardSelection(chat.kit, true)).toBe('1 messages cannot be forwarded and were left out')
    expect(state().overlays).toEqual([{ type: 'forward', conversationID: C2C, ids: ids(0, 2), merged: true }])
  })

  test('with nothing in it that can be forwarded leads nowhere, with a sentence', () => {
    startSelection(chat.kit, C2C, ids(3)[0] ?? '')
    expect(forwardSelection(chat.kit, false)).toBe('These messages cannot be forwarded')
    expect(state().overlays).toEqual([])
  })
})

describe('a step back', () => {
  test('closes the front layer, then ends the selection, then is for others', () => {
    startSelection(chat.kit, C2C, ids(0)[0] ?? '')
    forwardSelection(chat.kit, false)
    expect(canStepBack(state(), C2C)).toBe(true)
    expect(stepBack(chat.kit, C2C)).toBe(true)
    expect([state().overlays.length, state().selection?.ids.length]).toEqual([0, 1])
    expect(stepBack(chat.kit, C2C)).toBe(true)
    expect(state().selection).toBeUndefined()
    expect(stepBack(chat.kit, C2C)).toBe(false)
  })

  test('leaves another chat alone', () => {
    startSelection(chat.kit, C2C, ids(0)[0] ?? '')
    expect(stepBack(chat.kit, GROUP)).toBe(false)
    closeAll(chat.kit, GROUP)
    expect(state().selection).toBeDefined()
    closeAll(chat.kit, C2C)
    expect(state().selection).toBeUndefined()
  })
})

describe('a merged history', () => {
  const entry = (text: string, more: object = {}) => ({
    ID: `x-${text}`,
    from: 'carol',
    nick: 'Carol',
    time: 1_700_000_000,
    messageBody: [{ type: 'TIMTextElem', payload: { text } }],
    ...more,
  })
  const inner = {
    type: 'TIMRelayElem',
    payload: { title: 'inner', downloadKey: '', messageList: [entry('deep')] },
  }
  const holding = async (payload: object): Promise<Message> => {
    chat.sdk.emit('MESSAGE_RECEIVED', [
      (chat.sdk.historyOf(C2C).push(sdkMessage({ type: 'TIMRelayElem', payload })),
      chat.sdk.historyOf(C2C).slice(-1)[0]),
    ])
    const message = chat.messages().slice(-1)[0] as Message
    await openHistory(chat.kit, message)
    return message
  }
  const front = () => {
    const overlay = state().overlays[state().overlays.length - 1]
    return overlay?.type === 'history' ? overlay : undefined
  }

  test('opens with its messages, nobody on the own side', async () => {
    await holding({ title: 'A talk', messageList: [entry('a', { from: ME }), entry('b')] })
    expect(front()).toMatchObject({ title: 'A talk' })
    expect(textsOf(front()?.messages ?? [])).toEqual(['a', 'b'])
    expect(front()?.messages?.every(({ own }) => !own)).toBe(true)
    expect(chat.sdk.calls('downloadMergerMessage')).toEqual([])
  })

  test('that is too large for its message is downloaded', async () => {
    chat.sdk.actions.histories.set('key', [entry('far')])
    await holding({ title: 'Large', downloadKey: 'key', messageList: [] })
    expect(textsOf(front()?.messages ?? [])).toEqual(['far'])
  })

  test('in another one opens over it', async () => {
    await holding({ title: 'outer', messageList: [entry('a', { messageBody: [inner] })] })
    const [nested] = front()?.messages ?? []
    await openHistory(chat.kit, nested as Message)
    expect(state().overlays).toHaveLength(2)
    expect(front()).toMatchObject({ title: 'inner' })
    expect(textsOf(front()?.messages ?? [])).toEqual(['deep'])
    // A second tap is the same tap.
    void openHistory(chat.kit, nested as Message)
    expect(state().overlays).toHaveLength(2)
  })

  test('that cannot be loaded says so, and can be tried again', async () => {
    chat.sdk.rejectNext('downloadMergerMessage', sdkError(2452))
    const message = await holding({ title: 'Large', downloadKey: 'key', messageList: [] })
    expect(front()).toMatchObject({ error: { code: 2452 } })
    chat.sdk.actions.histories.set('key', [entry('far')])
    await loadHistory(chat.kit, message)
    expect(front()?.error).toBeUndefined()
    expect(textsOf(front()?.messages ?? [])).toEqual(['far'])
  })

  test.each([
    ['no list', {}],
    [
      'a list of nonsense',
      { messageList: [null, 7, 'x', {}, { messageBody: 'x' }, { messageBody: [{ type: 5 }] }] },
    ],
    ['an endless one', { messageList: Array.from({ length: 2000 }, () => entry('x')) }],
  ])('with %s harms nobody', async (_name, payload) => {
    await holding(payload)
    expect(front()?.messages?.length).toBeLessThanOrEqual(300)
  })
})
