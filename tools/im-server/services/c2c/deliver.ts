import type { ServerContext } from '../../context'
import { conversationOf, type C2cMessage } from '../../domain/c2c-messages'
import type { JsonObject } from '../../json'
import { requireReachable } from '../users/access'
import { asSyncMessage, c2cMessageToWire } from './wire'

/** A message before it has its place in the conversation. */
export type C2cDraft = Omit<C2cMessage, 'time' | 'discarded'>

export interface C2cSending {
  /** The instance that it comes from, which needs no copy; empty: the server itself. */
  origin?: string
  /** For who is connected now; it is kept nowhere. */
  onlineOnly?: boolean
  /** Whether the sender has it as well: in the own conversation list and history, and on the other instances. */
  forSender?: boolean
}

/** `setMessageRemindType`: the user gets no messages of that peer. */
const DISCARD = 1

/** What this sender has already sent with these numbers: the SDK repeats requests whose answer was lost. */
export function findSent(
  { domain }: ServerContext,
  { from, to, seq, random }: Pick<C2cDraft, 'from' | 'to' | 'seq' | 'random'>,
): C2cMessage | undefined {
  const place = domain.c2cMessages.find(from, to, seq, random)
  return place && domain.c2cMessages.get(place.conversation, place.position)
}

function pushMessage(
  { domain, push }: ServerContext,
  message: C2cMessage,
  { origin = '', forSender = true, onlineOnly = false }: C2cSending,
  inbox: ReadonlyMap<string, number>,
): void {
  const { from, to } = message
  const extras: JsonObject = onlineOnly ? { MsgLifeTime: 0 } : {}
  const wire = { ...c2cMessageToWire(message, to, domain.accounts), ...extras }
  const acknowledge = (userID: string): string | undefined => inbox.get(userID)?.toString()
  if (to !== from && !message.discarded) {
    push.toUser(to, { Event: 9, C2cMsgArray: [wire] }, { acknowledge: acknowledge(to) })
  }
  if (!forSender) return
  const sync = { Event: 9, C2cMsgArray: [asSyncMessage(wire)] }
  push.toUser(from, sync, { acknowledge: acknowledge(from), exceptInstance: origin })
}

/**
 * Sends a message from one user to another: keeps it, and brings it to everybody concerned. A message that is
 * already there (same sender, `seq` and `random`) is not sent again.
 * @returns the message as kept, with its time
 * @throws ImError 20003 if there is no such receiver
 */
export function sendC2cMessage(
  context: ServerContext,
  draft: C2cDraft,
  sending: C2cSending = {},
): C2cMessage {
  requireReachable(context, draft.to)
  const sent = findSent(context, draft)
  if (sent) return sent

  const { domain } = context
  const { from, to } = draft
  const { forSender = true } = sending
  const discarded = from !== to && domain.c2c.state(to, from).muteOption === DISCARD
  const message: C2cMessage = {
    ...draft,
    time: domain.c2cMessages.nextTime(conversationOf(from, to)),
    ...(discarded ? { discarded } : {}),
  }
  let inbox: ReadonlyMap<string, number> = new Map()
  if (!sending.onlineOnly) {
    const readers = [...(forSender ? [from] : []), ...(discarded ? [] : [to])]
    inbox = domain.keepMessage(message, sending.origin ?? '', readers).inbox
  }
  pushMessage(context, message, sending, inbox)
  return message
}
