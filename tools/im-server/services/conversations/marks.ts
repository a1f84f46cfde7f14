import type { ServerContext } from '../../context'
import { conversationIDOf, type Peer } from '../../domain/conversation-list'
import { ErrorCode, ImError } from '../../errors'
import { readCount, readList, readObject, readObjects, readString, type JsonObject } from '../../json'
import { Limits } from '../../limits'
import type { Service } from '../../router'
import { requireBytes, requireFew } from '../bounds'
import { resultOf } from '../results'
import { ConversationPush, peerToWire, readPeer, requirePeer, syncConversations } from './peers'

const Operation = { MARK: 1, CUSTOM_DATA: 2 } as const
const MARK_BITS = 64

function readBits(item: JsonObject, key: string): number[] {
  return readList(item, key, []).map((bit) => {
    if (typeof bit === 'number' && Number.isInteger(bit) && bit >= 0 && bit < MARK_BITS) return bit
    throw new ImError(ErrorCode.CONVERSATION_INVALID, `${key} must be bits from 0 to ${MARK_BITS - 1}`)
  })
}

/** Marks are a string of 0 and 1, the rightmost is bit 0; the empty string has none. */
function changeMarks(marks: string, set: number[], clear: number[]): string {
  const bits = [...marks.padStart(MARK_BITS, '0')]
  for (const bit of set) bits[MARK_BITS - 1 - bit] = '1'
  for (const bit of clear) bits[MARK_BITS - 1 - bit] = '0'
  return bits.join('').replace(/^0+/, '')
}

/** SDK: `markConversation`, `setConversationCustomData`: one command, told apart by `OptType`. */
export function conversationMarks(context: ServerContext): Service {
  const { domain, push } = context
  const { list, conversationGroups } = domain

  function requireRoom(owner: string, peer: Peer): void {
    const { marks, customData } = list.entry(owner, peer)
    if (marks || customData) return
    const annotated = new Set([
      ...list.annotated(owner).map(conversationIDOf),
      ...conversationGroups.members(owner),
    ])
    if (annotated.has(conversationIDOf(peer)) || annotated.size < Limits.annotatedConversations) return
    throw new ImError(ErrorCode.CONVERSATION_MARKS_FULL, 'too many conversations have marks')
  }

  function annotate(owner: string, peer: Peer, item: JsonObject): void {
    requirePeer(context, owner, peer)
    requireRoom(owner, peer)
    const operation = readCount(item, 'OptType')
    if (operation === Operation.MARK) {
      const { marks } = list.entry(owner, peer)
      list.change(owner, peer, {
        marks: changeMarks(marks, readBits(item, 'SetMark'), readBits(item, 'ClearMark')),
      })
    } else if (operation === Operation.CUSTOM_DATA) {
      const customData = readString(item, 'CustomMark', '')
      requireBytes(customData, Limits.conversationCustomBytes, 'CustomMark', ErrorCode.CONVERSATION_INVALID)
      list.change(owner, peer, { customData })
    } else throw new ImError(ErrorCode.CONVERSATION_INVALID, `${operation} is no OptType`)
  }

  return {
    commands: {
      'recentcontact.mark_contact': (caller, body) => {
        const { userID } = caller
        const items = readObjects(body, 'MarkItem')
        const changed: JsonObject[] = []
        const results = requireFew(items, Limits.conversationBatch, ErrorCode.CONVERSATIONS_TOO_MANY).map(
          (item) => {
            const contact = readObject(item, 'ContactItem')
            const result = resultOf(() => {
              const peer = readPeer(contact)
              annotate(userID, peer, item)
              const { marks, customData } = list.entry(userID, peer)
              changed.push({
                OptType: item.OptType,
                StandardMark: marks,
                CustomMark: customData,
                RecentContactItem: peerToWire(peer),
              })
            })
            return { ContactItem: contact, ...result }
          },
        )
        syncConversations(push, caller, {
          PushType: ConversationPush.ANNOTATED,
          RecentContactMarkContact: { RecentContactMarkContactItem: changed },
        })
        return { ResultItem: results }
      },
    },
  }
}
