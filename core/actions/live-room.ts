import { parseConversationID } from '../store/conversation-id'
import type { GroupProfile } from '../store/group-profiles'
import { changeRoom, trimThread } from '../store/live'
import { mentionsUser } from '../store/mentions'
import { addNewer } from '../store/thread'
import type { Conversation, Message, Result } from '../store/types'
import { attempt } from './attempt'
import { loadGroup } from './groups'
import type { Kit } from './kit'

/** How often, ms, and how many messages are shown: as fast as anybody reads. */
const STEP_MS = 100
const PER_STEP = 2
/** Of what has come while the reader was elsewhere so many are shown at once. */
const AT_RETURN = 10
/** So many wait to be shown; what is more is left out. */
const MOST_WAITING = 40
/** For so long after something was left out people are told, ms. */
const SAMPLED_MS = 5000
/** The SDK knows a new number once a minute. */
const COUNT_MS = 60_000

/** Of group tips: somebody came, somebody left. */
const COMING_AND_GOING = new Set([1, 2])

const DONE = { ok: true, value: undefined } as const

/** Nothing of a group that is no live room. */
async function roomProfile(
  kit: Kit,
  groupID: string,
  listed: Conversation | undefined,
): Promise<GroupProfile | undefined> {
  const profile = (): GroupProfile | undefined => kit.store.get().groups[groupID]?.profile
  if (!profile() && (!listed || listed.live)) await loadGroup(kit, groupID)
  return profile()?.type === 'live' ? profile() : undefined
}

/**
 * Joins a live room before it is shown: its messages come to those who are inside only, and every login starts outside.
 * Does nothing for other groups. SDK: `getGroupProfile`, `joinGroup`.
 * @param listed the conversation as the list had it; a live room that was never entered is in no list
 */
export async function enterLive(
  kit: Kit,
  conversationID: string,
  listed: Conversation | undefined,
): Promise<Result<void>> {
  const { type, target = '' } = parseConversationID(conversationID) ?? {}
  const { live, session } = kit.store.get()
  if (type !== 'GROUP' || live[conversationID]) return DONE
  const profile = await roomProfile(kit, target, listed)
  if (!profile) return DONE
  const joined = await attempt('joinGroup', () => kit.sdk.joinGroup(profile, ''))
  if (!joined.ok) return joined
  if (kit.store.get().session.logins === session.logins)
    kit.store.set(({ live: rooms }) => ({
      live: { ...rooms, [conversationID]: { waiting: 0, sampled: false } },
    }))
  return DONE
}

interface Gate {
  /** What has come, without what waits for its turn: a live room can be faster than any reader. */
  take(messages: readonly Message[]): Message[]
  /** These were recalled: they need not be shown. */
  revoke(messages: readonly Message[]): void
  stop(): void
}

/** What is left out last: what is about this user, then what somebody has said. */
function weight(message: Message, userID: string): number {
  if (mentionsUser(message, userID)) return 2
  const { content } = message
  return content.type === 'groupTip' && COMING_AND_GOING.has(content.operation) ? 0 : 1
}

/**
 * Live rooms: lets their messages through a few at a time while they are looked at, counts those who are there, and
 * leaves when the chat is closed, if the host wants that. SDK: `getGroupOnlineMemberCount`, `quitGroup`.
 */
