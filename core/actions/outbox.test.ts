import { C2C, GROUP, PEER, sdkMessage } from '../../tests/fixtures/builders'
import { uploaded } from '../../tests/fixtures/fake-create'
import { sdkError } from '../../tests/fixtures/fake-sdk'
import { settle, testKit, type TestKit } from '../../tests/fixtures/kit'
import { registerHooks } from '../registry/hooks'
import { errorText } from '../views/error-text'
import { cancelUpload } from './cancel-upload'
import { openChat } from './open-chat'
import { resend } from './resend'
import { sendCustom, sendFace, sendLocation } from './send-content'
import { sendFile, sendImage, sendVideo, sendVoice } from './send-media'
import { sendText } from './send-text'

let chat: TestKit
beforeEach(async () => {
  chat = testKit()
  await openChat(chat.kit, C2C)
})
afterEach(() => chat.release())

const image = { path: 'wxfile://tmp/a.jpg', bytes: 3000, width: 400, height: 300 }
const video = { ...image, path: 'wxfile://tmp/a.mp4', seconds: 7, poster: 'wxfile://tmp/cover.jpg' }
const file = { path: 'wxfile://tmp/plan.pdf', bytes: 5000, name: 'plan.pdf' }

const newest = () => {
  const row = chat.messages().at(-1)
  if (!row) throw new Error('no message')
  return row
}
const sentTypes = (): string[] =>
  chat.sdk.calls('sendMessage').map(([message]) => (message as { type: string }).type.slice(3, -4))
const network = (state: 'connected' | 'disconnected'): void => chat.sdk.emit('NET_STATE_CHANGE', { state })

describe('every kind', () => {
  test.each<[string, () => Promise<unknown>, object]>([
    [
      'image',
      () => sendImage(chat.kit, C2C, image),
      { thumbnail: { url: image.path, width: 400, height: 300 } },
    ],
    [
      'video',
      () => sendVideo(chat.kit, C2C, video),
      { url: video.path, seconds: 7, bytes: 3000, poster: { url: video.poster, width: 400, height: 300 } },
    ],
    [
      'audio',
      () => sendVoice(chat.kit, C2C, { path: 'wxfile://v.mp3', ms: 3400, bytes: 99 }),
      { seconds: 3 },
    ],
    ['file', () => sendFile(chat.kit, C2C, file), { name: 'plan.pdf', bytes: 5000 }],
    ['face', () => sendFace(chat.kit, C2C, { index: 2, data: 'tt01' }), { index: 2, data: 'tt01' }],
    [
      'location',
      () => sendLocation(chat.kit, C2C, { description: 'West Lake', latitude: 30, longitude: 120 }),
      { description: 'West Lake', latitude: 30, longitude: 120 },
    ],
    [
      'custom',
      () => sendCustom(chat.kit, C2C, { data: '{}', description: 'Order', extension: '' }),
      { data: '{}', description: 'Order' },
    ],
  ])('%s is there at once with what the phone knows, and is then sent', async (type, send, content) => {
    const held = chat.sdk.hold('sendMessage')
    const sent = send()
    await settle()
    expect(newest()).toMatchObject({ own: true, status: 'sending', content: { type, ...content } })
    held.pass()
    await expect(sent).resolves.toEqual({ ok: true, value: undefined })
    expect(newest()).toMatchObject({ status: 'sent', content: { type, ...content } })
  })

  test('an SDK without the call says so', async () => {
    Object.assign(chat.sdk.instance, { createFaceMessage: undefined })
    await sendFace(chat.kit, C2C, { index: 1, data: 'x' })
    const { notice } = chat.kit.store.get()
    expect(notice && errorText(notice.error, chat.kit.t())).toBe('This version does not support that')
    expect(chat.messages()).toEqual([])
  })

  test.each([
    ['Photos can be 20 MB at most', () => sendImage(chat.kit, C2C, { ...image, bytes: 21 * 1024 * 1024 })],
    ['Files can be 100 MB at most', () => sendFile(chat.kit, C2C, { ...file, bytes: 101 * 1024 * 1024 })],
    ['Files can be 100 MB at most', () => sendVideo(chat.kit, C2C, { ...video, bytes: 101 * 1024 * 1024 })],
    ['The file is empty and was not sent', () => sendFile(chat.kit, C2C, { ...file, bytes: 0 })],
    ['The file is empty and was not sent', () => sendFile(chat.kit, C2C, { ...file, bytes: NaN })],
  ])('is refused in words: %s', async (words, send) => {
    await expect(send()).resolves.toMatchObject({ ok: false })
    const { notice } = chat.kit.store.get()
    expect(notice && errorText(notice.error, chat.kit.t())).toBe(words)
    expect(chat.messages()).toEqual([])
  })

  test('in a group each reader is counted, in a chat of two not', async () => {
    await openChat(chat.kit, GROUP)
    await sendText(chat.kit, GROUP, 'hi', { mentions: [PEER] })
    await sendText(chat.kit, C2C, 'hi')
    const [inGroup, inC2C] = chat.sdk.calls('sendMessage').map(([message]) => message)
    expect(inGroup).toMatchObject({ needReadReceipt: true, atUserList: [PEER], payload: { text: 'hi' } })
    expect(inC2C).toMatchObject({ needReadReceipt: false })
    expect((inC2C as { cloudCustomData: string }).cloudCustomData).toContain('needTyping')
    expect(chat.messages(GROUP)[0]?.mentions).toEqual([PEER])
  })

  test('an answer tells what it answers to in the form of Tencent’s kits', async () => {
    const quote = { ID: 'q1', sequence: 0, time: 5, name: 'Bob', summary: 'hello' }
    await sendText(chat.kit, C2C, 'hi', { quote })
    expect(newest().quote).toEqual(quote)
    const [[message]] = chat.sdk.calls('sendMessage') as [[{ cloudCustomData: string }]]
    expect(JSON.parse(message.cloudCustomData)).toMatchObject({
      messageFeature: { needTyping: 1 },
      messageReply: { messageID: 'q1', messageAbstract: 'hello', messageSender: 'Bob', version: 1 },
    })
  })
})

