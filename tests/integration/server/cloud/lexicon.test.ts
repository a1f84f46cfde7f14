import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import TencentCloudChat from '@tencentcloud/chat'
import { readLexicon } from '../../../../tools/im-server/read-lexicon'
import { TestClient, textOf, until, useServer } from '../../harness'

// Not a module, and without types.
// eslint-disable-next-line @typescript-eslint/no-require-imports
const profanityFilter: unknown = require('tim-profanity-filter-plugin')

const BLOCKED = 3123
const { TYPES } = TencentCloudChat

const folder = mkdtempSync(join(tmpdir(), 'lexicon-'))
afterAll(() => rmSync(folder, { recursive: true }))

function lexiconFile(content: unknown): string {
  const file = join(folder, 'lexicon.json')
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return file
}

/** More than fit into one page of the server's answer. */
const many = Array.from({ length: 450 }, (_, n) => ({ word: `unwanted-${n}.` }))

describe('with a lexicon', () => {
  const server = useServer(() => ({
    lexicon: readLexicon(
      lexiconFile({
        words: [
          { word: '赌博' },
          { word: 'darn', replacement: 'd**n' },
          { pattern: '\\d{11}', replacement: '[手机号]' },
          { pattern: 'v\\s*i\\s*p\\s*群' },
          ...many,
        ],
        scenes: ['c2cText', 'groupText'],
      }),
    ),
  }))

  /** A client with the plugin, that has the words. */
  async function careful(userID: string): Promise<TestClient> {
    const client = new TestClient(server.current.url, userID)
    client.chat.registerPlugin({ 'tim-profanity-filter-plugin': profanityFilter })
    let pages = 0
    const stop = server.current.trace.listen(({ kind, servcmd }) => {
      if (kind === 'reply' && servcmd === 'im_msg_audit_mgr.get_local_words') pages += 1
    })
    await client.login()
    await until(() => pages === 3, 'the words have come')
    stop()
    await client.chat.getUserStatus({ userIDList: ['bob'] }) // an answer behind those
    return client
  }

  test('unwanted messages are not sent', async () => {
    const alice = await careful('alice')
    for (const text of ['来赌博吧', '加 V I P 群', 'UNWANTED-7. indeed', 'unwanted-449.']) {
      await expect(alice.sendText('bob', text)).rejects.toMatchObject({ code: BLOCKED })
    }
    await alice.sendText('bob', 'unwanted-450.')
    expect(server.current.reports).toEqual([])
  })

  test('other words are replaced', async () => {
    const alice = await careful('alice')
    const bob = await server.login('bob')
    await alice.sendText('bob', 'darn, call me at 13812345678')
    await until(() => bob.received.length === 1, 'bob gets it')
    expect(textOf(bob.received[0]!)).toBe('d**n, call me at [手机号]')
  })

  test('only the chosen kinds of messages are looked at', async () => {
    const alice = await careful('alice')
    await alice.chat.sendMessage(
      alice.chat.createCustomMessage({
        to: 'bob',
        conversationType: TYPES.CONV_C2C,
        payload: { data: '赌博', description: '', extension: '' },
      }),
    )
  })

  test('on the wire no word can be read', async () => {
    const bodies: string[] = []
    server.current.trace.listen((frame) => bodies.push(JSON.stringify(frame.body)))
    await careful('alice')
    expect(bodies.some((body) => body.includes('rpt_msg_dirty_word'))).toBe(true)
    expect(bodies.some((body) => body.includes('赌博') || body.includes('unwanted'))).toBe(false)
  })
})

describe('without a lexicon', () => {
  const server = useServer()

  test('everything is sent as it is', async () => {
    const alice = new TestClient(server.current.url, 'alice')
    alice.chat.registerPlugin({ 'tim-profanity-filter-plugin': profanityFilter })
    await alice.login()
    const bob = await server.login('bob')
    await alice.sendText('bob', '赌博')
    await bob.receivedText('赌博')
    expect(server.current.reports).toEqual([])
  })
})

describe('a lexicon file', () => {
  test.each([
    ['{', 'is not valid'],
    [[], 'it must be a JSON object'],
    [{ words: [{}] }, 'word must be a string'],
    [{ words: [{ pattern: '(' }] }, '/(/ is not a regular expression'],
    [{ words: [{ pattern: '\\D' }] }, "the SDK's plugin makes it lower case"],
    [{ words: [], scenes: ['everywhere'] }, 'there is no scene everywhere'],
  ])('%j is refused: %s', (content, message) => {
    expect(() => readLexicon(lexiconFile(content))).toThrow(message)
  })

  test('that is not there is refused', () => {
    expect(() => readLexicon(join(folder, 'none.json'))).toThrow('cannot be read')
  })
})
