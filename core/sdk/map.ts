import type { Message as SdkMessage } from '@tencentcloud/chat'
import { clip } from '../../utils/text'
import type { Message } from '../store/types'
import { mapContent } from './map-content'
import { readCloudData, readReply } from './message-reply'
import { amount, list, number, record, text } from './read'

/** More people than any message mentions. */
const MAX_MENTIONS = 100

/** Longer ones are cut wherever they are shown. */
const MAX_NAME = 500

function nameOf({ nameCard, nick }: { nameCard?: unknown; nick?: unknown }, from: string): string {
  return clip(text(nameCard) || text(nick), MAX_NAME) || from
}

const STATUS = new Map<unknown, Message['status']>([
  ['success', 'sent'],
  ['fail', 'failed'],
  ['unSend', 'sending'],
])

/** Tencent's kits also modify a message to note answers and reactions beside it: its text is the same. */
function isEdited(source: SdkMessage): boolean {
  if (!source.isModified || text(source.type) !== 'TIMTextElem') return false
  const { messageReplies, messageReact } = readCloudData(source.cloudCustomData)
  return messageReplies === undefined && messageReact === undefined
}

/** How many have read an own message in a group, once the server has said so. */
function readersOf(source: SdkMessage): Message['readers'] {
  const { readCount, unreadCount } = record(source.readReceiptInfo)
  if (typeof readCount !== 'number' && typeof unreadCount !== 'number') return undefined
  return { read: amount(readCount), unread: amount(unreadCount) }
}

/** The SDK has no public name for what `messageControlInfo` said when the message was sent. */
function isSilent(source: SdkMessage): boolean {
  const { _isExcludedFromUnreadCount, _isExcludedFromLastMessage } = record(source)
  return _isExcludedFromUnreadCount === true && _isExcludedFromLastMessage === true
}

type Extra = Pick<
  Message,
  | 'sequence'
  | 'mentions'
  | 'quote'
  | 'edited'
  | 'extensible'
  | 'needsReceipt'
  | 'readers'
  | 'silent'
  | 'risky'
>

/** What only some messages have; a key that is not needed is not there. */
function extraOf(source: SdkMessage, own: boolean): Extra {
  const group = text(source.conversationID).startsWith('GROUP')
  const sequence = group ? amount(source.sequence) : 0
  const mentions = list(source.atUserList, MAX_MENTIONS).map(text).filter(Boolean)
  const quote = readReply(source.cloudCustomData)
  const needsReceipt = source.needReadReceipt === true
  const readers = group && own && needsReceipt ? readersOf(source) : undefined
  return {
    ...(sequence && { sequence }),
    ...(mentions.length && { mentions }),
    ...(quote && { quote }),
    ...(isEdited(source) && { edited: true }),
    ...(needsReceipt && { needsReceipt }),
    ...(readers && { readers }),
    ...(source.isSupportExtension === true && { extensible: true }),
    ...(isSilent(source) && { silent: true }),
    ...(source.hasRiskContent && { risky: true }),
  }
}

/** A message of the SDK as an immutable one of ours, without its local id. */
export function mapMessage(source: SdkMessage, userID: string): Omit<Message, 'id'> {
  const revokerInfo = record(source.revokerInfo)
  const from = text(source.from)
  const own = source.flow === 'out' || from === userID
  return {
    ID: text(source.ID),
    conversationID: text(source.conversationID),
    from,
    name: nameOf(source, from),
    avatar: text(source.avatar),
    own,
    time: number(source.time),
    status: STATUS.get(source.status) ?? 'sent',
    revoked: Boolean(source.isRevoked),
    revoker: text(source.revoker) || text(revokerInfo.userID),
    revokerName: text(revokerInfo.nick),
    peerRead: own && Boolean(source.isPeerRead),
    content: mapContent(text(source.type), source.payload, userID),
    ...extraOf(source, own),
  }
}
