import { download, putFile } from '../../harness/wx-host' // before the SDK
import TencentCloudChat, { type Message } from '@tencentcloud/chat'
import TIMUploadPlugin from 'tim-upload-plugin'
import { TestClient, until, useServer } from '../../harness'
import { mp4Video, noise, pngPicture } from './pictures'

const server = useServer()
const { CONV_C2C } = TencentCloudChat.TYPES
const mode = { through: 'the file proxy' as 'the file proxy' | 'plain addresses' }

const origin = (): string => server.current.url.replace(/^ws/, 'http')

async function login(userID: string): Promise<TestClient> {
  const proxies = { fileUploadProxy: origin(), fileDownloadProxy: origin() }
  const { url } = server.current
  const client = new TestClient(url, userID, mode.through === 'the file proxy' ? proxies : {})
  client.chat.registerPlugin({ 'tim-upload-plugin': TIMUploadPlugin })
  await client.login()
  return client
}

type Progress = (percent: number) => void

/** What `wx` gives to the page that has let the user choose. */
const picked = {
  image: (content: Buffer, name = 'photo.png') => ({
    tempFiles: [{ tempFilePath: putFile(name, content), size: content.length }],
  }),
  file: (content: Buffer, name: string) => ({
    tempFiles: [{ path: putFile(name, content), name, size: content.length, type: 'file' }],
  }),
  video: (content: Buffer, [width, height]: [number, number], duration: number) => ({
    tempFiles: [
      { tempFilePath: putFile('clip.mp4', content), size: content.length, width, height, duration },
    ],
  }),
  recording: (content: Buffer, duration: number) => ({
    tempFilePath: putFile('voice.mp3', content),
    fileSize: content.length,
    duration,
  }),
}

const options = (file: unknown, onProgress?: Progress) => ({
  to: 'bob',
  conversationType: CONV_C2C,
  payload: { file: file as never },
  ...(onProgress ? { onProgress } : {}),
})

const create = {
  image: ({ chat }: TestClient, content: Buffer, onProgress?: Progress) =>
    chat.createImageMessage(options(picked.image(content), onProgress)),
  file: ({ chat }: TestClient, content: Buffer, name: string) =>
    chat.createFileMessage(options(picked.file(content, name))),
  video: ({ chat }: TestClient, content: Buffer, size: [number, number]) =>
    chat.createVideoMessage(options(picked.video(content, size, 12))),
  recording: ({ chat }: TestClient, content: Buffer) =>
    chat.createAudioMessage(options(picked.recording(content, 3000))),
}

async function arrival(client: TestClient, message: Message): Promise<Message> {
  return until(() => client.received.find(({ ID }) => ID === message.ID), `${client.userID} gets it`)
}

/** The payload of the message as it arrives. */
async function payloadAt(client: TestClient, message: Message): Promise<Record<string, string>> {
  return (await arrival(client, message)).payload as never
}

interface Picture {
  url: string
  width: number
  height: number
  size: number
}

const pictures = ({ payload }: Message): Picture[] =>
  (payload as { imageInfoArray: Picture[] }).imageInfoArray

