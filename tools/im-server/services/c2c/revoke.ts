import type { ServerContext } from '../../context'
import type { C2cMessage, MessagePlace } from '../../domain/c2c-messages'
import { ErrorCode, ImError } from '../../errors'
import { readCount, readID, readObject, readString } from '../../json'
import type { Service } from '../../router'
import { revokerInfo } from '../message-wire'
import { messageKeyToWire } from './wire'
import { nowInSeconds } from '../../clock'

/** How a message is named: by who sent it, to whom, and the two numbers that the sender chose. */
export interface C2cMessageName {
  from: string
  to: string
  seq: number
  random: number
}

export interface C2cRevoking {
  by: string
  reason?: string
  /** The instance that it comes from, which knows already. */
  origin?: string
}

/** @throws ImError 20022 */
export function requireC2cMessage(
  { domain: { c2cMessages } }: ServerContext,
  { from, to, seq, random }: C2cMessageName,
): { place: MessagePlace; message: C2cMessage } {
  const place = c2cMessages.find(from, to, seq, random)
  const message = place && c2cMessages.get(place.conversation, place.position)
  if (!place || !message) {
    throw new ImError(ErrorCode.MESSAGE_NOT_FOUND, 'the message does not exist')
  }
  return { place, message }
}

/**
 * Revokes a message, and tells both users. Whether it is allowed is for the caller to check; one that is revoked
 * already stays as it is.
 */
export function revokeC2cMessage(
  { domain: { c2cMessages, inbox }, push }: ServerContext,
  { place, message }: { place: MessagePlace; message: C2cMessage },
  { by, reason = '', origin = '' }: C2cRevoking,
): void {
  if (message.revoked) return
  const revoked = { by, reason }
  c2cMessages.change(place, { revoked })
  const info = {
    ...messageKeyToWire(message),
    From_Account: message.from,
    To_Account: message.to,
    MsgSeq: message.seq,
    MsgTime: message.time,
    RevokerInfo: revokerInfo(revoked),
  }
  const event = {
    Event: 10,
    C2cNotifyMsgArray: [{ WithdrawC2cMsgNotify: { C2cWithdrawInfoArray: [info] } }],
  }
  for (const reader of new Set([message.from, message.to])) {
    if (message.discarded && reader === message.to) continue
    const own = reader === by ? origin : ''
    const acknowledge = String(inbox.add(reader, { kind: 'notice', event, origin: own }))
    push.toUser(reader, event, { acknowledge, exceptInstance: own })
  }
}

/** SDK: `revokeMessage` in C2C conversations. */
export function c2cRevoke(context: ServerContext): Service {
  const { policy } = context

  function check(userID: string, message: C2cMessage): void {
    if (message.from !== userID) {
      throw new ImError(ErrorCode.REVOKE_NOT_SENDER, 'only the sender can revoke a message')
    }
    if (nowInSeconds() - message.time > policy.revokeWindow) {
      throw new ImError(
        ErrorCode.REVOKE_TIME_LIMIT,
        `a message can be revoked for ${policy.revokeWindow} seconds only`,
      )
    }
  }

  return {
    commands: {
      'openim.msgwithdraw': ({ userID, connection }, body) => {
        const info = readObject(body, 'MsgInfo')
        const name = { from: readID(info, 'From_Account'), to: readID(info, 'To_Account') }
        if (name.from !== userID && name.to !== userID) {
          throw new ImError(ErrorCode.MESSAGE_NOT_FOUND, 'the message does not exist')
        }
        const numbers = { seq: readCount(info, 'MsgSeq'), random: readCount(info, 'MsgRandom') }
        const found = requireC2cMessage(context, { ...name, ...numbers })
        check(userID, found.message)
        const reason = readString(body, 'Reason', '')
        revokeC2cMessage(context, found, { by: userID, reason, origin: connection.instanceID })
      },
    },
  }
}
