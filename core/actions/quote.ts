import { clip, singleLine } from '../../utils/text'
import { kindOf } from '../registry/message-kinds'
import type { Message, Quote } from '../store/types'
import { changeComposer } from './change-composer'
import type { Kit } from './kit'

const SUMMARY_LENGTH = 100
const NAME_LENGTH = 30

/** A message as another one refers to it. */
export function quoteOf(kit: Kit, message: Message): Quote {
  const { ID, sequence = 0, time, name, from, content } = message
  return {
    ID,
    sequence,
    time,
    name: clip(singleLine(name), NAME_LENGTH) || from,
    summary: clip(singleLine(kindOf(content).summary(content, kit.t())), SUMMARY_LENGTH),
  }
}

/** The next message answers to this one. It ends the editing of another. */
export const quoteMessage = (kit: Kit, message: Message): void =>
  changeComposer(kit, message.conversationID, (composer) => {
    const { text, mentions } = composer.kept ?? composer
    return { text, mentions, quote: quoteOf(kit, message) }
  })

/** The field changes this own text instead of writing a new one; what was being written comes back afterwards. */
export function startEditing(kit: Kit, message: Message): void {
  if (message.content.type !== 'text') return
  const { text } = message.content
  changeComposer(kit, message.conversationID, (composer) => {
    const { text: written, mentions, quote } = composer.kept ?? composer
    return { text, mentions: [], editing: message.id, kept: { text: written, mentions, quote } }
  })
}
