import { C2C, GROUP, ME, PEER, sdkMessage } from '../../tests/fixtures/builders'
import { sdkError } from '../../tests/fixtures/fake-sdk'
import { settle, testKit, textsOf, type TestKit } from '../../tests/fixtures/kit'
import { MESSAGE_GONE } from '../store/codes'
import type { Message } from '../store/types'
import { deleteMessages } from './delete-message'
import { hideDerived, transcribe, translate } from './derive'
import { editMessage } from './edit-message'
import { openChat } from './open-chat'
import { loadPinned, pinMessage } from './pin-message'
import { quoteMessage, startEditing } from './quote'
import { react } from './react'

let chat: TestKit
beforeEach(async () => {
  chat = testKit()
  chat.sdk
    .historyOf(C2C)
    .push(
      sdkMessage({ payload: { text: 'hello' } }),
      sdkMessage({ from: ME, to: PEER, payload: { text: 'mine' } }),
      sdkMessage({ type: 'TIMSoundElem', payload: { url: 'https://a.b/v.mp3', second: 3 } }),
    )
  await openChat(chat.kit, C2C)
})
afterEach(() => chat.release())

const at = (place: number): Message => {
  const message = chat.messages()[place]
  if (!message) throw new Error(`no message ${place}`)
  return message
}
const notice = () => chat.kit.store.get().notice?.error
const composer = () => chat.kit.store.get().composers[C2C]

describe('editing an own text', () => {
  const edit = (text: string, place = 1) => editMessage(chat.kit, C2C, at(place).id, text)

  test('changes the row once the server has agreed, and its translation goes', async () => {
    await translate(chat.kit, C2C, at(1).id)
    const held = chat.sdk.hold('modifyMessage')
    const edited = edit(' better ')
    await settle()
    expect(at(1).content).toEqual({ type: 'text', text: 'mine' })
    held.pass()
    expect(await edited).toEqual({ ok: true, value: undefined })
    expect(at(1)).toMatchObject({ content: { type: 'text', text: 'better' }, edited: true })
    expect(at(1).translation).toBeUndefined()
  })

  test('that the server refuses leaves everything as it was, in the SDK as well', async () => {
    chat.sdk.rejectNext('modifyMessage', sdkError(80001))
    expect(await edit('bad')).toMatchObject({ ok: false, error: { code: 80001, op: 'modifyMessage' } })
    expect(textsOf(chat.messages())[1]).toBe('mine')
    expect(chat.sdk.historyOf(C2C)[1]?.payload).toEqual({ text: 'mine' })
    expect(notice()).toMatchObject({ code: 80001 })
  })

  test('to the same text, or to nothing, asks nobody', async () => {
    await edit('mine')
    await edit(' \u200b\n')
    expect(chat.sdk.calls('modifyMessage')).toEqual([])
  })

  test('is only for own texts that were sent', async () => {
    expect(await edit('x', 0)).toMatchObject({ ok: false, error: { code: MESSAGE_GONE } })
    expect(await edit('x', 2)).toMatchObject({ ok: false })
    expect(chat.sdk.calls('modifyMessage')).toEqual([])
  })

  test('starts with the text in the field; what was there before waits', () => {
    startEditing(chat.kit, at(1))
    expect(composer()).toMatchObject({ text: 'mine', editing: at(1).id })
  })
})

describe('quoting', () => {
  test('puts a line of the message over the field, and keeps what is being written', () => {
    chat.kit.store.set(() => ({ composers: { [C2C]: { text: 'so', mentions: [] } } }))
    quoteMessage(chat.kit, at(0))
    expect(composer()).toEqual({
      text: 'so',
      mentions: [],
      quote: { ID: at(0).ID, sequence: 0, time: at(0).time, name: PEER, summary: 'hello' },
    })
  })

  test('a voice message is quoted in words', () => {
    quoteMessage(chat.kit, at(2))
    expect(composer()?.quote?.summary).toMatch(/^\[Voice\]/)
  })

  test('ends the editing of another message', () => {
    startEditing(chat.kit, at(1))
    quoteMessage(chat.kit, at(0))
    expect(composer()).toMatchObject({ text: '', quote: { summary: 'hello' } })
    expect(composer()?.editing).toBeUndefined()
  })
})

