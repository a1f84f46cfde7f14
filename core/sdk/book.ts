import type { Message as SdkMessage } from '@tencentcloud/chat'
import { MESSAGE_GONE } from '../store/codes'
import type { Message } from '../store/types'
import { mapMessage } from './map'

/** Which of our messages is which of the SDK's. */
export interface MessageBook {
  /** A message of the SDK as ours; the same row for as long as the kit lives, whatever the SDK does with its ID. */
  map(source: SdkMessage): Message
  /** The local id of a message that the phone remembers: the SDK's own will be the same row. */
  rowID(ID: string): string
  /** These are shown no more, and will not come back. */
  forgetRows(messages: readonly Pick<Message, 'ID'>[]): void
  /** @throws MESSAGE_GONE when neither this kit nor the SDK has it any more */
  find(message: Pick<Message, 'ID'>): SdkMessage
  /** The same for several; those that nobody has any more are left out. */
  findAll(messages: readonly Pick<Message, 'ID'>[]): SdkMessage[]
  /** Keeps a message that the SDK has not kept: not sent yet. Its status is `sending`. */
  keep(source: SdkMessage): Message
  /** The SDK's answer to a send: it may have given the message another ID; it is still the same row. */
  sent(message: Message, source: SdkMessage): Message
  /** It will not be sent (again). */
  drop(message: Pick<Message, 'ID'>): void
  /** Forgets everything: another account has logged in. */
  clear(): void
}

/** Whether a voice message of another was listened to. @param time seconds since 1970 */
export type IsPlayed = (ID: string, time: number) => boolean

/** What the parts of the facade work with. */
export interface CallContext<Instance> {
  instance: Instance
  book: MessageBook
  /** The user that is logged in; empty before the login. */
  readonly userID: () => string
}

export function createMessageBook(
  findMessage: (ID: string) => SdkMessage | null,
  userID: () => string,
  isPlayed: IsPlayed = () => false,
): MessageBook {
  let allotted = 0
  const localIDs = new Map<string, string>()
  // Messages that the SDK has not kept (not sent yet, or failed) are needed again for a resend.
  const unsent = new Map<string, SdkMessage>()

  const rowID = (ID: string): string => {
    let id = localIDs.get(ID)
    if (!id) {
      id = `m${++allotted}`
      localIDs.set(ID, id)
    }
    return id
  }

  const map = (source: SdkMessage): Message => {
    const id = rowID(source.ID)
    const message = { ...mapMessage(source, userID()), id }
    const { content, own, ID, time } = message
    return content.type === 'audio' && !own && isPlayed(ID, time) ? { ...message, played: true } : message
  }

  const known = ({ ID }: Pick<Message, 'ID'>): SdkMessage | null => unsent.get(ID) ?? findMessage(ID)

  return {
    map,
    rowID,
    forgetRows(messages) {
      for (const { ID } of messages) localIDs.delete(ID)
    },
    find(message) {
      const source = known(message)
      if (!source)
        throw Object.assign(new Error('The message is not in memory any more'), { code: MESSAGE_GONE })
      return source
    },
    findAll: (messages) => messages.map(known).filter((source) => source !== null),
    keep(source) {
      unsent.set(source.ID, source)
      return { ...map(source), status: 'sending' }
    },
    sent(message, source) {
      unsent.delete(message.ID)
      localIDs.set(source.ID, message.id)
      return map(source)
    },
    drop: (message) => void unsent.delete(message.ID),
    clear() {
      localIDs.clear()
      unsent.clear()
    },
  }
}
