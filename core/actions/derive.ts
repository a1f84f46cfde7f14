import type { Derived, Message, Result } from '../store/types'
import { attempt } from './attempt'
import { changeMessage } from './change-message'
import { messageOf } from './find-message'
import type { Kit } from './kit'

type What = 'translation' | 'transcript'

/** Longer texts are cut: the service takes no more at once. */
const MAX_LETTERS = 5000

async function derive(
  kit: Kit,
  message: Message,
  what: What,
  op: string,
  make: () => Promise<string>,
): Promise<Result<void>> {
  const put = (derived: Derived | undefined): void =>
    changeMessage(kit, message, (row) => ({ ...row, [what]: derived }))
  put({ phase: 'loading', text: '' })
  const result = await attempt(op, make)
  // It was put away while it was being made.
  if (!messageOf(kit, message.conversationID, message.id)?.[what]) return { ok: true, value: undefined }
  if (result.ok && result.value) put({ phase: 'ready', text: result.value })
  else put({ phase: 'failed', text: '' })
  if (result.ok) return { ok: true, value: undefined }
  kit.report(result.error)
  return result
}

/** Puts the translation under a text, in the language of the kit. SDK: `translateText`. */
export async function translate(kit: Kit, conversationID: string, id: string): Promise<Result<void>> {
  const message = messageOf(kit, conversationID, id)
  if (message?.content.type !== 'text') return { ok: true, value: undefined }
  const { text } = message.content
  const language = kit.t().locale === 'en' ? 'en' : 'zh'
  return derive(kit, message, 'translation', 'translateText', () =>
    kit.sdk.translate(text.slice(0, MAX_LETTERS), language),
  )
}

/** Puts the words of a voice message under it. SDK: `convertVoiceToText`. */
export async function transcribe(kit: Kit, conversationID: string, id: string): Promise<Result<void>> {
  const message = messageOf(kit, conversationID, id)
  if (message?.content.type !== 'audio') return { ok: true, value: undefined }
  return derive(kit, message, 'transcript', 'convertVoiceToText', () => kit.sdk.transcribe(message))
}

/** Takes a translation, or the words of a voice message, away again. */
export function hideDerived(kit: Kit, conversationID: string, id: string, what: What): void {
  changeMessage(kit, { conversationID, id }, (row) => ({ ...row, [what]: undefined }))
}
