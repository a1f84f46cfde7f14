import { clip, singleLine } from '../../utils/text'
import { jsonOf } from '../kinds/json'
import type { MessageContent, Quote } from '../store/types'
import { amount, record, text } from './read'

/** Longer ones are of no use in one line. */
const SUMMARY_LENGTH = 200
const NAME_LENGTH = 60
/** An ID of the SDK is a third of it. */
const ID_LENGTH = 256
/** Custom data of another size is none that this kit reads: parsing would take longer than it is worth. */
const DATA_LENGTH = 64 * 1024

/** Tencent's numbers of the kinds of message, in `messageReply.messageType`. */
const TYPES: Readonly<Record<MessageContent['type'], number>> = {
  text: 1,
  custom: 2,
  image: 3,
  audio: 4,
  video: 5,
  file: 6,
  location: 7,
  face: 8,
  groupTip: 9,
  merger: 10,
  systemNotice: 0,
  other: 0,
}

/** `cloudCustomData` as an object; empty for everything that is none. */
export function readCloudData(cloudCustomData: unknown): Record<string, unknown> {
  const data = text(cloudCustomData)
  return data.length > DATA_LENGTH ? {} : jsonOf(data)
}

/**
 * The message that another one answers to, from its `cloudCustomData` in the form of Tencent's kits:
 * `{"messageReply":{"messageID","messageAbstract","messageSender","messageType","messageTime","messageSequence","version"}}`.
 * @returns `undefined` when it answers to none
 */
export function readReply(cloudCustomData: unknown): Quote | undefined {
  const reply = record(readCloudData(cloudCustomData).messageReply)
  const ID = text(reply.messageID)
  if (!ID || ID.length > ID_LENGTH) return undefined
  return {
    ID,
    sequence: amount(reply.messageSequence),
    time: amount(reply.messageTime),
    name: clip(singleLine(text(reply.messageSender).slice(0, SUMMARY_LENGTH)), NAME_LENGTH),
    summary: clip(singleLine(text(reply.messageAbstract).slice(0, 4 * SUMMARY_LENGTH)), SUMMARY_LENGTH),
  }
}

/**
 * `cloudCustomData` for a message that answers to another, in the form of Tencent's kits.
 * @param type of the quoted message's content
 * @param rest more for `cloudCustomData`, for example `messageFeature`
 */
export function writeReply(
  quote: Quote,
  type: MessageContent['type'] = 'text',
  rest: Readonly<Record<string, unknown>> = {},
): string {
  const messageReply = {
    messageAbstract: clip(quote.summary, SUMMARY_LENGTH),
    messageSender: quote.name,
    messageID: quote.ID,
    messageType: TYPES[type],
    messageTime: quote.time,
    messageSequence: quote.sequence,
    version: 1,
  }
  return JSON.stringify({ ...rest, messageReply })
}
