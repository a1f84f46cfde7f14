import { download, putFile } from '../harness/wx-host' // before the SDK
import TencentCloudChat from '@tencentcloud/chat'
import TIMUploadPlugin from 'tim-upload-plugin'
import { showChat } from '../../../core/actions/mark-read'
import { openChat } from '../../../core/actions/open-chat'
import { playVoice, type VoicePlayer } from '../../../core/actions/play-voice'
import type { Memory } from '../../../core/actions/played'
import { sendVoice } from '../../../core/actions/send-media'
import { acquireKit, releaseKit } from '../../../core/kit'
import type { AudioContent, Message } from '../../../core/store/types'
import { allMessages } from '../../fixtures/threads'
import { createClient, startServer, type TestServer } from '../harness'
import { noise } from '../server/media/pictures'
import { closePhones, Phone } from './phone'

jest.setTimeout(20_000)

const SPEECH = noise(20_400)

let server: TestServer
let proxies: Record<string, string>

beforeEach(async () => {
  server = await startServer()
  const origin = server.url.replace(/^ws/, 'http')
  proxies = { fileUploadProxy: origin, fileDownloadProxy: origin }
})

afterEach(async () => {
  await closePhones()
  await server.close()
  expect(server.reports).toEqual([])
})

/** A phone that can send files, with the chat to the peer on the screen. */
async function phone(userID: string, peer: string): Promise<Phone> {
  const made = new Phone(server, userID, proxies)
  made.client.chat.registerPlugin({ 'tim-upload-plugin': TIMUploadPlugin })
  await made.client.login()
  await openChat(made.kit, `C2C${peer}`)
  showChat(made.kit, { conversationID: `C2C${peer}`, shown: true, atBottom: true })
  return made
}

/** What the microphone has written. */
const recording = (ms: number) => ({ path: putFile('voice.mp3', SPEECH), ms, bytes: SPEECH.length })

const audioOf = (message: Message | undefined): AudioContent => {
  if (message?.content.type !== 'audio') throw new Error('No voice message')
  return message.content
}

/** A loudspeaker on which everything is over at once. */
function quickPlayer(): VoicePlayer & { urls: string[] } {
  const urls: string[] = []
  return {
    urls,
    play(url, _options, listener) {
      urls.push(url)
      listener.started()
      listener.ended('done', '')
    },
    stop: () => undefined,
    route: () => undefined,
  }
}

test('what was recorded reaches the peer, who can load it and knows how long it is', async () => {
  const [alice, bob] = [await phone('alice', 'bob'), await phone('bob', 'alice')]
  expect(await sendVoice(alice.kit, 'C2Cbob', recording(3400))).toEqual({ ok: true, value: undefined })
  const arrived = await bob.until(() => bob.messages('alice')[0], 'has it')

  expect(audioOf(arrived)).toEqual({
    type: 'audio',
    url: expect.stringMatching(/^http/) as string,
    seconds: 3,
  })
  expect(arrived.played).toBeUndefined()
  expect(await download(audioOf(arrived).url)).toEqual(SPEECH)
  // Whoever has said it listens to the phone's own file.
  expect(audioOf(alice.messages('bob')[0]).url).toMatch(/^wxfile:/)
  await bob.until(() => bob.conversation('alice')?.last?.content.type === 'audio', 'sees it in the list')
})

test('several new ones are heard one after the other with one tap', async () => {
  const [alice, bob] = [await phone('alice', 'bob'), await phone('bob', 'alice')]
  for (const ms of [1000, 2000, 3000]) await sendVoice(alice.kit, 'C2Cbob', recording(ms))
  await bob.until(() => bob.messages('alice').length === 3, 'has them')
  const player = quickPlayer()
  playVoice(bob.kit, player, 'C2Calice', bob.messages('alice')[0]?.id ?? '')
  expect(player.urls).toEqual(bob.messages('alice').map((message) => audioOf(message).url))
  expect(bob.messages('alice').map(({ played }) => played)).toEqual([true, true, true])
})

test('what was listened to is not new when the mini program is started again', async () => {
  const alice = await phone('alice', 'bob')
  await sendVoice(alice.kit, 'C2Cbob', recording(1000))
  await sendVoice(alice.kit, 'C2Cbob', recording(2000))

  const kept = new Map<string, unknown>()
  const memory: Memory = { read: (key) => kept.get(key), write: (key, value) => void kept.set(key, value) }
  /** Bob starts the mini program, listens to what `listen` picks, and closes it. @returns which ones are new */
  const session = async (listen?: number): Promise<boolean[]> => {
    const { chat } = await createClient(server, 'bob', proxies)
    const kit = acquireKit({ instance: chat, namespace: TencentCloudChat, userID: 'bob', memory })
    await openChat(kit, 'C2Calice')
    showChat(kit, { conversationID: 'C2Calice', shown: true, atBottom: true })
    const messages = (): Message[] => allMessages(kit.store.get().messages.C2Calice)
    if (listen !== undefined) playVoice(kit, quickPlayer(), 'C2Calice', messages()[listen]?.id ?? '')
    const fresh = messages().map(({ played }) => !played)
    releaseKit(kit)
    return fresh
  }
  expect(await session()).toEqual([true, true])
  // The last one: nothing follows it.
  expect(await session(1)).toEqual([true, false])
  expect(await session()).toEqual([true, false])
})
