import TencentCloudChat, { type Message } from '@tencentcloud/chat'
import { until, useServer, type TestClient } from '../../harness'

const { TYPES } = TencentCloudChat
const server = useServer()

interface Merger {
  title: string
  abstractList: string[]
  downloadKey: string
  messageList: { from: string; messageBody: { type: string; payload: { text: string } }[] }[]
}

const merger = (message: Message): Merger => message.payload as Merger

/** What the merged messages say. */
const texts = (message: Message): string[] =>
  merger(message).messageList.map(({ messageBody }) => messageBody[0]!.payload.text)

function createMerger(client: TestClient, to: string, messageList: Message[]): Message {
  return client.chat.createMergerMessage({
    to,
    conversationType: TYPES.CONV_C2C,
    payload: { messageList, title: 'A talk', abstractList: ['one: …'], compatibleText: 'please update' },
  })
}

async function received(client: TestClient, type: string): Promise<Message> {
  return until(() => client.received.find((message) => (message.type as string) === type), `a ${type} comes`)
}

let alice: TestClient
let bob: TestClient

beforeEach(async () => {
  alice = await server.login('alice')
  bob = await server.login('bob')
})

async function talk(...said: string[]): Promise<Message[]> {
  const messages = []
  for (const text of said) messages.push(await alice.sendText('bob', text))
  return messages
}

test('a small merger travels inside its message', async () => {
  await alice.chat.sendMessage(createMerger(alice, 'bob', await talk('one', 'two')))
  const got = await received(bob, TYPES.MSG_MERGER)
  expect(merger(got)).toMatchObject({ title: 'A talk', abstractList: ['one: …'], downloadKey: '' })
  expect(texts(got)).toEqual(['one', 'two'])
  expect(server.current.reports).toEqual([])
})

describe('a large merger', () => {
  const long = (mark: string): string => `${mark} ${'x'.repeat(4000)}`

  test('is uploaded by the sender, and downloaded by the receiver', async () => {
    await alice.chat.sendMessage(createMerger(alice, 'bob', await talk(long('1'), long('2'), long('3'))))
    const got = await received(bob, TYPES.MSG_MERGER)
    expect(merger(got).messageList).toEqual([])
    expect(merger(got).downloadKey.length).toBeGreaterThanOrEqual(32)
    await bob.chat.downloadMergerMessage(got)
    expect(texts(got)).toEqual([long('1'), long('2'), long('3')])
    expect(merger(got).messageList[0]?.from).toBe('alice')
    expect(server.current.reports).toEqual([])
  })

  test('can be forwarded to somebody else, and merged again', async () => {
    await alice.chat.sendMessage(createMerger(alice, 'bob', await talk(long('1'), long('2'), long('3'))))
    const got = await received(bob, TYPES.MSG_MERGER)
    const carol = await server.login('carol')
    await bob.chat.sendMessage(
      bob.chat.createForwardMessage({ to: 'carol', conversationType: TYPES.CONV_C2C, payload: got }),
    )
    const forwarded = await received(carol, TYPES.MSG_MERGER)
    await carol.chat.downloadMergerMessage(forwarded)
    expect(texts(forwarded)).toEqual([long('1'), long('2'), long('3')])
    await carol.chat.sendMessage(createMerger(carol, 'alice', [forwarded]))
    const again = await received(alice, TYPES.MSG_MERGER)
    expect(merger(again).title).toBe('A talk')
  })

  test('is only found by its key, and is not endless', async () => {
    await alice.chat.sendMessage(createMerger(alice, 'bob', await talk(long('1'), long('2'), long('3'))))
    const got = await received(bob, TYPES.MSG_MERGER)
    merger(got).downloadKey = `${merger(got).downloadKey.slice(1)}x`
    // Whatever the server says, the SDK makes this of it.
    await expect(bob.chat.downloadMergerMessage(got)).rejects.toMatchObject({ code: 2452 })

    const [message] = await talk(long('1'))
    const many = Array.from({ length: 140 }, () => message!)
    await expect(alice.chat.sendMessage(createMerger(alice, 'bob', many))).rejects.toMatchObject({
      code: 80002,
    })
  })
})

test('a message is forwarded as it is, by somebody else to somebody else', async () => {
  const sent = alice.chat.createLocationMessage({
    to: 'bob',
    conversationType: TYPES.CONV_C2C,
    payload: { description: '凤凰岭', longitude: 116.1, latitude: 40.1 },
  })
  await alice.chat.sendMessage(sent)
  const carol = await server.login('carol')
  await bob.chat.sendMessage(
    bob.chat.createForwardMessage({
      to: 'carol',
      conversationType: TYPES.CONV_C2C,
      payload: await received(bob, TYPES.MSG_LOCATION),
    }),
  )
  const got = await received(carol, TYPES.MSG_LOCATION)
  expect(got).toMatchObject({ from: 'bob', payload: { description: '凤凰岭', longitude: 116.1 } })
})