describe('an upload', () => {
  const uploading = async () => {
    const held = chat.sdk.hold('sendMessage')
    const sent = sendFile(chat.kit, C2C, file)
    await settle()
    const [[message] = []] = chat.sdk.calls('sendMessage')
    return { held, sent, message, row: newest() }
  }

  test('tells how far it is, in steps, and no more once it is through', async () => {
    const { held, sent, message } = await uploading()
    const seen: (number | undefined)[] = []
    chat.kit.store.subscribe(() => seen.push(newest().progress))
    expect(newest().progress).toBe(0)
    for (const fraction of [0.01, 0.3, 0.31, 0.2, NaN, 7]) uploaded(message, fraction)
    expect(seen).toEqual([0.3, 1])
    held.pass()
    await sent
    expect(newest().progress).toBeUndefined()
  })

  test('that is cancelled is gone, and its message never leaves', async () => {
    const { held, sent, row } = await uploading()
    await cancelUpload(chat.kit, C2C, row.id)
    expect(chat.messages()).toEqual([])
    expect((await sent).ok).toBe(false)
    held.pass()
    await settle()
    expect(chat.sdk.historyOf(C2C)).toEqual([])
    expect(chat.sdk.calls('deleteMessage')).toHaveLength(1)
    expect(chat.errors).toEqual([])
    expect(chat.kit.store.get().notice).toBeUndefined()
  })

  test('that went out although it was cancelled is shown again', async () => {
    const { held, message, row } = await uploading()
    await cancelUpload(chat.kit, C2C, row.id)
    held.resolve({ message })
    await settle()
    expect(chat.messages().map(({ content }) => content.type)).toEqual(['file'])
  })

  test('that is over already cannot be cancelled', async () => {
    await sendFile(chat.kit, C2C, file)
    await cancelUpload(chat.kit, C2C, newest().id)
    expect(chat.messages()).toHaveLength(1)
  })

  test('that failed starts again from nothing', async () => {
    chat.sdk.rejectNext('sendMessage', sdkError(2400))
    await sendFile(chat.kit, C2C, file)
    expect(newest()).toMatchObject({ status: 'failed', error: { code: 2400 } })
    expect(newest().progress).toBeUndefined()
    const held = chat.sdk.hold('resendMessage')
    const again = resend(chat.kit, C2C, newest().id)
    await settle()
    expect(newest()).toMatchObject({ status: 'sending', progress: 0 })
    held.pass()
    await again
    expect(newest().status).toBe('sent')
  })

  test('waits for the one before it; a text does not', async () => {
    const first = chat.sdk.hold('sendMessage')
    void sendImage(chat.kit, C2C, image)
    void sendFile(chat.kit, C2C, file)
    void sendText(chat.kit, C2C, 'hi')
    await settle()
    expect(sentTypes()).toEqual(['Image', 'Text'])
    first.pass()
    await settle()
    expect(sentTypes()).toEqual(['Image', 'Text', 'File'])
    expect(chat.messages().map(({ content }) => content.type)).toEqual(['image', 'file', 'text'])
  })

  test('does not wait for one of another chat', async () => {
    await openChat(chat.kit, GROUP)
    chat.sdk.hold('sendMessage')
    void sendImage(chat.kit, C2C, image)
    void sendImage(chat.kit, GROUP, image)
    await settle()
    expect(sentTypes()).toEqual(['Image', 'Image'])
  })
})