describe.each(['the file proxy', 'plain addresses'] as const)('through %s', (through) => {
  beforeEach(() => {
    mode.through = through
  })

  test('an image arrives in three sizes, with progress on the way', async () => {
    const alice = await login('alice')
    const bob = await login('bob')
    const content = pngPicture(1600, 900, 100_000)
    const steps: number[] = []
    const message = create.image(alice, content, (percent) => steps.push(percent))
    await alice.chat.sendMessage(message)
    expect(steps.length).toBeGreaterThan(2)
    expect(steps.at(-1)).toBe(1)
    expect([...steps].sort((a, b) => a - b)).toEqual(steps)

    const [original, thumbnail, large] = pictures(await arrival(bob, message))
    expect(original).toMatchObject({ width: 1600, height: 900, size: content.length })
    expect(thumbnail).toMatchObject({ width: 352, height: 198 })
    expect(large).toMatchObject({ width: 1280, height: 720 })
    for (const picture of [original, thumbnail, large]) {
      expect(await download(picture?.url ?? '')).toEqual(content)
    }
    expect(server.current.reports).toEqual([])
  })

  test('an audio message arrives with its length', async () => {
    const alice = await login('alice')
    const bob = await login('bob')
    const content = noise(5000)
    const message = create.recording(alice, content)
    await alice.chat.sendMessage(message)
    const payload = await payloadAt(bob, message)
    expect(payload).toMatchObject({ second: 3, size: 5000 })
    expect(await download(payload.url ?? '')).toEqual(content)
  })

  test('a video arrives with a cover of its proportions', async () => {
    const alice = await login('alice')
    const bob = await login('bob')
    const content = mp4Video(720, 1280)
    const message = create.video(alice, content, [720, 1280])
    await alice.chat.sendMessage(message)
    const payload = await payloadAt(bob, message)
    expect(payload).toMatchObject({
      videoSecond: 12,
      videoSize: content.length,
      snapshotWidth: 360,
      snapshotHeight: 640,
    })
    const { videoUrl = '', snapshotUrl = '' } = payload
    expect(await download(videoUrl)).toEqual(content)
    expect((await download(snapshotUrl)).subarray(1, 4).toString()).toBe('PNG')
  })

  test('a file arrives with its name', async () => {
    const alice = await login('alice')
    const bob = await login('bob')
    const content = noise(300_000)
    const message = create.file(alice, content, '年度 报告 (1).pdf')
    await alice.chat.sendMessage(message)
    const payload = await payloadAt(bob, message)
    expect(payload).toMatchObject({ fileName: '年度 报告 (1).pdf', fileSize: 300_000 })
    expect(await download(payload.fileUrl ?? '')).toEqual(content)
  })
})

describe('when something goes wrong', () => {
  beforeEach(() => {
    mode.through = 'the file proxy'
  })

  test('an upload that breaks off fails, and can be repeated', async () => {
    const alice = await login('alice')
    const bob = await login('bob')
    const content = noise(200_000)
    const message = create.file(alice, content, 'notes.txt')
    server.current.control.faults.add({ action: 'cut-upload', userID: 'alice', atByte: 70_000, times: 1 })
    await expect(alice.chat.sendMessage(message)).rejects.toMatchObject({ code: 2400 })
    expect(message.status).toBe('fail')
    await alice.chat.resendMessage(message)
    const payload = await payloadAt(bob, message)
    expect(await download(payload.fileUrl ?? '')).toEqual(content)
    expect(bob.received).toHaveLength(1)
  })

  test('a video is tried twice before it fails', async () => {
    const alice = await login('alice')
    const bob = await login('bob')
    const fault = { action: 'cut-upload', userID: 'alice', atByte: 1 } as const
    server.current.control.faults.add({ ...fault, times: 1 })
    await alice.chat.sendMessage(create.video(alice, mp4Video(640, 360), [640, 360]))
    await until(() => bob.received.length === 1, 'the second try has worked')

    server.current.control.faults.add({ ...fault, times: 2 })
    const message = create.video(alice, mp4Video(640, 360), [640, 360])
    await expect(alice.chat.sendMessage(message)).rejects.toMatchObject({ code: 2350 })
    await alice.chat.resendMessage(message)
    await arrival(bob, message)
  })

  test('what is too large is refused before it is sent', async () => {
    const alice = await login('alice')
    const asked: string[] = []
    server.current.trace.listen(({ servcmd }) => asked.push(servcmd))
    const tooLarge = picked.image(Buffer.alloc(1))
    Object.assign(tooLarge.tempFiles[0] as object, { size: 20 * 1024 * 1024 })
    const message = alice.chat.createImageMessage(options(tooLarge))
    await expect(alice.chat.sendMessage(message)).rejects.toMatchObject({ code: 2253 })
    expect(asked).toEqual([])
  })
})

test('a forwarded image is the same for who gets it', async () => {
  mode.through = 'the file proxy'
  const alice = await login('alice')
  const bob = await login('bob')
  const carol = await login('carol')
  const content = pngPicture(300, 300)
  const message = create.image(alice, content)
  await alice.chat.sendMessage(message)
  const got = await arrival(bob, message)
  const forwarded = bob.chat.createForwardMessage({ to: 'carol', conversationType: CONV_C2C, payload: got })
  await bob.chat.sendMessage(forwarded)
  const [original] = pictures(await arrival(carol, forwarded))
  expect(original).toMatchObject({ width: 300, height: 300 })
  expect(await download(original?.url ?? '')).toEqual(content)
})
