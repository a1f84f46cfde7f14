import TencentCloudChat from '@tencentcloud/chat'
import type { Account } from '../protocol'
import {
  createRecords,
  lastMessage,
  ME,
  NOW,
  ROOM_PROFILE,
  type SdkConversation,
  type SdkMessage,
} from './records'

type Handler = (event: { name: string; data: unknown; isSyncCompleted?: boolean }) => void
type Calls = Record<string, (...values: never[]) => unknown>

/** The SDK hands out this many messages at a time. */
const PAGE = 15

const { EVENT } = TencentCloudChat

/**
 * A deterministic stand-in of the SDK instance: in memory, without network. It raises the SDK's events in the SDK's
 * order, with data of the SDK's shape, and answers the calls that the kits make. All state is in this closure: one kit
 * puts the instance itself into `data`, and what would be copied there is not its doing.
 */
export function createStandIn({ conversations: count, messages: length, avatar, live = false }: Account) {
  const { conversation, message, profile, liveMessage, liveRoom } = createRecords(avatar)
  const handlers: { event: string; handler: Handler; context: unknown }[] = []
  const calls: Record<string, number> = {}
  const unanswered = new Set<string>()
  const first = 'C2Cp0'
  /** Of the first chat; each other one has only its newest message. */
  const history = Array.from({ length }, (_, at) => message('p0', at + 1, NOW - (length - 1 - at) * 20))
  let sent = length
  let handedOut = 0
  let conversations = Array.from({ length: count }, (_, at) =>
    at === 0 && live
      ? liveRoom()
      : conversation(
          `p${at}`,
          at === 0 ? (history.at(-1) ?? message('p0', 1, NOW)) : message(`p${at}`, at * 3 + 1, NOW - at * 60),
        ),
  )

  const emit = (event: string, data: unknown, more = {}): void => {
    for (const { event: name, handler, context } of [...handlers]) {
      if (name === event) handler.call(context, { name: event, data, ...more })
    }
  }
  const emitList = (): void =>
    emit(EVENT.CONVERSATION_LIST_UPDATED, [...conversations], { isSyncCompleted: true })
  const find = (id: string): SdkConversation | undefined =>
    conversations.find(({ conversationID }) => conversationID === id)
  const historyOf = (id: string): SdkMessage[] => (id === first ? history : [])
  const reply = (data: unknown): Promise<unknown> => Promise.resolve({ code: 0, data })

  const answers: Calls = {
    isReady: () => true,
    getLoginUser: () => ME,
    getServerTime: () => NOW * 1000,
    on: (event: string, handler: Handler, context?: unknown) =>
      void handlers.push({ event, handler, context }),
    off: (event: string, handler: Handler) => {
      const at = handlers.findIndex((known) => known.event === event && known.handler === handler)
      if (at >= 0) handlers.splice(at, 1)
    },
    getConversationList: () => reply({ conversationList: [...conversations], isSyncCompleted: true }),
    getConversationProfile: (id: string) => reply({ conversation: find(id) }),
    getMyProfile: () => reply(profile(ME)),
    getUserProfile: ({ userIDList }: { userIDList: string[] }) =>
      reply(userIDList.map((userID) => profile(userID))),
    getUserStatus: ({ userIDList }: { userIDList: string[] }) =>
      reply({
        successUserList: userIDList.map((userID) => ({ userID, statusType: 1, customStatus: '' })),
        failureUserList: [],
      }),
    subscribeUserStatus: () => reply({ failureUserList: [] }),
    unsubscribeUserStatus: () => reply({ failureUserList: [] }),
    getMessageList: ({
      conversationID,
      nextReqMessageID,
    }: {
      conversationID: string
      nextReqMessageID?: string
    }) => {
      // As the SDK does: a kit that asks before it knows of which chat must not be answered.
      if (!conversationID)
        return Promise.reject(Object.assign(new Error('conversationID is required'), { code: 2901 }))
      const all = historyOf(conversationID)
      const end = nextReqMessageID ? all.findIndex(({ ID }) => ID === nextReqMessageID) : all.length
      const start = Math.max(0, end - PAGE)
      if (!nextReqMessageID) handedOut = 0
      handedOut += end - start
      return reply({
        messageList: all.slice(start, end),
        nextReqMessageID: start ? (all[start]?.ID ?? '') : '',
        isCompleted: start === 0,
      })
    },
    getFriendApplicationList: () => reply({ friendApplicationList: [], unreadCount: 0 }),
    getFriendList: () => reply([]),
    getFriendGroupList: () => reply([]),
    getBlacklist: () => reply([]),
    // Every ability is bought: what a kit can do it does.
    callExperimentalAPI: () => reply({ enabled: true }),
    getMessageReactions: () => reply({ resultList: [] }),
    getGroupProfile: () => reply({ group: ROOM_PROFILE }),
    joinGroup: () => reply({ status: 'JoinedSuccess' }),
    getGroupOnlineMemberCount: () => reply({ memberCount: 5000 }),
    getPinnedGroupMessageList: () => reply({ messageList: [] }),
    getGroupMemberList: () => reply({ memberList: [], offset: 0 }),
    getGroupApplicationList: () => reply({ applicationList: [] }),
    getGroupList: () => reply({ groupList: [], isSyncCompleted: true }),
    getTotalUnreadMessageCount: () => conversations.reduce((sum, { unreadCount }) => sum + unreadCount, 0),
    findMessage: (id: string) => history.find(({ ID }) => ID === id) ?? null,
    setMessageRead: ({ conversationID }: { conversationID: string }) => {
      const known = find(conversationID)
      if (known?.unreadCount) {
        known.unreadCount = 0
        emitList()
      }
      return reply({})
    },
  }

  const instance = new Proxy<Record<string, unknown>>(
    {},
    {
      get(_target, name) {
        if (typeof name === 'symbol' || ['then', 'toJSON', 'constructor'].includes(name)) return undefined
        return (...values: never[]): unknown => {
          calls[name] = (calls[name] ?? 0) + 1
          const answer = answers[name]
          if (answer) return answer(...values)
          unanswered.add(name)
          return Promise.reject(Object.assign(new Error(`${name} is not in the stand-in`), { code: 60020 }))
        }
      },
    },
  )

  const receive = (conversationID: string): void => {
    sent += 1
    const peer = conversationID.slice(3)
    const incoming = message(peer, sent * 3 + 1, NOW + sent)
    historyOf(conversationID).push(incoming)
    const known = find(conversationID)
    if (known) {
      Object.assign(known, { unreadCount: known.unreadCount + 1, lastMessage: lastMessage(incoming) })
      conversations = [known, ...conversations.filter((other) => other !== known)]
    }
    emitList()
    emit(EVENT.MESSAGE_RECEIVED, [incoming])
  }

  return {
    instance,
    namespace: { EVENT, TYPES: TencentCloudChat.TYPES },
    /** How often each call was made. */
    calls,
    /** Calls that were refused because the stand-in knows nothing of them. */
    unanswered,
    /** How many messages of the open chat the SDK has handed out. */
    handedOut: () => handedOut,
    newest: () => history.at(-1)?.payload.text ?? '',
    lastButOne: () => history.at(-2)?.payload.text ?? '',
    receive,
    /** As the SDK hands on what it has polled; it keeps nothing of a live room. @returns the newest text */
    speak(messages: number): string {
      const list = Array.from({ length: messages }, () =>
        liveMessage((sent += 1), NOW + Math.floor(sent / 100)),
      )
      emit(EVENT.MESSAGE_RECEIVED, list)
      return list.at(-1)?.payload.text ?? ''
    },
    /** The peer has read the newest message of mine that was not read yet. */
    read(): void {
      const own = [...history].reverse().find(({ flow, isPeerRead }) => flow === 'out' && !isPeerRead)
      if (!own) return
      own.isPeerRead = true
      emit(EVENT.MESSAGE_READ_BY_PEER, [own])
    },
    /** The peer recalls the newest message that is not recalled yet. */
    recall(): void {
      const theirs = [...history].reverse().find(({ flow, isRevoked }) => flow === 'in' && !isRevoked)
      if (!theirs) return
      Object.assign(theirs, { isRevoked: true, revoker: theirs.from })
      emit(EVENT.MESSAGE_REVOKED, [theirs])
    },
  }
}

export type StandIn = ReturnType<typeof createStandIn>
