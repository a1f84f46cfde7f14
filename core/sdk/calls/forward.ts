import type { Message as SdkMessage } from '@tencentcloud/chat'
import { parseConversationID } from '../../store/conversation-id'
import type { Message } from '../../store/types'
import type { CallContext } from '../book'
import { mapMessage } from '../map'
import { missing } from '../missing'
import { list, number, record, text } from '../read'
import type { SdkReply } from '../reply'

interface Target {
  to: string
  needReadReceipt?: boolean
  conversationType: SdkMessage['conversationType']
}

export interface ForwardInstance {
  createForwardMessage?(options: Target & { payload: SdkMessage; cloudCustomData?: string }): unknown
  createMergerMessage?(
    options: Target & {
      payload: { messageList: SdkMessage[]; title: string; abstractList: string[]; compatibleText: string }
    },
  ): SdkMessage
  downloadMergerMessage?(message: SdkMessage): Promise<SdkReply<unknown>>
}

export interface Merger {
  title: string
  /** The first lines of it, as its card shows them. */
  abstracts: readonly string[]
  /** What a client shows that does not know such messages. */
  compatible: string
}

export interface ForwardCalls {
  /** A message with the same content, not sent yet. SDK: `createForwardMessage`. */
  createForward(conversationID: string, message: Message): Promise<Message>
  /** One message with all of these in it, oldest first, not sent yet. SDK: `createMergerMessage`. */
  createMerger(conversationID: string, messages: readonly Message[], merger: Merger): Message
  /**
   * The messages in a merged history, oldest first, with one in another as well. SDK: `downloadMergerMessage`, for
   * those that are not in the message itself.
   */
  mergedMessages(message: Message): Promise<Message[]>
}

const MAX_MESSAGES = 300

function targetOf(conversationID: string): Target {
  const parsed = parseConversationID(conversationID)
  if (!parsed) throw new Error(`Not a conversation ID: ${conversationID}`)
  return {
    to: parsed.target,
    conversationType: parsed.type as unknown as SdkMessage['conversationType'],
    ...(parsed.type === 'GROUP' && { needReadReceipt: true }),
  }
}

export function forwardCalls({ instance, book, userID }: CallContext<ForwardInstance>): ForwardCalls {
  /** Merged histories inside another one: the SDK knows them as part of that one only. */
  const nested = new WeakMap<Message, SdkMessage>()

  function entry(item: unknown, at: number, parent: Message): Message {
    const fields = record(item)
    const body = record(list(fields.messageBody, 1)[0])
    const source = {
      ...fields,
      // What its ID was where it came from is not one of this conversation.
      ID: `${parent.ID}/${at}`,
      conversationID: parent.conversationID,
      type: text(body.type),
      payload: body.payload,
      time: number(fields.time),
      flow: 'in',
      status: 'success',
    } as unknown as SdkMessage
    // What was said elsewhere is nobody's to listen to: nothing in it is new.
    const message = { ...mapMessage(source, userID()), id: `${parent.id}-${at}`, own: false, played: true }
    if (message.content.type === 'merger') nested.set(message, source)
    return message
  }

  return {
    async createForward(conversationID, message) {
      const source = book.find(message)
      if (!instance.createForwardMessage) throw missing('createForwardMessage')
      const created = await instance.createForwardMessage({
        ...targetOf(conversationID),
        payload: source,
        // What it answered to stays where it was; without data of its own it would take that of the original.
        ...(source.cloudCustomData && { cloudCustomData: '{}' }),
      })
      return book.keep(created as SdkMessage)
    },

    createMerger(conversationID, messages, { title, abstracts, compatible }) {
      if (!instance.createMergerMessage) throw missing('createMergerMessage')
      return book.keep(
        instance.createMergerMessage({
          ...targetOf(conversationID),
          payload: {
            messageList: messages.map((message) => book.find(message)),
            title,
            abstractList: [...abstracts],
            compatibleText: compatible,
          },
        }),
      )
    },

    async mergedMessages(message) {
      const source = nested.get(message) ?? book.find(message)
      const before = record(source.payload)
      if (text(before.downloadKey) && !list(before.messageList, 1).length) {
        if (!instance.downloadMergerMessage) throw missing('downloadMergerMessage')
        await instance.downloadMergerMessage(source)
      }
      const { messageList } = record(source.payload)
      return list(messageList, MAX_MESSAGES).map((item, at) => entry(item, at, message))
    },
  }
}