describe('reactions', () => {
  const give = (reactionID: string) => react(chat.kit, C2C, at(0).id, reactionID)
  const given = () => at(0).reactions ?? []

  test('one is there at once, and goes with a second tap', async () => {
    const held = chat.sdk.hold('addMessageReaction')
    const added = give('👍')
    await settle()
    expect(given()).toEqual([{ reactionID: '👍', count: 1, mine: true, names: [] }])
    held.pass()
    await added
    await give('👍')
    expect(given()).toEqual([])
    expect(chat.sdk.calls('removeMessageReaction')).toHaveLength(1)
  })

  test('of others are counted', async () => {
    chat.sdk.emit('MESSAGE_REACTIONS_UPDATED', {
      messageID: at(0).ID,
      reactionList: [
        {
          reactionID: '👍',
          totalUserCount: 2,
          reactedByMyself: false,
          partialUserList: [{ userID: 'x', nick: 'X' }],
        },
      ],
    })
    expect(given()).toEqual([{ reactionID: '👍', count: 2, mine: false, names: ['X'] }])
    await give('👍')
    expect(given()[0]).toMatchObject({ count: 3, mine: true })
    await give('👍')
    expect(given()[0]).toMatchObject({ count: 2, mine: false })
  })

  test('an update touches only what it names, and takes away what nobody gives any more', () => {
    const update = (...list: object[]): void =>
      chat.sdk.emit('MESSAGE_REACTIONS_UPDATED', { messageID: at(0).ID, reactionList: list })
    const one = (reactionID: string, totalUserCount: number) => ({
      reactionID,
      totalUserCount,
      reactedByMyself: false,
      partialUserList: [],
    })
    update(one('👍', 1), one('❤️', 1))
    update(one('👍', 0))
    update(one('😂', 4))
    expect(given().map(({ reactionID, count }) => [reactionID, count])).toEqual([
      ['❤️', 1],
      ['😂', 4],
    ])
  })

  test('one that the server refuses is taken back, with a sentence', async () => {
    chat.sdk.rejectNext('addMessageReaction', sdkError(23005))
    await give('👍')
    expect(given()).toEqual([])
    expect(notice()).toMatchObject({ code: 23005, op: 'addMessageReaction' })
  })

  test('what the server told meanwhile is not taken back', async () => {
    const held = chat.sdk.hold('addMessageReaction')
    const added = give('👍')
    await settle()
    chat.sdk.emit('MESSAGE_REACTIONS_UPDATED', {
      messageID: at(0).ID,
      reactionList: [{ reactionID: '👍', totalUserCount: 5, reactedByMyself: false, partialUserList: [] }],
    })
    held.reject(sdkError(2801))
    await added
    expect(given()[0]).toMatchObject({ count: 5, mine: false })
  })

  test.each([undefined, null, 'x', 7, { reactionList: 'x' }, { messageID: {}, reactionList: [1, null, {}] }])(
    'an update that is none (%p) changes nothing',
    (data) => {
      const before = chat.messages()
      chat.sdk.emit('MESSAGE_REACTIONS_UPDATED', data)
      chat.sdk.emit('MESSAGE_READ_RECEIPT_RECEIVED', data)
      chat.sdk.emit('PINNED_GROUP_MESSAGE_UPDATED', data)
      expect(chat.messages()).toEqual(before)
    },
  )
})

