import type { Log, Storage, Table } from '../storage'
import type { MessageContent } from './message'
import { nowInSeconds } from '../clock'

/** A message between two users as it is kept. */
export interface C2cMessage extends MessageContent {
  readonly to: string
  /** Chosen by the sender; with `random` it names the message among the sender's. */
  readonly seq: number
  /** When the receiver confirmed having read this very message, in seconds. */
  readonly receiptTime?: number
  /** The receiver had chosen not to get messages: it is in the history, and nowhere else. */
  readonly discarded?: boolean
}

/** Where a message stands: the order of a conversation is that of its positions, as times are only seconds. */
export interface MessagePlace {
  readonly conversation: string
  readonly position: number
}

/** The name of the conversation of two users, the same from both sides. */
export function conversationOf(oneUser: string, otherUser: string): string {
  return JSON.stringify([oneUser, otherUser].sort())
}

/** All messages between two users, one log per pair. */
export class C2cMessages {
  private readonly log: Log<C2cMessage>
  /**
   * (sender; seq, random and receiver) → place. A repeated request is answered from here, and requests about a message find
   * it here. As long as there is the message there is the entry, so the SDK may repeat a send after any time.
   */
  private readonly places: Table<MessagePlace>

  constructor(storage: Storage) {
    this.log = storage.log('c2c-messages')
    this.places = storage.table('c2c-places')
  }

  append(message: C2cMessage): MessagePlace {
    const conversation = conversationOf(message.from, message.to)
    const place = { conversation, position: this.log.append(conversation, message) }
    this.places.set(message.from, placeKey(message), place)
    return place
  }

  /** By the numbers that the sender chose, which need only differ among the messages to one receiver. */
  find(from: string, to: string, seq: number, random: number): MessagePlace | undefined {
    return this.places.get(from, placeKey({ to, seq, random }))
  }

  /** The same if it is not known which of the two users wrote it. */
  findBetween(one: string, other: string, seq: number, random: number): MessagePlace | undefined {
    return this.find(one, other, seq, random) ?? this.find(other, one, seq, random)
  }

  get(conversation: string, position: number): C2cMessage | undefined {
    return this.log.get(conversation, position)
  }

  change(place: MessagePlace, change: Partial<C2cMessage>): C2cMessage {
    const message = this.log.get(place.conversation, place.position)
    if (!message) throw new RangeError(`no message ${place.position} in ${place.conversation}`)
    const changed = { ...message, ...change }
    this.log.replace(place.conversation, place.position, changed)
    return changed
  }

  /** The position of the newest message, 0 if there is none. */
  end(conversation: string): number {
    return this.log.length(conversation)
  }

  /** The time for a message that is sent now: not before the newest one, whatever the clock does. */
  nextTime(conversation: string): number {
    const newest = this.get(conversation, this.end(conversation))
    return Math.max(nowInSeconds(), newest?.time ?? 0)
  }

  /** The position of the newest message that is not younger than `time` seconds; 0 if all are. */
  endAt(conversation: string, time: number): number {
    // Times only grow. Bisected, as it is for a client to say how far back it is.
    let [known, young] = [0, this.end(conversation) + 1]
    while (young - known > 1) {
      const middle = Math.floor((known + young) / 2)
      if ((this.get(conversation, middle)?.time ?? 0) > time) young = middle
      else known = middle
    }
    return known
  }
}

function placeKey({ to, seq, random }: Pick<C2cMessage, 'to' | 'seq' | 'random'>): string {
  return `${seq}_${random}_${to}`
}
