import { parseConversationID } from '../store/conversation-id'
import { TYPING_MS, typingBody, typingOf } from '../store/typing'
import type { Message } from '../store/types'
import { attempt } from './attempt'
import type { Kit } from './kit'

/** At most one notice in this time while somebody types, ms. */
const REPEAT_MS = 4000

/** When each peer was told last that this user types; forgotten with the end. */
const told = new WeakMap<Kit, Map<string, number>>()

function toldBy(kit: Kit): Map<string, number> {
  const known = told.get(kit) ?? new Map<string, number>()
  told.set(kit, known)
  return known
}

async function tell(kit: Kit, conversationID: string, typing: boolean): Promise<void> {
  // It is a courtesy: nobody needs to hear that it failed.
  await attempt('typing', () => kit.sdk.sendOnline(conversationID, typingBody(typing)))
}

/**
 * Tells the peer of a chat of two that this user types, at most every 4 s. Does nothing in groups, without a network,
 * when the host has turned it off, and towards somebody who has never written: they need not know.
 * SDK: `sendMessage` with `onlineUserOnly`.
 */
export function tellTyping(kit: Kit, conversationID: string): void {
  const { session, settings, messages } = kit.store.get()
  if (parseConversationID(conversationID)?.type !== 'C2C' || settings.typing === false) return
  if (session.phase !== 'ready' || session.connection !== 'connected') return
  const thread = messages[conversationID]
  const pages = thread ? [...thread.newer, ...thread.older] : []
  if (!pages.some((page) => page.messages.some(({ own }) => !own))) return
  const mine = toldBy(kit)
  const now = Date.now()
  if (now - (mine.get(conversationID) ?? 0) < REPEAT_MS) return
  mine.set(conversationID, now)
  void tell(kit, conversationID, true)
}

/** Tells the peer that this user does not type any more, if they were told that they do. */
export function endTyping(kit: Kit, conversationID: string): void {
  if (!toldBy(kit).delete(conversationID)) return
  if (kit.store.get().session.connection === 'connected') void tell(kit, conversationID, false)
}

/** Forgets without a word: the message that was sent says it better. */
export const forgetTyping = (kit: Kit, conversationID: string): void =>
  void toldBy(kit).delete(conversationID)

/**
 * Takes the notices that somebody types out of what has come: they are no messages.
 * @returns what is left, and the function that ends its timer
 */
export function createTypingReader(kit: Kit): { read(messages: Message[]): Message[]; stop(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined

  const expire = (): void => {
    timer = undefined
    const now = Date.now()
    const { typing } = kit.store.get()
    for (const conversationID of Object.keys(typing))
      if ((typing[conversationID] ?? 0) <= now) put(conversationID, undefined)
    plan()
  }
  const plan = (): void => {
    const next = Math.min(...Object.values(kit.store.get().typing))
    if (timer) clearTimeout(timer)
    timer = next < Infinity ? setTimeout(expire, Math.max(0, next - Date.now())) : undefined
  }
  const put = (conversationID: string, until: number | undefined): void =>
    kit.store.set(({ typing }) => {
      const { [conversationID]: before, ...rest } = typing
      if (until === undefined) return before === undefined ? {} : { typing: rest }
      return { typing: { ...typing, [conversationID]: until } }
    })

  return {
    read(messages) {
      const rest = messages.filter((message) => {
        const { conversationID, own } = message
        const typing = typingOf(message)
        const peer = !own && parseConversationID(conversationID)?.type === 'C2C'
        // Whoever has written something does not write it any more.
        if (peer) put(conversationID, typing ? Date.now() + TYPING_MS : undefined)
        return typing === undefined
      })
      plan()
      return rest
    },
    stop: () => timer && clearTimeout(timer),
  }
}
