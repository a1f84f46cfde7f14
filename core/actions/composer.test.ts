import { C2C, GROUP, PEER, sdkConversation, sdkMessage } from '../../tests/fixtures/builders'
import { sdkError } from '../../tests/fixtures/fake-sdk'
import { settle, testKit, textsOf, type TestKit } from '../../tests/fixtures/kit'
import { EVERYONE } from '../store/types'
import {
  askWhom,
  composerOf,
  dropQuote,
  endEditing,
  mention,
  putInFront,
  restoreDraft,
  saveDraft,
  sendComposer,
  writeText,
} from './composer'
import { loadConversations } from './load-conversations'
import { openChat } from './open-chat'
import { composerView } from '../views/composer'
import { quoteMessage, startEditing } from './quote'
import { tellTyping } from './typing'

let chat: TestKit
beforeEach(async () => {
  chat = testKit()
  chat.sdk.conversations.push(sdkConversation())
  chat.sdk.historyOf(C2C).push(sdkMessage({ payload: { text: 'hello' } }))
  await loadConversations(chat.kit)
  await openChat(chat.kit, C2C)
})
afterEach(() => chat.release())

const composer = (conversationID = C2C) => composerOf(chat.kit.store.get(), conversationID)
const sentTexts = (): unknown[] =>
  chat.sdk.calls('sendMessage').map(([message]) => (message as { payload: { text: string } }).payload.text)
const message = (at: number) => {
  const found = chat.messages().at(at)
  if (!found) throw new Error(`no message ${at}`)
  return found
}

describe('what is written', () => {
  test('is kept for each chat, and gone once it is sent', async () => {
    writeText(chat.kit, C2C, 'to bob')
    writeText(chat.kit, GROUP, 'to all')
    await sendComposer(chat.kit, C2C)
    expect(chat.kit.store.get().composers).toEqual({ [GROUP]: { text: 'to all', mentions: [] } })
    expect(sentTexts()).toEqual(['to bob'])
  })

  test('that cannot be sent at all stays, with a sentence', async () => {
    writeText(chat.kit, C2C, 'x'.repeat(11_001))
    await expect(sendComposer(chat.kit, C2C)).resolves.toMatchObject({ ok: false })
    expect(composer().text).toHaveLength(11_001)
    expect(chat.kit.store.get().notice).toBeDefined()
  })

  test('without a visible character is not sent, and stays', async () => {
    writeText(chat.kit, C2C, ' \n\u200b')
    await sendComposer(chat.kit, C2C)
    expect(composer().text).toBe(' \n\u200b')
    expect(sentTexts()).toEqual([])
  })

  test('takes a recalled text in front, once', () => {
    writeText(chat.kit, C2C, 'later')
    putInFront(chat.kit, C2C, 'recalled ')
    putInFront(chat.kit, C2C, 'recalled ')
    expect(composer().text).toBe('recalled later')
  })
})

describe('an answer', () => {
  test('is sent with its quote, which is then gone', async () => {
    quoteMessage(chat.kit, message(0))
    writeText(chat.kit, C2C, 'hi')
    expect(composer().quote).toMatchObject({ name: PEER, summary: 'hello' })
    await sendComposer(chat.kit, C2C)
    expect(message(-1).quote?.summary).toBe('hello')
    expect(composer().quote).toBeUndefined()
  })

  test('to a message that is recalled meanwhile does not send its words once more', async () => {
    quoteMessage(chat.kit, message(0))
    writeText(chat.kit, C2C, 'hi')
    chat.sdk.emit('MESSAGE_REVOKED', [{ ...chat.sdk.historyOf(C2C)[0], isRevoked: true }])
    expect(composerView(chat.kit.store.get(), C2C, chat.kit.t()).barText).not.toContain('hello')
    await sendComposer(chat.kit, C2C)
    expect(message(-1).quote).toMatchObject({ summary: '' })
  })

  test('whose quote is dropped is a message like any other', async () => {
    quoteMessage(chat.kit, message(0))
    writeText(chat.kit, C2C, 'hi')
    dropQuote(chat.kit, C2C)
    await sendComposer(chat.kit, C2C)
    expect(message(-1).quote).toBeUndefined()
  })
})