describe('what is made of a message', () => {
  test('a translation: being made, there, put away again', async () => {
    const held = chat.sdk.hold('translateText')
    const made = translate(chat.kit, C2C, at(0).id)
    await settle()
    expect(at(0).translation).toEqual({ phase: 'loading', text: '' })
    held.pass()
    await made
    expect(at(0).translation).toEqual({ phase: 'ready', text: '[en] hello' })
    hideDerived(chat.kit, C2C, at(0).id, 'translation')
    expect(at(0).translation).toBeUndefined()
  })

  test('one that was put away while it was being made stays away', async () => {
    const held = chat.sdk.hold('translateText')
    const made = translate(chat.kit, C2C, at(0).id)
    await settle()
    hideDerived(chat.kit, C2C, at(0).id, 'translation')
    held.pass()
    await made
    expect(at(0).translation).toBeUndefined()
  })

  test('a failure stands under the message, and says why', async () => {
    chat.sdk.rejectNext('translateText', sdkError(25001))
    await translate(chat.kit, C2C, at(0).id)
    expect(at(0).translation).toEqual({ phase: 'failed', text: '' })
    expect(notice()).toMatchObject({ code: 25001, op: 'translateText' })
  })

  test('the words of a voice message', async () => {
    await transcribe(chat.kit, C2C, at(2).id)
    expect(at(2).transcript).toEqual({ phase: 'ready', text: 'spoken words' })
    await transcribe(chat.kit, C2C, at(0).id)
    expect(at(0).transcript).toBeUndefined()
  })

  test('stays when the message changes, as do the reactions', async () => {
    await translate(chat.kit, C2C, at(0).id)
    await react(chat.kit, C2C, at(0).id, '👍')
    chat.sdk.emit('MESSAGE_MODIFIED', [chat.sdk.historyOf(C2C)[0]])
    expect(at(0)).toMatchObject({ translation: { phase: 'ready' }, reactions: [{ reactionID: '👍' }] })
  })
})

describe('deleting several', () => {
  test('goes thirty at a time; those that are on their way are left alone', async () => {
    chat.sdk.emit(
      'MESSAGE_RECEIVED',
      Array.from({ length: 40 }, (_, i) => sdkMessage({ payload: { text: `${i}` } })),
    )
    chat.sdk.historyOf(C2C).push()
    const all = chat.messages()
    chat.sdk.instance.findMessage = (ID: string) => sdkMessage({ ID })
    const ids = all.map(({ id }) => id)
    expect(await deleteMessages(chat.kit, C2C, ids)).toEqual({ ok: true, value: undefined })
    expect(chat.messages()).toEqual([])
    expect(chat.sdk.calls('deleteMessage').map(([list]) => (list as unknown[]).length)).toEqual([30, 13])
  })

  test('that fails keeps them, with a sentence', async () => {
    chat.sdk.rejectNext('deleteMessage', sdkError(2801))
    await deleteMessages(chat.kit, C2C, [at(0).id, at(1).id])
    expect(chat.messages()).toHaveLength(3)
    expect(notice()).toMatchObject({ code: 2801, op: 'deleteMessage' })
  })
})

describe('pinning in a group', () => {
  const pinned = () => chat.kit.store.get().pinned[GROUP]?.map(({ ID }) => ID)
  let first: Message
  beforeEach(async () => {
    chat.sdk
      .historyOf(GROUP)
      .push(sdkMessage({ conversationID: GROUP, conversationType: 'GROUP', to: 'team' }))
    await openChat(chat.kit, GROUP)
    first = chat.messages(GROUP)[0] as Message
    await loadPinned(chat.kit, GROUP)
  })

  test('is there at once, and gone again', async () => {
    await pinMessage(chat.kit, GROUP, first, true)
    expect(pinned()).toEqual([first.ID])
    await pinMessage(chat.kit, GROUP, first, false)
    expect(pinned()).toEqual([])
    expect(chat.sdk.calls('pinGroupMessage')).toHaveLength(2)
  })

  test('by others comes by event, once', () => {
    const source = { ...chat.sdk.historyOf(GROUP)[0], conversationID: null }
    const tell = (isPinned: boolean, message: unknown): void =>
      chat.sdk.emit('PINNED_GROUP_MESSAGE_UPDATED', { groupID: 'team', isPinned, message })
    tell(true, source)
    tell(true, source)
    expect(pinned()).toEqual([first.ID])
    expect(chat.kit.store.get().pinned[GROUP]?.[0]).toMatchObject({ conversationID: GROUP })
    tell(false, { ID: first.ID })
    expect(pinned()).toEqual([])
  })

  test('ends when the message is recalled', async () => {
    await pinMessage(chat.kit, GROUP, first, true)
    chat.sdk.emit('MESSAGE_REVOKED', [chat.sdk.historyOf(GROUP)[0]])
    expect(pinned()).toEqual([])
  })

  test('that is refused changes nothing and says why', async () => {
    chat.sdk.rejectNext('pinGroupMessage', sdkError(10070))
    await pinMessage(chat.kit, GROUP, first, true)
    expect(pinned()).toEqual([])
    expect(notice()).toMatchObject({ code: 10070, op: 'pinGroupMessage' })
  })
})
