import type { Message as SdkMessage } from '@tencentcloud/chat'
import { parseConversationID } from '../../store/conversation-id'
import type { CustomBody, Outgoing } from '../../store/outgoing'
import type { Message, MessageContent, Picture } from '../../store/types'
import type { CallContext } from '../book'

/** The SDK's own code for a call that this build of it does not have. */
const NO_MODULE = 2998

interface MessageFields {
  to: string
  conversationType: SdkMessage['conversationType']
  payload: object
  cloudCustomData?: string
  needReadReceipt?: boolean
  isSupportExtension?: boolean
  onProgress?: (fraction: number) => void
}

type Create<Payload> = (options: MessageFields & { payload: Payload }) => SdkMessage

export interface CreateInstance {
  createTextMessage: Create<{ text: string }>
  createTextAtMessage?: Create<{ text: string; atUserList: string[] }>
  createImageMessage?: Create<{ file: object }>
  createVideoMessage?: Create<{ file: object }>
  createAudioMessage?: Create<{ file: object }>
  createFileMessage?: Create<{ file: object }>
  createFaceMessage?: Create<{ index: number; data: string }>
  createLocationMessage?: Create<{ description: string; latitude: number; longitude: number }>
  createCustomMessage?: Create<{ data: string; description: string; extension: string }>
}

export interface CreateOptions {
  cloudCustomData?: string
  /** Groups: each reader is counted. */
  needReadReceipt?: boolean
  /** From 0 to 1, while the file goes up. */
  onProgress?: (fraction: number) => void
}

export interface CreateCalls {
  /**
   * A message that is not sent yet: its status is `sending`. SDK: `createTextMessage`, `createTextAtMessage`,
   * `createImageMessage`, `createVideoMessage`, `createAudioMessage`, `createFileMessage`, `createFaceMessage`,
   * `createLocationMessage`, `createCustomMessage`.
   * @throws what the SDK throws; 2998 when it does not have the call
   */
  create(conversationID: string, outgoing: Outgoing, options?: CreateOptions): Message
  /** {@link CreateCalls.create} of a text. */
  createText(conversationID: string, text: string): Message
}

/** The call for what goes out, and its payload in the form that `wx` hands out. */
function request(outgoing: Outgoing): [keyof CreateInstance, object] {
  switch (outgoing.type) {
    case 'text':
      return outgoing.mentions?.length
        ? ['createTextAtMessage', { text: outgoing.text, atUserList: [...outgoing.mentions] }]
        : ['createTextMessage', { text: outgoing.text }]
    case 'image': {
      const { path, bytes, width, height } = outgoing.file
      return [
        'createImageMessage',
        { file: { tempFiles: [{ tempFilePath: path, size: bytes, width, height }] } },
      ]
    }
    case 'video': {
      const { path, bytes, width, height, seconds, poster } = outgoing.file
      const file = { tempFilePath: path, size: bytes, width, height, duration: seconds }
      return [
        'createVideoMessage',
        { file: { tempFiles: [{ ...file, thumbTempFilePath: poster || undefined }] } },
      ]
    }
    case 'audio': {
      const { path, bytes, ms } = outgoing.file
      return ['createAudioMessage', { file: { tempFilePath: path, fileSize: bytes, duration: ms } }]
    }
    case 'file': {
      const { path, bytes, name } = outgoing.file
      return ['createFileMessage', { file: { tempFiles: [{ path, name, size: bytes, type: 'file' }] } }]
    }
    case 'face':
      return ['createFaceMessage', { index: outgoing.index, data: outgoing.data }]
    case 'location':
      return ['createLocationMessage', { ...outgoing.place }]
    case 'custom':
      return ['createCustomMessage', customPayload(outgoing.body)]
  }
}

const customPayload = ({ data, description, extension }: CustomBody) => ({ data, description, extension })

/** What the phone knows of its files and the SDK only after the upload: without it the row would jump. */
function localContent(content: MessageContent, outgoing: Outgoing): MessageContent {
  if (content.type === 'image' && outgoing.type === 'image') {
    const { path: url, width, height } = outgoing.file
    const picture: Picture = { url, width, height }
    return { ...content, original: picture, large: picture, thumbnail: picture }
  }
  if (content.type === 'video' && outgoing.type === 'video') {
    const { poster: url, width, height, seconds, path } = outgoing.file
    return { ...content, url: path, seconds, poster: { url, width, height } }
  }
  return content
}

export function createCalls({ instance, book }: CallContext<CreateInstance>): CreateCalls {
  const create: CreateCalls['create'] = (conversationID, outgoing, options = {}) => {
    const parsed = parseConversationID(conversationID)
    if (!parsed) throw new Error(`Not a conversation ID: ${conversationID}`)
    const [name, payload] = request(outgoing)
    if (typeof instance[name] !== 'function')
      throw Object.assign(new Error(`The SDK has no ${name}`), { code: NO_MODULE })
    const { cloudCustomData, needReadReceipt, onProgress } = options
    const fields: MessageFields = {
      to: parsed.target,
      conversationType: parsed.type as unknown as SdkMessage['conversationType'],
      payload,
      // The SDK checks each key that is there.
      ...(cloudCustomData && { cloudCustomData }),
      ...(needReadReceipt && { needReadReceipt }),
      ...(outgoing.type === 'custom' && outgoing.body.extensible && { isSupportExtension: true }),
      ...(onProgress && { onProgress }),
    }
    const source = (instance[name] as Create<object>)(fields)
    const message = book.keep(source)
    return { ...message, content: localContent(message.content, outgoing) }
  }
  return { create, createText: (conversationID, text) => create(conversationID, { type: 'text', text }) }
}