describe('without a network', () => {
  test('messages wait, and go out in the order of writing when it is back', async () => {
    network('disconnected')
    void sendText(chat.kit, C2C, 'one')
    void sendImage(chat.kit, C2C, image)
    void sendText(chat.kit, C2C, 'two')
    await settle()
    expect(sentTypes()).toEqual([])
    expect(chat.messages().map(({ status }) => status)).toEqual(['sending', 'sending', 'sending'])

    const held = [chat.sdk.hold('sendMessage'), chat.sdk.hold('sendMessage')]
    network('connected')
    await settle()
    expect(sentTypes()).toEqual(['Text'])
    held[0]?.pass()
    await settle()
    expect(sentTypes()).toEqual(['Text', 'Image'])
    void sendText(chat.kit, C2C, 'three')
    await settle()
    expect(sentTypes()).toEqual(['Text', 'Image'])
    held[1]?.pass()
    await settle()
    expect(sentTypes()).toEqual(['Text', 'Image', 'Text', 'Text'])
    expect(chat.messages().every(({ status }) => status === 'sent')).toBe(true)
  })

  test('one that fails does not hold up the next', async () => {
    network('disconnected')
    void sendImage(chat.kit, C2C, image)
    void sendText(chat.kit, C2C, 'two')
    await settle()
    chat.sdk.rejectNext('sendMessage', sdkError(2252))
    network('connected')
    await settle()
    expect(chat.messages().map(({ status }) => status)).toEqual(['failed', 'sent'])
  })

  test('one that was on its way when it went goes again, first, and as the same message', async () => {
    const held = chat.sdk.hold('sendMessage')
    void sendText(chat.kit, C2C, 'one')
    await settle()
    network('disconnected')
    void sendText(chat.kit, C2C, 'two')
    held.reject(sdkError(2801))
    await settle()
    expect(chat.messages().map(({ status }) => status)).toEqual(['sending', 'sending'])
    network('connected')
    await settle()
    expect(chat.sdk.calls('resendMessage')[0]?.[0]).toBe(chat.sdk.calls('sendMessage')[0]?.[0])
    expect(chat.messages().map(({ status }) => status)).toEqual(['sent', 'sent'])
  })

  test('one that waits can be taken back', async () => {
    network('disconnected')
    void sendFile(chat.kit, C2C, file)
    await settle()
    await cancelUpload(chat.kit, C2C, newest().id)
    network('connected')
    await settle()
    expect(chat.messages()).toEqual([])
    expect(sentTypes()).toEqual([])
  })

  test('what still waits when the kit goes is left to the SDK', async () => {
    network('disconnected')
    void sendText(chat.kit, C2C, 'one')
    void sendText(chat.kit, C2C, 'two')
    await settle()
    chat.release()
    await settle()
    expect(sentTypes()).toEqual(['Text', 'Text'])
  })

  test('what one account has written is never sent by another', async () => {
    network('disconnected')
    const sent = sendText(chat.kit, C2C, 'secret')
    await settle()
    chat.sdk.becomeReady('mallory')
    expect((await sent).ok).toBe(false)
    expect(sentTypes()).toEqual([])
  })

  test('a new login of the same account sends what is left', async () => {
    network('disconnected')
    const sent = sendText(chat.kit, C2C, 'kept')
    await settle()
    chat.sdk.emit('SDK_NOT_READY', undefined)
    chat.sdk.becomeReady()
    expect((await sent).ok).toBe(true)
    expect(newest()).toMatchObject({ status: 'sent', content: { text: 'kept' } })
  })
})

test('a message of the peer meanwhile stays where it came', async () => {
  const held = chat.sdk.hold('sendMessage')
  void sendFile(chat.kit, C2C, file)
  await settle()
  chat.sdk.emit('MESSAGE_RECEIVED', [sdkMessage({ payload: { text: 'hello' } })])
  held.pass()
  await settle()
  expect(chat.messages().map(({ content }) => content.type)).toEqual(['file', 'text'])
})

describe('a host', () => {
  test('may change what goes out, or keep it back', async () => {
    const end = registerHooks({
      beforeSend: (outgoing) => {
        if (outgoing.type === 'file') return false
        if (outgoing.type === 'text') return { ...outgoing, text: outgoing.text.toUpperCase() }
      },
    })
    await sendText(chat.kit, C2C, 'hi')
    await expect(sendFile(chat.kit, C2C, file)).resolves.toEqual({ ok: true, value: undefined })
    await sendImage(chat.kit, C2C, image)
    expect(sentTypes()).toEqual(['Text', 'Image'])
    expect(chat.messages()[0]?.content).toEqual({ type: 'text', text: 'HI' })
    end()
  })

  test('whose hook fails stops nobody', async () => {
    const end = registerHooks({
      beforeSend: () => {
        throw new Error('no')
      },
    })
    await sendText(chat.kit, C2C, 'hi')
    expect(newest().status).toBe('sent')
    end()
  })
})

test.each([
  [80001, true],
  [3123, true],
  // The composer says it for as long as it lasts.
  [20007, false],
  // It can be sent again with a tap.
  [2801, false],
])('whether a refusal is said in words: %d, %s', async (code, said) => {
  chat.sdk.rejectNext('sendMessage', sdkError(code))
  await sendText(chat.kit, C2C, 'hi')
  expect(chat.kit.store.get().notice !== undefined).toBe(said)
  expect(chat.errors).toHaveLength(1)
})
