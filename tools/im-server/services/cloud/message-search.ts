import type { ServerContext } from '../../context'
import { conversationIDOf, type Peer } from '../../domain/conversation-list'
import { GroupType } from '../../domain/groups'
import type { MessageContent } from '../../domain/message'
import { isObject, readCount, readString, readStrings, type JsonObject } from '../../json'
import { Limits } from '../../limits'
import type { Service } from '../../router'
import { c2cMessageToWire } from '../c2c/wire'
import { requireMember } from '../groups/access'
import { groupMessageToWire } from '../groups/wire'
import { requireSearch } from './plan'
import { matches, pageOf, readKeywords, readPage, refuseSearch, type Keywords } from './search-query'

/** In which fields of which elements words are looked for. Others are found by sender and type only. */
const SEARCHED = new Map<unknown, readonly string[]>([
  ['TIMTextElem', ['Text']],
  ['TIMCustomElem', ['Desc']],
  ['TIMFileElem', ['FileName']],
  ['TIMLocationElem', ['Desc']],
  ['TIMRelayElem', ['Title', 'AbstractList']],
])
/** Tencent: cannot be searched for. */
const NOT_SEARCHED = 'TIMFaceElem'

interface Query {
  keywords: Keywords
  senders: readonly string[]
  types: readonly string[]
  startTime: number
  endTime: number
}

interface Hit {
  position: number
  time: number
  toWire: () => JsonObject
}

function readQuery(body: JsonObject): Query {
  const keywords = readKeywords(body, 'KeywordList', readString(body, 'MatchType', 'or') === 'and')
  const senders = readStrings(body, 'SendUserIDList', [])
  const types = readStrings(body, 'MsgTypeList', [])
  if (senders.length > Limits.searchSenders) refuseSearch(`at most ${Limits.searchSenders} senders`)
  if (keywords.words.length + senders.length + types.length === 0) refuseSearch('nothing to search for')
  return {
    keywords,
    senders,
    types,
    startTime: readCount(body, 'StartTime', 0),
    endTime: readCount(body, 'EndTime', 0) || Infinity,
  }
}

function textsOf(element: JsonObject): string[] {
  const content = isObject(element.MsgContent) ? element.MsgContent : {}
  return (SEARCHED.get(element.MsgType) ?? [])
    .flatMap((field) => content[field])
    .filter((text) => typeof text === 'string')
}

function isHit({ keywords, senders, types, startTime, endTime }: Query, message: MessageContent): boolean {
  if (message.revoked || message.time < startTime || message.time > endTime) return false
  if (senders.length > 0 && !senders.includes(message.from)) return false
  const elements = message.body.filter(isObject).filter(({ MsgType }) => MsgType !== NOT_SEARCHED)
  const wanted = types.length > 0 ? elements.filter((item) => types.includes(String(item.MsgType))) : elements
  if (wanted.length === 0) return false
  return keywords.words.length === 0 || matches(keywords, wanted.flatMap(textsOf))
}

/** SDK: `searchCloudMessages`: in what the user may see, without what was revoked or deleted. */
export function messageSearch(context: ServerContext): Service {
  const { domain } = context
  const { accounts, c2c, groupReading, groups, list } = domain

  /** Newest first. */
  function hitsIn(userID: string, peer: Peer, query: Query): Hit[] {
    const hits: Hit[] = []
    if (peer.kind === 'c2c') {
      for (const { position, message } of c2c.backwards(userID, peer.userID)) {
        if (!isHit(query, message)) continue
        hits.push({ position, time: message.time, toWire: () => c2cMessageToWire(message, userID, accounts) })
      }
      return hits
    }
    const { group } = requireMember(domain, peer.groupID, userID)
    for (const message of groupReading.backwards(group.id, userID)) {
      if (message.tip || !isHit(query, message)) continue
      const toWire = (): JsonObject => groupMessageToWire(group, message, domain)
      hits.push({ position: message.seq, time: message.time, toWire })
    }
    return hits
  }

  const name = (peer: Peer): JsonObject =>
    peer.kind === 'c2c' ? { UserID: peer.userID } : { GroupID: peer.groupID }

  function inOne(userID: string, peer: Peer, body: JsonObject): JsonObject {
    const hits = hitsIn(userID, peer, readQuery(body))
    const { count, cursor } = readPage(body)
    if (!/^\d*$/.test(cursor)) refuseSearch('the cursor is not one of this search')
    // By position instead of by the last message itself, which may be gone by now.
    const left = cursor === '' ? hits : hits.filter(({ position }) => position < Number(cursor))
    const page = left.slice(0, count)
    const next = left.length > count ? String(page.at(-1)?.position) : ''
    const found = { ...name(peer), Count: hits.length, MsgList: page.map(({ toWire }) => toWire()) }
    return { TotalCount: hits.length, Cursor: next, ConversationMsgs: page.length > 0 ? [found] : [] }
  }

  /** Tencent: not in live rooms, nor in communities. */
  function searchedPeers(userID: string): Peer[] {
    const joined = groups
      .groupsOf(userID)
      .filter(({ type }) => type !== GroupType.LIVE && type !== GroupType.COMMUNITY)
      .map(({ id }): Peer => ({ kind: 'group', groupID: id }))
    return [...list.peers(userID).filter(({ kind }) => kind === 'c2c'), ...joined]
  }

  /** By conversation, the one with the newest hit first. Only a single hit is named: of more, the number. */
  function everywhere(userID: string, body: JsonObject): JsonObject {
    const query = readQuery(body)
    const found = searchedPeers(userID)
      .map((peer) => ({ peer, hits: hitsIn(userID, peer, query) }))
      .filter(({ hits }) => hits.length > 0)
      .sort((a, b) => (b.hits[0]?.time ?? 0) - (a.hits[0]?.time ?? 0))
    const { page, reply } = pageOf(found, readPage(body), ({ peer }) => conversationIDOf(peer))
    return {
      ...reply,
      ConversationMsgs: page.map(({ peer, hits }) => ({
        ...name(peer),
        Count: hits.length,
        MsgList: hits.length === 1 ? hits.map(({ toWire }) => toWire()) : [],
      })),
    }
  }

  return {
    commands: {
      'message_search.query': ({ userID }, body) => {
        requireSearch(context)
        const groupID = readString(body, 'GroupID', '')
        if (groupID) return inOne(userID, { kind: 'group', groupID }, body)
        const peer = readString(body, 'PeerAccount', '')
        return peer ? inOne(userID, { kind: 'c2c', userID: peer }, body) : everywhere(userID, body)
      },
    },
  }
}
