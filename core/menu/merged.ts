import type { Translate } from '../../locales/index'
import { clip, singleLine } from '../../utils/text'
import { withEmoji } from '../kinds/emoji-tokens'
import { kindOf } from '../registry/message-kinds'
import type { Message } from '../store/types'

const NAME_LENGTH = 20
/** The first ones stand on the card. */
const LINES = 4
const LINE_LENGTH = 80

const nameOf = ({ name, from }: Message): string => clip(singleLine(name) || singleLine(from), NAME_LENGTH)

/** A message on one line, without its sender. */
export const summaryLine = ({ content }: Message, t: Translate): string =>
  clip(singleLine(withEmoji(kindOf(content).summary(content, t))), LINE_LENGTH)

/** What several messages of one chat are called once they are one. */
export function historyTitle(messages: readonly Message[], t: Translate): string {
  if (messages[0]?.conversationID.startsWith('GROUP')) return t('history.titleGroup')
  const names = new Map(messages.map((message) => [message.from, nameOf(message)]))
  const [a = '', b] = [...names.values()]
  return b === undefined ? t('history.titleOne', { a }) : t('history.titleC2C', { a, b })
}

/** The first lines of them, as the card shows them. */
export const mergedLines = (messages: readonly Message[], t: Translate): string[] =>
  messages
    .slice(0, LINES)
    .map((message) => t('history.line', { name: nameOf(message), summary: summaryLine(message, t) }))