describe('changing a message', () => {
  const editing = async () => {
    writeText(chat.kit, C2C, 'oops')
    await sendComposer(chat.kit, C2C)
    writeText(chat.kit, C2C, 'a draft')
    startEditing(chat.kit, message(-1))
    expect(composer()).toMatchObject({ text: 'oops', editing: message(-1).id })
  }

  test('changes it, and what was being written is there again', async () => {
    await editing()
    writeText(chat.kit, C2C, 'better')
    await expect(sendComposer(chat.kit, C2C)).resolves.toMatchObject({ ok: true })
    expect(textsOf(chat.messages())).toEqual(['hello', 'better'])
    expect(message(-1).edited).toBe(true)
    expect(composer()).toMatchObject({ text: 'a draft' })
    expect(composer().editing).toBeUndefined()
  })

  test('ends the typing that the peer was told of', async () => {
    await editing()
    tellTyping(chat.kit, C2C)
    await sendComposer(chat.kit, C2C)
    const last = chat.sdk.notices[chat.sdk.notices.length - 1]?.payload as { data: string } | undefined
    expect(JSON.parse(last?.data ?? '{}')).toMatchObject({ typingStatus: 0 })
  })

  test('can be left, and costs nothing', async () => {
    await editing()
    writeText(chat.kit, C2C, 'better')
    endEditing(chat.kit, C2C)
    expect(composer()).toMatchObject({ text: 'a draft' })
    expect(textsOf(chat.messages())).toEqual(['hello', 'oops'])
  })

  test('that is refused can be tried again, and loses nothing', async () => {
    await editing()
    writeText(chat.kit, C2C, 'better')
    chat.sdk.rejectNext('modifyMessage', sdkError(20026))
    await sendComposer(chat.kit, C2C)
    expect(composer()).toMatchObject({ text: 'better', editing: message(-1).id, kept: { text: 'a draft' } })
    endEditing(chat.kit, C2C)
    expect(composer()).toMatchObject({ text: 'a draft' })
  })

  test('to the same text asks nobody', async () => {
    await editing()
    await sendComposer(chat.kit, C2C)
    expect(chat.sdk.calls('modifyMessage')).toEqual([])
    expect(composer()).toMatchObject({ text: 'a draft' })
  })
})

describe('mentions', () => {
  beforeEach(() => openChat(chat.kit, GROUP).then(() => undefined))
  const sent = (): unknown => chat.sdk.calls('sendMessage')[0]?.[0]

  test('take the @ that asked for them, where the cursor was', async () => {
    writeText(chat.kit, GROUP, 'hi @, lunch?')
    askWhom(chat.kit, GROUP, 4)
    mention(chat.kit, GROUP, { userID: 'bob', name: 'Bob' })
    expect(composer(GROUP)).toMatchObject({ text: 'hi @Bob , lunch?', cursor: 8 })
    await sendComposer(chat.kit, GROUP)
    expect(sent()).toMatchObject({ payload: { text: 'hi @Bob , lunch?' }, atUserList: ['bob'] })
  })

  test('whose name was taken out of the text are not told', async () => {
    mention(chat.kit, GROUP, { userID: 'bob', name: 'Bob' })
    mention(chat.kit, GROUP, { userID: 'carol', name: 'Carol' })
    writeText(chat.kit, GROUP, 'dear @Carol')
    await sendComposer(chat.kit, GROUP)
    expect(sent()).toMatchObject({ atUserList: ['carol'] })
  })

  test('go as a whole when their end is deleted', () => {
    writeText(chat.kit, GROUP, 'hi ')
    mention(chat.kit, GROUP, { userID: 'bob', name: 'Bob B' })
    writeText(chat.kit, GROUP, 'hi @Bob B', 9)
    expect(composer(GROUP)).toMatchObject({ text: 'hi ', mentions: [], cursor: 3 })
  })

  test('of everybody need nobody beside them', async () => {
    mention(chat.kit, GROUP, { userID: 'bob', name: 'Bob' })
    mention(chat.kit, GROUP, { userID: EVERYONE, name: 'Everyone' })
    await sendComposer(chat.kit, GROUP)
    expect(sent()).toMatchObject({ atUserList: [EVERYONE] })
  })
})

describe('a draft', () => {
  test('is handed to the SDK when the chat is left, and back to an empty field', async () => {
    writeText(chat.kit, C2C, 'later ')
    await saveDraft(chat.kit, C2C)
    expect(chat.sdk.calls('setConversationDraft')).toEqual([[{ conversationID: C2C, draftText: 'later' }]])

    chat.sdk.conversations.splice(0, 1, sdkConversation({ draftText: 'from before' }))
    chat.sdk.emit('CONVERSATION_LIST_UPDATED', [...chat.sdk.conversations])
    restoreDraft(chat.kit, C2C)
    expect(composer().text).toBe('later ')
    writeText(chat.kit, C2C, '')
    restoreDraft(chat.kit, C2C)
    expect(composer().text).toBe('from before')
  })

  test('that is sent is taken off the SDK, and an unchanged one not told again', async () => {
    chat.sdk.conversations.splice(0, 1, sdkConversation({ draftText: 'later' }))
    chat.sdk.emit('CONVERSATION_LIST_UPDATED', [...chat.sdk.conversations])
    restoreDraft(chat.kit, C2C)
    await saveDraft(chat.kit, C2C)
    expect(chat.sdk.calls('setConversationDraft')).toEqual([])
    await sendComposer(chat.kit, C2C)
    await saveDraft(chat.kit, C2C)
    expect(chat.sdk.calls('setConversationDraft')).toEqual([[{ conversationID: C2C, draftText: '' }]])
  })

  test('while a message is being changed is what was written before', async () => {
    writeText(chat.kit, C2C, 'mine')
    await sendComposer(chat.kit, C2C)
    writeText(chat.kit, C2C, 'a draft')
    startEditing(chat.kit, message(-1))
    await saveDraft(chat.kit, C2C)
    expect(chat.sdk.calls('setConversationDraft')).toEqual([[{ conversationID: C2C, draftText: 'a draft' }]])
  })

  test('of one account is nothing to the next', async () => {
    writeText(chat.kit, C2C, 'secret')
    chat.sdk.becomeReady('mallory')
    await settle()
    expect(chat.kit.store.get().composers).toEqual({})
  })
})
