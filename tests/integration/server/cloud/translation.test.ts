import TencentCloudChat from '@tencentcloud/chat'
import { useServer, type TestClient } from '../../harness'

const server = useServer()

async function translated(client: TestClient, options: object): Promise<string[]> {
  const { data } = (await client.chat.translateText(options as never)) as {
    data: { translatedTextList: string[] }
  }
  return data.translatedTextList
}

const voice = (url: string): never =>
  ({
    type: TencentCloudChat.TYPES.MSG_AUDIO,
    from: 'bob',
    flow: 'in',
    status: 'success',
    payload: { url },
  }) as never

test('translations are marked as the fakes they are', async () => {
  const alice = await server.login('alice')
  const texts = { sourceTextList: ['你好', '再见'], sourceLanguage: 'auto' }
  expect(await translated(alice, { ...texts, targetLanguage: 'en' })).toEqual(['[en] 你好', '[en] 再见'])
  expect(server.current.reports).toEqual([])
})

test('unknown languages and endless texts are not translated', async () => {
  const alice = await server.login('alice')
  const to = (targetLanguage: string, text = '你好'): Promise<string[]> =>
    translated(alice, { sourceTextList: [text], sourceLanguage: 'zh', targetLanguage })
  await expect(to('klingon')).rejects.toMatchObject({ code: 25001 })
  await expect(to('en', '长'.repeat(6001))).rejects.toMatchObject({ code: 25002 })
})

describe('voice to text', () => {
  async function heard(client: TestClient, url: string, language?: string): Promise<string> {
    const options = { message: voice(url), ...(language ? { language } : {}) }
    const { data } = (await client.chat.convertVoiceToText(options)) as { data: { result: string } }
    return data.result
  }

  test('is a sample that says so', async () => {
    const alice = await server.login('alice')
    expect(await heard(alice, 'http://127.0.0.1/voice.mp3')).toContain('【示例转写】')
    expect(await heard(alice, 'http://127.0.0.1/voice.aac', 'en-US')).toContain('[sample transcript]')
    expect(server.current.reports).toEqual([])
  })

  test('refuses what is not a voice file', async () => {
    const alice = await server.login('alice')
    await expect(heard(alice, 'file.txt')).rejects.toBeTruthy()
    await expect(heard(alice, 'voice.mp3')).rejects.toBeTruthy()
  })
})

describe('a plan without them', () => {
  const poor = useServer({ abilities: '0' })

  test('has neither', async () => {
    const { chat } = await poor.login('alice')
    const texts = { sourceTextList: ['你好'], sourceLanguage: 'auto', targetLanguage: 'en' }
    await expect(chat.translateText(texts)).rejects.toMatchObject({ code: 60020 })
    // Whatever the server says, the SDK makes this of it.
    await expect(
      chat.convertVoiceToText({ message: voice('http://127.0.0.1/voice.mp3') }),
    ).rejects.toMatchObject({ code: 2118 })
  })
})
