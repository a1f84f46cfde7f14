import TencentCloudChat, { type Message } from '@tencentcloud/chat'
import { until, useServer, type TestClient } from '../../harness'
import { EXTENSION_EVENT } from './events'

const { TYPES } = TencentCloudChat
const server = useServer()

interface Result {
  code: number
  key: string
  value: string
}
type Pair = Omit<Result, 'code'>

const CONFLICT = 23001

const pair = (key: string, value: string): Pair => ({ key, value })

async function resultsOf(call: Promise<unknown>): Promise<Result[]> {
  const { data } = (await call) as { data: { extensions: Result[] } }
  return data.extensions
}

async function extensionsOf(client: TestClient, message: Message): Promise<Record<string, string>> {
  const list = await resultsOf(client.chat.getMessageExtensions(message))
  return Object.fromEntries(list.map(({ key, value }) => [key, value]))
}

describe('in C2C conversations', () => {
  let alice: TestClient
  let bob: TestClient
  let sent: Message
  let got: Message

  beforeEach(async () => {
    alice = await server.login('alice')
    bob = await server.login('bob')
    sent = alice.chat.createCustomMessage({
      to: 'bob',
      conversationType: TYPES.CONV_C2C,
      payload: { data: 'vote', description: 'vote', extension: '' },
      isSupportExtension: true,
    })
    await alice.chat.sendMessage(sent)
    got = await until(() => bob.received[0], 'bob has the message')
  })

  test('what one sets, both see: at once and later', async () => {
    expect(await resultsOf(alice.chat.setMessageExtensions(sent, [pair('a', '1'), pair('b', '2')]))).toEqual([
      { code: 0, key: 'a', value: '1' },
      { code: 0, key: 'b', value: '2' },
    ])
    for (const client of [alice, bob]) {
      const [event] = await until(
        () =>
          client.seen(EXTENSION_EVENT.EXTENSIONS_UPDATED).length === 1 &&
          client.seen(EXTENSION_EVENT.EXTENSIONS_UPDATED),
        'the event has come',
      )
      expect(event).toEqual({ messageID: sent.ID, extensions: [pair('a', '1'), pair('b', '2')] })
    }
    expect(await extensionsOf(bob, got)).toEqual({ a: '1', b: '2' })
    await alice.close()
    const aliceAgain = await server.login('alice')
    const [message] = await aliceAgain.history('bob')
    expect(await extensionsOf(aliceAgain, message!)).toEqual({ a: '1', b: '2' })
    expect(server.current.reports).toEqual([])
  })

  test('keys can be deleted, one or all', async () => {
    await alice.chat.setMessageExtensions(sent, [pair('a', '1'), pair('b', '2'), pair('c', '3')])
    expect(await extensionsOf(bob, got)).toEqual({ a: '1', b: '2', c: '3' })
    await bob.chat.deleteMessageExtensions(got, ['b'])
    await until(() => alice.seen(EXTENSION_EVENT.EXTENSIONS_DELETED).length === 1, 'alice learns of it')
    expect(alice.seen(EXTENSION_EVENT.EXTENSIONS_DELETED)[0]).toEqual({ messageID: sent.ID, keyList: ['b'] })
    expect(await extensionsOf(alice, sent)).toEqual({ a: '1', c: '3' })

    await bob.chat.deleteMessageExtensions(got)
    await until(() => alice.seen(EXTENSION_EVENT.EXTENSIONS_DELETED).length === 2, 'alice learns of it')
    expect(alice.seen(EXTENSION_EVENT.EXTENSIONS_DELETED)[1]).toMatchObject({ keyList: ['a', 'c'] })
    expect(await extensionsOf(alice, sent)).toEqual({})
    expect(await resultsOf(alice.chat.setMessageExtensions(sent, [pair('a', 'new')]))).toMatchObject([
      { code: 0 },
    ])
    expect(await extensionsOf(bob, got)).toEqual({ a: 'new' })
  })

  test('of two who set the same key, the second is told what the first has set', async () => {
    const results = await Promise.all([
      resultsOf(alice.chat.setMessageExtensions(sent, [pair('seat', 'alice'), pair('alice', 'here')])),
      resultsOf(bob.chat.setMessageExtensions(got, [pair('seat', 'bob'), pair('bob', 'here')])),
    ])
    const [first, second] = results.sort(([a], [b]) => a!.code - b!.code)
    const winner = first[0]!.value
    expect(first).toMatchObject([{ code: 0 }, { code: 0 }])
    expect(second).toMatchObject([{ code: CONFLICT, key: 'seat', value: winner }, { code: 0 }])
    expect(await extensionsOf(alice, sent)).toEqual({ seat: winner, alice: 'here', bob: 'here' })
    // Now both know the version.
    const again =
      winner === 'alice'
        ? bob.chat.setMessageExtensions(got, [pair('seat', 'again')])
        : alice.chat.setMessageExtensions(sent, [pair('seat', 'again')])
    expect(await resultsOf(again)).toMatchObject([{ code: 0 }])
  })

  test('more keys than one page has are fetched in several, and later only what is new', async () => {
    await bob.close() // or else he would know them from the events
    for (let start = 0; start < 300; start += 15) {
      const batch = Array.from({ length: 15 }, (_, n) => pair(`key${start + n}`, `value ${start + n}`))
      await alice.chat.setMessageExtensions(sent, batch)
    }
    const bobAgain = await server.login('bob')
    const [message] = await bobAgain.history('alice')
    expect(Object.keys(await extensionsOf(bobAgain, message!))).toHaveLength(300)
    await expect(alice.chat.setMessageExtensions(sent, [pair('one more', '1')])).rejects.toMatchObject({
      code: 23004,
    })
    await alice.chat.setMessageExtensions(sent, [pair('key7', 'changed')])
    expect(await extensionsOf(bobAgain, message!)).toMatchObject({ key7: 'changed', key8: 'value 8' })
  })

  test('have limits', async () => {
    const long = 'x'.repeat(101)
    await expect(alice.chat.setMessageExtensions(sent, [pair(long, '1')])).rejects.toMatchObject({
      code: 20001,
    })
    const large = 'x'.repeat(1025)
    await expect(alice.chat.setMessageExtensions(sent, [pair('a', large)])).rejects.toMatchObject({
      code: 20001,
    })
    expect(await extensionsOf(bob, got)).toEqual({})
  })

  test('are for messages that were sent with support of them, and that are not revoked', async () => {
    const plain = await alice.sendText('bob', 'plain')
    // The SDK looks as well: it has to be deceived.
    plain.isSupportExtension = true
    await expect(alice.chat.setMessageExtensions(plain, [pair('a', '1')])).rejects.toMatchObject({
      code: 23002,
    })
    await alice.chat.revokeMessage(sent)
    await expect(bob.chat.setMessageExtensions(got, [pair('a', '1')])).rejects.toMatchObject({ code: 20022 })
  })

  test('are for the two only', async () => {
    await alice.chat.setMessageExtensions(sent, [pair('a', '1')])
    const carol = await server.login('carol')
    await carol.sendText('alice', 'I know her as well')
    await expect(carol.chat.getMessageExtensions(got)).rejects.toMatchObject({ code: 20022 })
    await expect(carol.chat.setMessageExtensions(got, [pair('a', '2')])).rejects.toMatchObject({
      code: 20022,
    })
    await expect(carol.chat.deleteMessageExtensions(got)).rejects.toMatchObject({ code: 20022 })
    expect(await extensionsOf(bob, got)).toEqual({ a: '1' })
    expect(carol.seen(EXTENSION_EVENT.EXTENSIONS_UPDATED)).toEqual([])
  })
})
