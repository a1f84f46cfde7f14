import { isLasting } from '../store/codes'
import { isUpload } from '../store/outgoing'
import { addNewer, changeMessages } from '../store/thread'
import type { ChatError, Message, MessageContent, Result } from '../store/types'
import { attempt } from './attempt'
import { changeThread } from './change-thread'
import type { Kit } from './kit'

/** What the SDK says of a network that is not there. */
const NETWORK = new Set([2800, 2801, 2805])

interface Item {
  message: Message
  userID: string
  /** It had to wait for the network, or came behind one that had: it goes only when everything before it is through. */
  inOrder: boolean
  /** On its way. */
  started: boolean
  done: (result: Result<void>) => void
}

interface Outbox {
  /** By conversation, in the order of writing. */
  queues: Map<string, Item[]>
  /** Ends the watch for the network; nothing while nobody waits. */
  stop?: () => void
}

const outboxes = new WeakMap<Kit, Outbox>()

function outboxOf(kit: Kit): Outbox {
  const known = outboxes.get(kit) ?? { queues: new Map<string, Item[]>() }
  outboxes.set(kit, known)
  return known
}

const online = (kit: Kit): boolean => {
  const { phase, connection } = kit.store.get().session
  return phase === 'ready' && connection === 'connected'
}

/** The picture of the phone stays where the SDK has another address, or none, for the same one. */
function keepLocal(before: MessageContent, after: MessageContent): MessageContent {
  if (before.type === 'image' && after.type === 'image' && before.thumbnail.width) {
    const size = { width: before.thumbnail.width, height: before.thumbnail.height }
    return { ...after, thumbnail: { ...after.thumbnail, ...size } }
  }
  if (before.type === 'video' && after.type === 'video' && before.poster.url)
    return { ...after, poster: before.poster }
  return after
}

function settle(row: Message, result: Result<Message>): Message {
  if (!result.ok) return { ...row, status: 'failed', error: result.error, progress: undefined }
  return {
    ...result.value,
    id: row.id,
    status: 'sent',
    content: keepLocal(row.content, result.value.content),
    // A read receipt may overtake the reply to the send.
    peerRead: row.peerRead || result.value.peerRead,
  }
}

function remove(kit: Kit, item: Item): void {
  const { queues } = outboxOf(kit)
  const left = (queues.get(item.message.conversationID) ?? []).filter((other) => other !== item)
  if (left.length) queues.set(item.message.conversationID, left)
  else queues.delete(item.message.conversationID)
}

const refused = (message: Message): Result<void> => ({
  ok: false,
  error: { code: 0, op: 'sendMessage', retryable: false, cause: `${message.ID} is not sent any more` },
})

/**
 * The row shows that it failed. Why is said where trying again is no answer, unless the composer says it for as long as
 * it concerns the next message too.
 */
function tell(kit: Kit, error: ChatError): void {
  if (error.retryable || isLasting(error.code)) kit.reportQuietly(error)
  else kit.report(error)
}

/** The upload of a message that was taken back is over. If it went out all the same, nobody is to think otherwise. */
async function cancelled(kit: Kit, message: Message, result: Result<Message>): Promise<void> {
  if (!result.ok) await attempt('cancelUpload', () => kit.sdk.discard(message))
  else changeThread(kit, message.conversationID, (thread) => addNewer(thread, [result.value]))
}

async function run(kit: Kit, item: Item): Promise<void> {
  const { message } = item
  item.started = true
  const result = await attempt('sendMessage', () => kit.sdk.send(message))
  if (!outboxOf(kit).queues.get(message.conversationID)?.includes(item))
    return cancelled(kit, message, result)
  if (!result.ok && NETWORK.has(result.error.code) && !online(kit)) {
    // It never went out: the SDK sends it as a failed one next time, with the same numbers, so that it is there once.
    Object.assign(item, { started: false, inOrder: true, message: { ...message, status: 'failed' } })
    return pump(kit)
  }
  remove(kit, item)
  changeThread(kit, message.conversationID, (thread) =>
    changeMessages(thread, (row) => (row.id === message.id ? settle(row, result) : row)),
  )
  if (!result.ok) tell(kit, result.error)
  item.done(result.ok ? { ok: true, value: undefined } : result)
  pump(kit)
}

/** Whether nothing before it stands in its way. */
function mayStart(item: Item, before: readonly Item[]): boolean {
  if (item.inOrder) return before.length === 0
  if (before.some((other) => !other.started && !isUpload(other.message.content.type))) return false
  // One upload at a time, in order; a text does not wait for pictures.
  return !isUpload(item.message.content.type) || !before.some((other) => isUpload(other.message.content.type))
}

/** Sends what can be sent now; watches for the network while something cannot. */
function pump(kit: Kit): void {
  const outbox = outboxOf(kit)
  const { userID } = kit.store.get().session
  const waiting: Item[] = []
  for (const queue of [...outbox.queues.values()]) {
    for (const item of queue) {
      if (item.started) continue
      if (userID && item.userID && item.userID !== userID) {
        // Another account is logged in: this is not its message.
        remove(kit, item)
        item.done(refused(item.message))
      } else if (!online(kit)) waiting.push(item)
      else if (mayStart(item, queue.slice(0, queue.indexOf(item)))) void run(kit, item)
    }
  }
  if (waiting.length) outbox.stop ??= kit.store.subscribe(() => online(kit) && pump(kit))
  else {
    outbox.stop?.()
    outbox.stop = undefined
  }
}

/**
 * Sends a message that is in its thread already and keeps its row up to date. Without a network it waits, and goes out
 * in the order of writing when there is one again. Uploads of one conversation go one after the other.
 * SDK: `sendMessage`, or `resendMessage` for one that failed.
 * @returns how it ended, which may take as long as there is no network
 */
export function deliver(kit: Kit, message: Message): Promise<Result<void>> {
  const { conversationID } = message
  const { queues } = outboxOf(kit)
  const queue = queues.get(conversationID) ?? []
  const inOrder = !online(kit) || queue.some((item) => item.inOrder)
  return new Promise((done) => {
    const { userID } = kit.store.get().session
    queues.set(conversationID, [...queue, { message, userID, inOrder, started: false, done }])
    pump(kit)
  })
}

/** What a caller hears whose message was cancelled. */
export const CANCELLED: ChatError = { code: 0, op: 'sendMessage', retryable: false, cause: 'cancelled' }

/**
 * Takes a message out of the queue. @returns whether it was on its way already, or `undefined` when it is not in it
 */
export function takeBack(kit: Kit, conversationID: string, id: string): { started: boolean } | undefined {
  const item = outboxOf(kit)
    .queues.get(conversationID)
    ?.find(({ message }) => message.id === id)
  if (!item) return undefined
  remove(kit, item)
  item.done({ ok: false, error: CANCELLED })
  const { started } = item
  pump(kit)
  return { started }
}

/**
 * The kit goes, and what still waits for the network is handed to the SDK: it tries for a while, and keeps what fails,
 * so that it is there to be sent again when the chat is opened next.
 */
export function handOverToSdk(kit: Kit): void {
  const outbox = outboxOf(kit)
  const { phase, userID } = kit.store.get().session
  outbox.stop?.()
  for (const queue of [...outbox.queues.values()])
    for (const { message, started, userID: author } of queue)
      if (!started && phase === 'ready' && author === userID)
        void attempt('sendMessage', () => kit.sdk.send(message))
  outboxes.delete(kit)
}