export function watchLiveRooms(kit: Kit): Gate {
  const waiting = new Map<string, Message[]>()
  let opened = ''
  let step: ReturnType<typeof setTimeout> | undefined
  let count: ReturnType<typeof setInterval> | undefined
  /** When something was left out last. */
  let left = 0

  const forget = (messages: readonly Message[]): void => kit.sdk.forgetRows(messages)

  /** The reader is at the newest message of the room. */
  const isSeen = (): boolean => {
    const { openChat } = kit.store.get()
    return openChat?.conversationID === opened && openChat.shown && openChat.atBottom
  }

  function sample(queue: Message[]): void {
    const { userID } = kit.store.get().session
    while (queue.length > MOST_WAITING) {
      const weights = queue.map((message) => weight(message, userID))
      forget(queue.splice(weights.indexOf(Math.min(...weights)), 1))
      left = Date.now()
    }
  }

  function show(conversationID: string, messages: readonly Message[]): void {
    const thread = kit.store.get().messages[conversationID]
    if (!thread) return forget(messages)
    const { thread: next, dropped } = trimThread(addNewer(thread, messages))
    kit.store.set((state) => ({ messages: { ...state.messages, [conversationID]: next } }))
    forget(dropped)
  }

  function run(): void {
    step = undefined
    const queue = waiting.get(opened)
    if (!queue) return
    const seen = isSeen()
    if (seen && queue.length) {
      const { waiting: missed = 0 } = kit.store.get().live[opened] ?? {}
      show(opened, queue.splice(0, missed ? AT_RETURN : PER_STEP))
    }
    const sampled = seen && Date.now() - left < SAMPLED_MS
    kit.store.set((state) => changeRoom(state, opened, { sampled, ...(seen && { waiting: 0 }) }))
    if (queue.length ? seen : sampled) plan()
  }
  const plan = (): void => void (step ??= setTimeout(run, STEP_MS))

  function hold(conversationID: string, messages: readonly Message[]): void {
    // A room that nobody looks at begins anew when it is opened again.
    if (conversationID !== opened) return forget(messages)
    const queue = waiting.get(conversationID) ?? []
    waiting.set(conversationID, queue)
    queue.push(...messages)
    sample(queue)
    if (!isSeen()) {
      const missed = kit.store.get().live[conversationID]?.waiting ?? 0
      kit.store.set((state) =>
        changeRoom(state, conversationID, { waiting: missed + messages.length, sampled: false }),
      )
    }
    plan()
  }

  async function countPeople(): Promise<void> {
    const conversationID = opened
    const { target = '' } = parseConversationID(conversationID) ?? {}
    const result = await attempt('getGroupOnlineMemberCount', () => kit.sdk.onlineCount(target))
    if (result.ok) kit.store.set((state) => changeRoom(state, conversationID, { online: result.value }))
    else kit.reportQuietly(result.error)
  }

  async function leave(conversationID: string): Promise<void> {
    forget(waiting.get(conversationID) ?? [])
    waiting.delete(conversationID)
    if (count) clearInterval(count)
    count = undefined
    const { settings, live } = kit.store.get()
    if (!live[conversationID]) return
    if (!settings.leaveLiveRooms)
      return kit.store.set((state) => changeRoom(state, conversationID, { waiting: 0, sampled: false }))
    kit.store.set(({ live: rooms, messages }) => {
      const { [conversationID]: _room, ...others } = rooms
      const { [conversationID]: _thread, ...threads } = messages
      return { live: others, messages: threads }
    })
    const { target = '' } = parseConversationID(conversationID) ?? {}
    const result = await attempt('quitGroup', () => kit.sdk.quitGroup(target))
    if (!result.ok) kit.reportQuietly(result.error)
  }

  const unsubscribe = kit.store.subscribe(() => {
    const { openChat, live } = kit.store.get()
    const conversationID = openChat?.conversationID ?? ''
    const open = live[conversationID] ? conversationID : ''
    if (open !== opened) {
      const before = opened
      opened = open
      if (before) void leave(before)
      if (open) {
        void countPeople()
        count = setInterval(() => void countPeople(), COUNT_MS)
      }
    }
    if (opened && live[opened]?.waiting && isSeen()) plan()
  })

  return {
    take(messages) {
      const { live } = kit.store.get()
      const held = new Map<string, Message[]>()
      const rest = messages.filter((message) => {
        const { conversationID, own } = message
        if (own || !live[conversationID]) return true
        held.set(conversationID, [...(held.get(conversationID) ?? []), message])
        return false
      })
      for (const [conversationID, list] of held) hold(conversationID, list)
      return rest
    },
    revoke(messages) {
      const gone = new Set(messages.map(({ ID }) => ID))
      for (const [conversationID, queue] of waiting)
        waiting.set(
          conversationID,
          queue.filter(({ ID }) => !gone.has(ID)),
        )
    },
    stop() {
      unsubscribe()
      if (step) clearTimeout(step)
      if (count) clearInterval(count)
      const before = opened
      opened = ''
      if (before) void leave(before)
    },
  }
}
