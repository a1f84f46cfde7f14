import type { Translate } from '../locales/index'
import { bucket, clip, singleLine } from '../utils/text'
import { kindOf } from './registry/message-kinds'
import { parseConversationID } from './store/conversation-id'
import type { Remembered } from './store/remembered'
import type { State } from './store/state'
import { findNewest } from './store/thread'
import type { LastMessage, Message, MessageContent, Thread } from './store/types'

/** Another form makes what was kept before worthless. */
const VERSION = 1
const MOST_CONVERSATIONS = 100
const MOST_CHATS = 10
/** As many as the SDK hands out at first. */
const MOST_MESSAGES = 15
/** Characters. A phone gives a mini program 10 MB for everything, and 1 MB for one entry. */
const MOST_TEXT = 150_000
/** Characters of one message; nothing older than a longer one is kept. */
const LONGEST_MESSAGE = 4_000
const LONGEST_LAST = 400
const SUMMARY = 60

/** What lies in the phone's memory. */
interface Kept {
  version: number
  account: string
  /** JSON of {@link Remembered}. */
  data: string
  /** Of `data`: what was cut off or changed on the way is not read. */
  sum: number
}

const sumOf = (data: string): number => bucket(data, 0xffffffff)

/** What was taken back is nobody's to keep. */
const NOTHING: MessageContent = { type: 'other', sdkType: '' }

const withoutRevoked = <T extends Message | LastMessage>(message: T): T =>
  message.revoked ? { ...message, content: NOTHING } : message

/** The newest messages without a gap, oldest first; only those that were sent exist elsewhere. */
function newestOf(thread: Thread): Message[] {
  const found: Message[] = []
  findNewest(thread, (message) => {
    if (message.status !== 'sent') return false
    const { download: _, ...kept } = withoutRevoked(message)
    if (JSON.stringify(kept).length > LONGEST_MESSAGE) return true
    return found.push(kept) >= MOST_MESSAGES
  })
  return found.reverse()
}

/** A long message is kept as the line that the list shows of it. */
function shortened(last: LastMessage, t: Translate): LastMessage {
  if (last.revoked || JSON.stringify(last.content).length <= LONGEST_LAST) return withoutRevoked(last)
  const text = clip(singleLine(kindOf(last.content).summary(last.content, t, last)), SUMMARY)
  return { ...last, content: { type: 'text', text } }
}

function chatsOf({ messages, conversations }: State, before: Remembered['chats']): Remembered['chats'] {
  const old = new Map(before)
  const places = new Map(conversations.list.map(({ conversationID }, at) => [conversationID, at]))
  const placeOf = (conversationID: string): number => places.get(conversationID) ?? Infinity
  const loaded = Object.keys(messages)
    .map((conversationID) => [conversationID, messages[conversationID]] as const)
    .filter((entry): entry is readonly [string, Thread] => entry[1]?.phase === 'ready')
    .map(([conversationID, thread]) => [conversationID, newestOf(thread)] as const)
  const known = new Set(loaded.map(([conversationID]) => conversationID))
  return [...loaded, ...[...old].filter(([conversationID]) => !known.has(conversationID))]
    .filter(([conversationID, page]) => page.length && places.has(conversationID))
    .sort(([a], [b]) => placeOf(a) - placeOf(b))
    .slice(0, MOST_CHATS)
}

/**
 * What is worth keeping of the state until the next start.
 * @param account whose it is, the app included @param before what was kept before, for chats that were not opened since
 */
export function keep(state: State, account: string, t: Translate, before: Remembered['chats'] = []): Kept {
  const list = state.conversations.list
    .slice(0, MOST_CONVERSATIONS)
    .map((conversation) =>
      conversation.last ? { ...conversation, last: shortened(conversation.last, t) } : conversation,
    )
  let room = MOST_TEXT - JSON.stringify(list).length
  const chats = chatsOf(state, before).filter((chat) => (room -= JSON.stringify(chat).length) > 0)
  const data = JSON.stringify({ list, chats } satisfies Remembered)
  return { version: VERSION, account, data, sum: sumOf(data) }
}

/** What was kept for this account; nothing when it is another's, of another version, or damaged. */
export function recall(value: unknown, account: string): Remembered | undefined {
  const { version, account: whose, data, sum } = (value ?? {}) as Partial<Record<keyof Kept, unknown>>
  if (version !== VERSION || whose !== account || typeof data !== 'string' || sum !== sumOf(data))
    return undefined
  const { list, chats } = JSON.parse(data) as Remembered
  return { list: list.filter(({ conversationID }) => parseConversationID(conversationID)), chats }
}
