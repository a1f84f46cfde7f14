import { missing } from '../sdk/missing'
import type { ChatInstance } from '../sdk/contract'
import { list, record, text } from '../../utils/read'
import type { Call, Input, Invitation } from './call-state'
import {
  isBusy,
  isSwitch,
  readEnvelope,
  readInvitation,
  readSignal,
  type Envelope,
  type Signal,
} from './read-signal'

/** Messages of calls over the SDK's signalling, as Tencent's engines write them. */
export interface Signalling {
  /** @returns the ID of the invitation. SDK: `invite`, `inviteInGroup` */
  invite(call: Call, userIDs: readonly string[]): Promise<string>
  /** SDK: `accept`. */
  accept(call: Call, inviteID: string): Promise<void>
  /** SDK: `reject`. */
  reject(call: Call, inviteID: string): Promise<void>
  /** Refuses an invitation during another call. SDK: `reject`. */
  busy(invitation: Invitation): Promise<void>
  /** SDK: `cancel`. */
  cancel(call: Call, inviteID: string): Promise<void>
  /** Tells the other one that it is a voice call from now on. SDK: `invite`. */
  switchToAudio(call: Call): Promise<void>
  /** The record in the chat. SDK: `invite`, `inviteInGroup` */
  record(call: Call, seconds: number): Promise<void>
  /** What an event says; `undefined` when it is of no interest. */
  read(event: SignalEvent): Input | undefined
}

/** An event of the SDK, and who sent the message behind it. */
export interface SignalEvent {
  readonly name: keyof typeof EVENTS
  readonly event: unknown
  readonly envelopes: ReadonlyMap<string, Envelope>
}

const EVENTS = {
  invited: 'newInvitationReceived',
  accepted: 'ts_invitee_accepted',
  rejected: 'ts_invitee_rejected',
  canceled: 'ts_invitation_cancelled',
  timedOut: 'ts_invitation_timeout',
} as const

const RECEIVED = 'onMessageReceived'
/** Invitations of which the sender is remembered. */
const MOST_ENVELOPES = 50

interface Words {
  cmd: string
  /** The SDK looks for the word: it counts neither as unread nor as the last message. */
  hidden?: boolean
  seconds?: number
  busy?: boolean
}

type Subject = Pick<Call, 'media' | 'callerID' | 'room'> & Partial<Pick<Call, 'userData'>>

function dataOf(call: Subject, userIDs: readonly string[], words: Words): string {
  const { cmd, hidden, seconds = 0, busy } = words
  const { roomID, strRoomID } = call.room
  return JSON.stringify({
    businessID: 'av_call',
    version: 4,
    platform: 'MiniApp',
    call_type: call.media === 'video' ? 2 : 1,
    call_end: seconds,
    room_id: roomID,
    userData: call.userData ?? '',
    ...(busy && { line_busy: 'line_busy' }),
    data: {
      cmd,
      inviter: call.callerID,
      message: busy ? 'lineBusy' : '',
      room_id: roomID,
      str_room_id: strRoomID,
      userIDs,
      ...(hidden && { excludeFromHistoryMessage: true }),
    },
  })
}

const commandOf = ({ media }: Call): string => (media === 'video' ? 'videoCall' : 'audioCall')

const others = ({ members }: Call): string[] => members.map(({ userID }) => userID)

/**
 * @param now seconds since 1970, the server's clock
 * @param sent told of each message that went out: the SDK tells the other phones only
 */
