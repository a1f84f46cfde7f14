import { MESSAGE_GONE } from '../store/codes'
import { findTarget, standAt, backToTail, type Around, type JumpTarget } from '../store/jumps'
import { windowAround } from '../store/list-window'
import { newestFirst } from '../store/pages'
import { findMessage } from '../store/thread'
import type { Result, Thread } from '../store/types'
import { loadOlder, patiently } from './load-older'
import type { Kit } from './kit'
import { openChat } from './open-chat'

export type { JumpTarget } from '../store/jumps'

/** History is paged in for at most this many pages: whoever wants to go back further scrolls on. */
const MAX_PAGES = 20

/** The SDK's code for a call that it was built without. */
const NO_HOPPING = 2998

const DONE: Result<void> = { ok: true, value: undefined }

const gone = (): Result<never> => ({
  ok: false,
  error: { code: MESSAGE_GONE, op: 'jumpTo', retryable: false, cause: 'The message is not in the history' },
})

let jumps = 0
const newest = new WeakMap<Kit, number>()

const threadOf = (kit: Kit, conversationID: string): Thread | undefined =>
  kit.store.get().messages[conversationID]

/** The SDK's ID of a message holds the moment at which it was made, seconds since 1970. */
function timeIn(ID = ''): number {
  const [, seconds = ''] = /^\d+-(\d{9,11})-\d+$/.exec(ID) ?? []
  return Number(seconds)
}

/** Where in the history to look; 0 when nobody said. */
const placeOf = (conversationID: string, { ID, sequence, time }: JumpTarget): number =>
  (conversationID.startsWith('GROUP') ? sequence : time || timeIn(ID)) ?? 0

/** Leads the list to a message that is loaded. */
export function land(kit: Kit, conversationID: string, id: string, flash: boolean): void {
  kit.store.set(({ messages, windows }) => {
    const thread = messages[conversationID]
    if (!thread) return {}
    const window = windowAround(newestFirst(thread), windows[conversationID], id)
    return {
      windows: { ...windows, [conversationID]: window },
      jump: { conversationID, id, count: ++jumps, flash },
    }
  })
}

/** Lands on a message that is loaded already. @returns whether it is */
function landOnLoaded(kit: Kit, conversationID: string, target: JumpTarget, flash: boolean): boolean {
  const thread = threadOf(kit, conversationID)
  const found = thread && findTarget(thread, target)
  if (!thread || !found) return false
  const shown = newestFirst(thread).some((page) => page.messages.includes(found))
  if (!shown) replace(kit, conversationID, backToTail(thread))
  land(kit, conversationID, found.id, flash)
  return true
}

/** Leads the list to a message that is loaded. @param id its local id */
export function jumpToLoaded(kit: Kit, conversationID: string, id: string): void {
  const thread = threadOf(kit, conversationID)
  const message = thread && findMessage(thread, (row) => row.id === id)
  if (message) landOnLoaded(kit, conversationID, { ID: message.ID }, true)
}

/** Shows another part of the history: nothing of it was drawn before. */
function replace(kit: Kit, conversationID: string, thread: Thread): void {
  kit.store.set(({ messages, windows }) => ({
    messages: { ...messages, [conversationID]: thread },
    windows: { ...windows, [conversationID]: { heights: windows[conversationID]?.heights ?? {} } },
  }))
}

async function loadAround(kit: Kit, conversationID: string, from: number): Promise<Result<Around>> {
  const ask = (direction: 'older' | 'newer') =>
    patiently('getMessageListHopping', () => kit.sdk.hop(conversationID, from, direction))
  const [older, newer] = await Promise.all([ask('older'), ask('newer')])
  if (!older.ok) return older
  if (!newer.ok) return newer
  return {
    ok: true,
    value: {
      messages: [...older.value.messages, ...newer.value.messages],
      olderFrom: older.value.next,
      newerFrom: newer.value.next,
    },
  }
}

/** Pages history in until the target is there. @returns whether it is */
export async function pageBackTo(
  kit: Kit,
  conversationID: string,
  isThere: (thread: Thread) => boolean,
): Promise<boolean> {
  for (let page = 0; page < MAX_PAGES; page++) {
    const thread = threadOf(kit, conversationID)
    if (!thread) return false
    if (isThere(thread)) return true
    if (thread.complete) return false
    const result = await loadOlder(kit, conversationID)
    if (!result.ok) break
  }
  const thread = threadOf(kit, conversationID)
  return thread !== undefined && isThere(thread)
}

interface JumpOptions {
  /** Goes to the next message when this one is not there any more. */
  nearest?: boolean
  flash?: boolean
}

/** For an SDK without hopping, and for a message of which nobody said where it is. */
async function pageTo(
  kit: Kit,
  conversationID: string,
  target: JumpTarget,
  current: () => boolean,
  flash: boolean,
): Promise<Result<void>> {
  await pageBackTo(kit, conversationID, (thread) => findTarget(thread, target) !== undefined)
  if (!current() || landOnLoaded(kit, conversationID, target, flash)) return DONE
  return gone()
}

/** Loads what is around the target and shows it. */
async function hopTo(
  kit: Kit,
  conversationID: string,
  target: JumpTarget,
  current: () => boolean,
  { nearest = false, flash = true }: JumpOptions,
): Promise<Result<void>> {
  const from = placeOf(conversationID, target)
  const around = from ? await loadAround(kit, conversationID, from) : undefined
  if (!current()) return DONE
  if (!around || (!around.ok && around.error.code === NO_HOPPING))
    return pageTo(kit, conversationID, target, current, flash)
  if (!around.ok) return around
  const thread = threadOf(kit, conversationID)
  if (!thread) return DONE
  const there = standAt(thread, around.value)
  const { messages } = around.value
  const next = messages.find((message) => (message.sequence ?? message.time) >= from)
  const found = findTarget(there, target) ?? (nearest ? (next ?? messages[messages.length - 1]) : undefined)
  if (!found) return gone()
  replace(kit, conversationID, there)
  land(kit, conversationID, found.id, flash)
  return DONE
}

/**
 * Shows a message of a chat, wherever it is in the history, and lights it up. What lies between it and the newest
 * messages is loaded when somebody scrolls there. Fails when it is not there any more; telling that is the caller's.
 * SDK: `getMessageListHopping`; `getMessageList` where that does not help.
 */
export async function jumpTo(
  kit: Kit,
  conversationID: string,
  target: JumpTarget,
  options: JumpOptions = {},
): Promise<Result<void>> {
  const turn = ++jumps
  newest.set(kit, turn)
  const current = (): boolean => newest.get(kit) === turn
  if (threadOf(kit, conversationID)?.phase !== 'ready') {
    const opened = await openChat(kit, conversationID)
    if (!opened.ok) return opened
    if (!current()) return DONE
  }
  if (landOnLoaded(kit, conversationID, target, options.flash ?? true)) return DONE
  kit.store.set(() => ({ jump: { conversationID, id: '', count: turn, flash: false } }))
  const result = await hopTo(kit, conversationID, target, current, options)
  if (!result.ok) endJump(kit, conversationID)
  return result
}

/** The list has been where it was led to. */
export function endJump(kit: Kit, conversationID: string): void {
  kit.store.set(({ jump }) => (jump?.conversationID === conversationID ? { jump: undefined } : {}))
}
