import { dropMention, mentionsIn, putMention } from '../store/composing'
import type { Composer, Mention, State } from '../store/state'
import type { Result } from '../store/types'
import { attempt } from './attempt'
import { changeComposer } from './change-composer'
import { editMessage } from './edit-message'
import { messageOf } from './find-message'
import type { Kit } from './kit'
import { deliver } from './outbox'
import { composeText } from './send-text'
import { endTyping, forgetTyping } from './typing'

const EMPTY: Composer = { text: '', mentions: [] }
const done: Result<void> = { ok: true, value: undefined }

export const composerOf = (state: State, conversationID: string): Composer =>
  state.composers[conversationID] ?? EMPTY

/**
 * The user has typed: this is what stands in the field now. A name of which the end was deleted goes as a whole.
 * @param cursor where the field's cursor is
 */
export function writeText(kit: Kit, conversationID: string, text: string, cursor = text.length): void {
  changeComposer(kit, conversationID, (composer) => {
    if (composer.text === text) return composer
    return { ...composer, ...dropMention(composer, text, cursor) }
  })
}

/** Puts a text in front of what is being written; one that stands there already is not repeated. */
export const putInFront = (kit: Kit, conversationID: string, text: string): void =>
  changeComposer(kit, conversationID, (composer) =>
    composer.text.startsWith(text) ? composer : { ...composer, text: text + composer.text },
  )

/** What is being written answers to no message any more. */
export const dropQuote = (kit: Kit, conversationID: string): void =>
  changeComposer(kit, conversationID, (composer) => ({ ...composer, quote: undefined }))

/** Leaves the message that was being changed as it is. What was being written before is there again. */
export function endEditing(kit: Kit, conversationID: string): void {
  changeComposer(kit, conversationID, ({ kept }) => ({ ...(kept ?? EMPTY) }))
  // No message comes that would tell the peer so.
  endTyping(kit, conversationID)
}

/** Remembers where the name of somebody is to go, before it is known whom. */
export const askWhom = (kit: Kit, conversationID: string, cursor: number): void =>
  changeComposer(kit, conversationID, (composer) => ({ ...composer, cursor }))

/**
 * Mentions somebody where the field's cursor is: the @ before it is taken for the one of the name.
 * `userID` is a user, or `EVERYONE`.
 */
export const mention = (kit: Kit, conversationID: string, who: Mention): void =>
  changeComposer(kit, conversationID, (composer) => ({ ...composer, ...putMention(composer, who) }))

async function sendEdited(kit: Kit, conversationID: string, composer: Composer): Promise<Result<void>> {
  const { editing = '', text } = composer
  const message = messageOf(kit, conversationID, editing)
  if (!text.trim()) return done
  endEditing(kit, conversationID)
  if (message?.content.type === 'text' && message.content.text === text.trim()) return done
  const edited = await editMessage(kit, conversationID, editing, text)
  // Nothing that was written is lost: it can be tried again, unless something else is being done by now.
  if (!edited.ok)
    changeComposer(kit, conversationID, (now) =>
      now.editing ? now : { ...composer, kept: { text: now.text, mentions: now.mentions, quote: now.quote } },
    )
  return edited
}

/**
 * Sends what stands in the field, as an answer or as the change of a message where it is one, and empties the field.
 * What cannot be sent at all stays in the field. Does nothing without a visible character.
 * SDK: `sendMessage`, `modifyMessage`.
 */
export function sendComposer(kit: Kit, conversationID: string): Promise<Result<void>> {
  const composer = composerOf(kit.store.get(), conversationID)
  if (composer.editing) return sendEdited(kit, conversationID, composer)
  const { text, quote } = composer
  const composed = composeText(kit, conversationID, text, { mentions: mentionsIn(composer), quote })
  if (!composed.ok) {
    kit.report(composed.error)
    return Promise.resolve(composed)
  }
  if (!composed.value) return Promise.resolve(done)
  changeComposer(kit, conversationID, () => EMPTY)
  forgetTyping(kit, conversationID)
  return deliver(kit, composed.value)
}

/** The chat is left: the SDK keeps what is being written too, and outlives the kit. SDK: `setConversationDraft`. */
export async function saveDraft(kit: Kit, conversationID: string): Promise<void> {
  const { conversations, session } = kit.store.get()
  const { text, kept } = composerOf(kit.store.get(), conversationID)
  const draft = (kept ?? { text }).text.trim()
  const known = conversations.list.find((item) => item.conversationID === conversationID)
  if (session.phase !== 'ready' || !known || (known.draft ?? '') === draft) return
  const saved = await attempt('setConversationDraft', () => kit.sdk.saveDraft(conversationID, draft))
  if (!saved.ok) kit.reportQuietly(saved.error)
}

/** The chat is opened: what was written before the kit was there goes back into an empty field. */
export function restoreDraft(kit: Kit, conversationID: string): void {
  const { composers, conversations } = kit.store.get()
  const draft = conversations.list.find((item) => item.conversationID === conversationID)?.draft
  if (draft && !composers[conversationID])
    changeComposer(kit, conversationID, (composer) => ({ ...composer, text: draft }))
}