export function createSignalling(
  chat: ChatInstance,
  me: string,
  now: () => number,
  sent: (message: unknown) => void,
): Signalling {
  const out = (reply: unknown): unknown => {
    const { message } = record(record(reply).data)
    if (message) sent(message)
    return reply
  }

  /** The SDK refuses an answer while another one is on its way. */
  let turn: Promise<unknown> = Promise.resolve()
  function send(name: 'accept' | 'reject' | 'cancel', inviteID: string, data: string): Promise<void> {
    const answer = turn.then(async () => {
      if (!chat[name]) throw missing(name)
      out(await chat[name]({ inviteID, data }))
    })
    turn = answer.catch(() => undefined)
    return answer
  }

  async function invite(
    { groupID }: Call,
    userIDs: readonly string[],
    data: string,
    timeout: number,
  ): Promise<string> {
    const name = groupID ? 'inviteInGroup' : 'invite'
    if (!chat[name]) throw missing(name)
    const reply = groupID
      ? await chat.inviteInGroup?.({ groupID, inviteeList: [...userIDs], data, timeout })
      : await chat.invite?.({ userID: userIDs[0] ?? '', data, timeout })
    // Beside the data, not in it.
    return text(record(out(reply)).inviteID)
  }

  function invited(signal: Signal, envelope: Envelope | undefined): Input | undefined {
    const { inviter } = signal
    if (isSwitch(signal) && (!envelope || envelope.from === inviter))
      return { type: 'switched', userID: inviter }
    if (signal.data.cmd === 'hangup') return undefined
    const invitation = readInvitation(signal, envelope, me, now())
    return invitation && { type: 'invitation', invitation, token: 0, me }
  }

  const READ: Readonly<
    Record<keyof typeof EVENTS, (signal: Signal, envelope: Envelope | undefined) => Input | undefined>
  > = {
    invited,
    accepted: ({ inviteID, userIDs }) => ({ type: 'accepted', inviteID, userIDs, me }),
    rejected: (signal) => {
      const { inviteID, userIDs } = signal
      return { type: isBusy(signal) ? 'busy' : 'rejected', inviteID, userIDs, me }
    },
    canceled: ({ inviteID }) => ({ type: 'canceled', inviteID }),
    timedOut: ({ inviteID, userIDs }) => ({ type: 'timedOut', inviteID, userIDs, me }),
  }

  return {
    invite: (call, userIDs) =>
      // In a group everybody may see that a call was begun.
      invite(
        call,
        userIDs,
        dataOf(call, userIDs, { cmd: commandOf(call), hidden: !call.groupID }),
        call.timeout,
      ),
    accept: (call, inviteID) =>
      send('accept', inviteID, dataOf(call, others(call), { cmd: '', hidden: true })),
    reject: (call, inviteID) => send('reject', inviteID, dataOf(call, others(call), { cmd: '' })),
    busy: (invitation) =>
      send('reject', invitation.inviteID, dataOf(invitation, invitation.userIDs, { cmd: '', busy: true })),
    cancel: (call, inviteID) =>
      send('cancel', inviteID, dataOf(call, others(call), { cmd: commandOf(call) })),
    async switchToAudio(call) {
      const data = dataOf({ ...call, media: 'audio' }, others(call), { cmd: 'switchToAudio', hidden: true })
      await invite(call, others(call), data, 0)
    },
    async record(call, seconds) {
      await invite(call, others(call), dataOf(call, others(call), { cmd: 'hangup', seconds }), 0)
    },

    read({ name, event, envelopes }) {
      const signal = readSignal(event)
      const message = record(record(event).data).message
      // The SDK has sent the time-out by itself.
      if (name === 'timedOut' && message) sent(message)
      return signal && READ[name](signal, envelopes.get(signal.inviteID))
    },
  }
}

/** @returns the function that ends it */
export function hearSignals(chat: ChatInstance, hear: (event: SignalEvent) => void): () => void {
  let ended = false
  /** The signalling tells only whom a message names as its sender. */
  const envelopes = new Map<string, Envelope>()
  const remember = (event: unknown): void => {
    for (const message of list(record(event).data, MOST_ENVELOPES)) {
      const read = readEnvelope(message)
      if (read) envelopes.set(read.inviteID, read.envelope)
    }
    for (const inviteID of [...envelopes.keys()].slice(0, -MOST_ENVELOPES)) envelopes.delete(inviteID)
  }
  const ends = (Object.keys(EVENTS) as (keyof typeof EVENTS)[]).map((name) => {
    const handler = (event: unknown): void => {
      // The SDK tells of the message itself right after this, and with it who has sent it.
      void Promise.resolve().then(() => {
        if (!ended) hear({ name, event, envelopes })
      })
    }
    chat.addSignalingListener?.(EVENTS[name], handler)
    return () => chat.removeSignalingListener?.(EVENTS[name], handler)
  })
  chat.on(RECEIVED, remember)
  return () => {
    ended = true
    for (const end of ends) end()
    chat.off(RECEIVED, remember)
  }
}
