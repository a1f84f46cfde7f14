import type { Conversation as SdkConversation } from '@tencentcloud/chat'
import { parseConversationID } from '../store/conversation-id'
import { MARKS } from '../store/marks'
import type { Conversation, LastMessage } from '../store/types'
import { mapContent } from './map-content'
import { amount, list, number, record, text } from './read'

/** More mentions than anybody looks up. */
const MAX_MENTIONS = 100
const MAX_MARKS = 64
const MAX_GROUPS = 20
/** One line of a draft, in characters: nobody reads more of it in a list. */
const MAX_DRAFT = 12_000

/** Of the SDK's `CONV_AT_…`: this user, everybody, both. */
const AT = { me: 1, all: 2, both: 3 } as const

export function mapLast(source: unknown, userID: string): LastMessage | undefined {
  const last = record(source)
  const time = number(last.lastTime)
  const type = text(last.type)
  if (!time || !type) return undefined
  const from = text(last.fromAccount)
  return {
    from,
    name: text(last.nameCard) || text(last.nick) || from,
    own: from === userID,
    time,
    revoked: last.isRevoked === true,
    content: mapContent(type, last.payload, userID),
  }
}

/** What only some conversations have; a key that is not needed is not there. */
type Extra = Pick<
  Conversation,
  'draft' | 'mentioned' | 'mention' | 'hidden' | 'folded' | 'markedUnread' | 'groups'
>

function mentionsOf(source: unknown): Extra {
  const infos = list(source, MAX_MENTIONS).map(record)
  if (!infos.length) return {}
  const types = infos.reduce<unknown[]>((all, info) => all.concat(list(info.atTypeArray, 3)), [])
  const mention = types.some((type) => type === AT.me || type === AT.both)
    ? 'me'
    : types.includes(AT.all) && 'all'
  return mention ? { mention, mentioned: infos.map((info) => amount(info.messageSequence)) } : {}
}

function extraOf(source: SdkConversation): Extra {
  const draft = text(source.draftText).slice(0, MAX_DRAFT)
  const marks = list(source.markList, MAX_MARKS)
  const groups = list(source.conversationGroupList, MAX_GROUPS).map(text).filter(Boolean)
  return {
    ...(draft && { draft }),
    ...mentionsOf(source.groupAtInfoList),
    ...(marks.includes(MARKS.unread) && { markedUnread: true }),
    ...(marks.includes(MARKS.fold) && { folded: true }),
    ...(marks.includes(MARKS.hide) && { hidden: true }),
    ...(groups.length && { groups }),
  }
}

/** A conversation of the SDK as an immutable one of ours; nothing for what is none. */
export function mapConversation(
  source: SdkConversation | undefined,
  userID: string,
): Conversation | undefined {
  const parsed = parseConversationID(text(source?.conversationID))
  if (!source || !parsed) return undefined
  const user = record(source.userProfile)
  const group = record(source.groupProfile)
  const name = parsed.type === 'GROUP' ? text(group.name) : text(source.remark) || text(user.nick)
  return {
    conversationID: source.conversationID,
    type: parsed.type,
    target: parsed.target,
    name: name || parsed.target,
    avatar: text(parsed.type === 'GROUP' ? group.avatar : user.avatar),
    unread: amount(source.unreadCount),
    pinned: Boolean(source.isPinned),
    // AcceptAndNotify is the default; every other type is some form of not being disturbed.
    muted: Boolean(source.messageRemindType) && String(source.messageRemindType) !== 'AcceptAndNotify',
    last: mapLast(source.lastMessage, userID),
    ...extraOf(source),
    ...(group.type === 'AVChatRoom' && { live: true }),
  }
}
