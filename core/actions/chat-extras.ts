import { readMore } from '../store/apply-updates'
import { spanOf } from '../store/list-window'
import { newestFirst } from '../store/pages'
import type { State } from '../store/state'
import { pagesNewestFirst } from '../store/thread'
import type { Message, MessagePage, Thread } from '../store/types'
import { attempt } from './attempt'
import { createBatch } from './batch'
import { changeMessage } from './change-message'
import type { Kit } from './kit'
import { loadAbilities } from './load-abilities'
import { visibleChat } from './mark-read'
import { loadPinned } from './pin-message'

/** A page of history and what comes right after it is asked for together. */
const PAUSE_MS = 200
/** So many messages are asked for at once. */
const AT_ONCE = 30
/** Nobody has had the time to react to a message as young as this, seconds: events tell of it. */
const FRESH = 10

const isOrdinary = ({ status, revoked }: Message): boolean => status === 'sent' && !revoked

/**
 * What the SDK's history leaves out, loaded beside it for the open chat: reactions, how many have read the own
 * messages of a group, what is pinned there; and it tells the senders who ask for it that their messages were seen.
 * SDK: `getMessageReactions`, `getMessageReadReceiptList`, `getPinnedGroupMessageList`, `sendMessageReadReceipt`.
 * @returns the function that stops it
 */
export function watchChatExtras(kit: Kit): () => void {
  let login = 0
  let opened = ''
  /** Pages that were gone through, and IDs that were asked for or reported. Another login starts anew. */
  let pages = new WeakSet<MessagePage | Thread['older']>()
  let asked = new Set<string>()
  let told = new Set<string>()

  const reactions = createBatch<Message>(PAUSE_MS, AT_ONCE, (messages) => void loadReactions(messages))
  const extensions = createBatch<Message>(PAUSE_MS, AT_ONCE, (messages) => void loadExtensions(messages))
  const counts = createBatch<Message>(PAUSE_MS, AT_ONCE, (messages) => void loadCounts(messages))
  const receipts = createBatch<Message>(PAUSE_MS, AT_ONCE, (messages) => void report(messages))

  /** Asked for again with the next page. */
  const forget = (messages: readonly Message[], known: Set<string>): void => {
    for (const { ID } of messages) known.delete(ID)
    pages = new WeakSet()
  }

  async function loadReactions(messages: readonly Message[]): Promise<void> {
    const result = await attempt('getMessageReactions', () => kit.sdk.reactions(messages))
    if (!result.ok) {
      if (result.error.retryable) forget(messages, asked)
      return kit.reportQuietly(result.error)
    }
    for (const message of messages) {
      const found = result.value.get(message.ID)
      if (found?.length) changeMessage(kit, message, (row) => ({ ...row, reactions: found }))
    }
  }

  async function loadExtensions(messages: readonly Message[]): Promise<void> {
    for (const message of messages) {
      const result = await attempt('getMessageExtensions', () => kit.sdk.extensions(message))
      if (result.ok) changeMessage(kit, message, (row) => ({ ...row, extensions: result.value }))
      else kit.reportQuietly(result.error)
    }
  }

  async function loadCounts(messages: readonly Message[]): Promise<void> {
    const result = await attempt('getMessageReadReceiptList', () => kit.sdk.receipts(messages))
    if (!result.ok) {
      if (result.error.retryable) forget(messages, asked)
      return kit.reportQuietly(result.error)
    }
    for (const { ID, readers } of result.value) {
      const message = messages.find((one) => one.ID === ID)
      if (message && readers) changeMessage(kit, message, (row) => readMore(row, { readers }))
    }
  }

  async function report(messages: readonly Message[]): Promise<void> {
    const result = await attempt('sendMessageReadReceipt', () => kit.sdk.sendReceipts(messages))
    if (result.ok) return
    if (result.error.retryable) forget(messages, told)
    kit.reportQuietly(result.error)
  }

  function ask(state: State, conversationID: string, thread: Thread): void {
    const group = conversationID.startsWith('GROUP')
    const now = kit.sdk.now() / 1000
    // A list of older pages is the same for as long as none of them changes: there may be thousands.
    const known = !thread.tail && pages.has(thread.older)
    pages.add(thread.older)
    for (const page of known ? thread.newer : pagesNewestFirst(thread)) {
      if (pages.has(page)) continue
      pages.add(page)
      const fresh = page.messages.filter((message) => isOrdinary(message) && !asked.has(message.ID))
      for (const { ID } of fresh) asked.add(ID)
      if (state.abilities.reactions) reactions.add(fresh.filter(({ time }) => now - time > FRESH))
      extensions.add(fresh.filter(({ extensible }) => extensible))
      if (group) counts.add(fresh.filter(({ own, needsReceipt }) => own && needsReceipt))
    }
  }

  /** The messages that are drawn, up to the newest one that was seen. */
  function seen(state: State, conversationID: string, thread: Thread): Message[] {
    const shown = newestFirst(thread)
    const { from, to } = spanOf(shown, state.windows[conversationID])
    const drawn = shown.slice(from, to + 1)
    const { seenID } = thread
    let passed = !shown.some((page) => page.messages.some(({ id }) => id === seenID))
    if (passed && !thread.tail) return []
    const found: Message[] = []
    for (const page of drawn) {
      for (let at = page.messages.length - 1; at >= 0; at--) {
        const message = page.messages[at]
        passed ||= message?.id === seenID
        if (message && passed) found.push(message)
      }
    }
    return found
  }

  function tell(state: State, conversationID: string, thread: Thread): void {
    if (!visibleChat(state)) return
    const { sight } = state
    const onScreen = ({ id }: Message): boolean =>
      !sight || (sight.conversationID === conversationID && sight.rows.has(id))
    const due = seen(state, conversationID, thread).filter(
      (message) =>
        message.needsReceipt &&
        !message.own &&
        isOrdinary(message) &&
        !told.has(message.ID) &&
        onScreen(message),
    )
    for (const { ID } of due) told.add(ID)
    receipts.add(due)
  }

  function begin(state: State): void {
    if (state.session.logins !== login) {
      login = state.session.logins
      opened = ''
      pages = new WeakSet()
      asked = new Set()
      told = new Set()
      void loadAbilities(kit).then(() => {
        // What was gone through before they were known.
        if (!kit.store.get().abilities.reactions) return
        pages = new WeakSet()
        asked = new Set()
        check()
      })
    }
    const conversationID = state.openChat?.conversationID ?? ''
    if (conversationID === opened) return
    opened = conversationID
    if (conversationID.startsWith('GROUP')) void loadPinned(kit, conversationID)
  }

  function check(): void {
    const state = kit.store.get()
    if (state.session.phase !== 'ready') return
    begin(state)
    const thread = state.messages[opened]
    // A live room has nothing of this, and messages without end.
    if (!opened || thread?.phase !== 'ready' || state.live[opened]) return
    ask(state, opened, thread)
    tell(state, opened, thread)
  }

  const unsubscribe = kit.store.subscribe(check)
  check()
  return () => {
    unsubscribe()
    reactions.stop()
    extensions.stop()
    counts.stop()
    receipts.stop()
  }
}
