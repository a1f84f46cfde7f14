import { textOf, until, useServer, type TestClient } from '../../harness'
import TencentCloudChat, { type Conversation, type Message } from '@tencentcloud/chat'

const { CONV_C2C, CONV_GROUP, GRP_WORK } = TencentCloudChat.TYPES

const USERS = 20
/** Each user writes to the next ones of the ring. */
const PEERS = 3
const TO_EACH_PEER = 70
/** In each group some only listen. */
const GROUP_SIZE = 10
const LISTENERS = 2
const TO_GROUP = 50
/** A socket is cut after every so many messages. */
const CUT_EVERY = 50
const REST_MS = 1500
const SEED = 20240229

const names = Array.from({ length: USERS }, (_, index) => `user-${index}`)
const seedUsers = names.map((userID) => ({ userID, nick: userID, avatar: '', selfSignature: '' }))
const server = useServer({ seed: { users: seedUsers, messages: [] } })

/** Numbers below `limit`, the same in every run. */
function dice(seed: number): (limit: number) => number {
  let state = seed
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0 // a linear congruential generator
    return Math.floor((state / 2 ** 32) * limit)
  }
}

/** The messages of one user to one conversation: each is sent when the one before it has arrived. */
interface Stream {
  from: TestClient
  to: string
  conversationType: TencentCloudChat.TYPES
  count: number
}

const label = ({ from, to }: Stream, index: number): string => `${from.userID}>${to}#${index}`

class Storm {
  sent = 0
  cuts = 0
  private readonly roll = dice(SEED)
  /** Milliseconds. */
  private readonly connectedAt = new Map<string, number>()

  constructor(clients: TestClient[]) {
    for (const { userID, chat } of clients) {
      this.connectedAt.set(userID, Date.now())
      chat.on(TencentCloudChat.EVENT.NET_STATE_CHANGE, ({ data }: { data: { state: string } }) => {
        if (data.state === 'connected') this.connectedAt.set(userID, Date.now())
        else this.connectedAt.delete(userID)
      })
    }
  }

  async run(streams: Stream[]): Promise<void> {
    await Promise.all(streams.map((stream) => this.send(stream)))
  }

  private async send(stream: Stream): Promise<void> {
    const { from, to, conversationType, count } = stream
    for (let index = 0; index < count; index += 1) {
      const payload = { text: label(stream, index) }
      const message = from.chat.createTextMessage({ to, conversationType, payload })
      await from.chat.sendMessage(message).catch(() => this.sendAgain(from, message))
      this.sent += 1
      if (this.sent % CUT_EVERY === 0) this.cut()
    }
  }

  private async sendAgain({ chat }: TestClient, message: Message): Promise<void> {
    await chat.resendMessage(message).catch(() => this.sendAgain({ chat } as TestClient, message))
  }

  /**
   * Cuts somebody's socket, but not one that is younger than a second: the SDK then waits for its host to tell it
   * that the network has changed, and there is no such host here.
   */
  private cut(): void {
    const ripe = names.filter((name) => Date.now() - (this.connectedAt.get(name) ?? Infinity) > REST_MS)
    const userID = ripe[this.roll(ripe.length)]
    if (userID === undefined) return
    this.connectedAt.delete(userID)
    this.cuts += server.current.control.dropConnections(userID)
  }
}

const listens = (index: number): boolean => index % GROUP_SIZE >= GROUP_SIZE - LISTENERS

const textsOf = (stream: Stream): string[] =>
  Array.from({ length: stream.count }, (_, index) => label(stream, index))

async function createGroup({ chat }: TestClient, members: TestClient[]): Promise<string> {
  const { data } = (await chat.createGroup({
    type: GRP_WORK,
    name: 'storm',
    memberList: members.map(({ userID }) => ({ userID })),
  })) as { data: { group: { groupID: string } } }
  return data.group.groupID
}

async function wholeHistory({ chat }: TestClient, conversationID: string): Promise<Message[]> {
  const all: Message[] = []
  for (let nextReqMessageID = ''; ;) {
    const { data } = (await chat.getMessageList({ conversationID, nextReqMessageID })) as {
      data: { messageList: Message[]; nextReqMessageID: string; isCompleted: boolean }
    }
    all.unshift(...data.messageList)
    if (data.isCompleted) return all
    ;({ nextReqMessageID } = data)
  }
}

async function incomingTexts(client: TestClient, conversationID: string): Promise<(string | undefined)[]> {
  const messages = await wholeHistory(client, conversationID)
  return messages.filter(({ flow }) => flow === 'in').map(textOf)
}

const unreadOf = (list: Conversation[], conversationID: string): number | undefined =>
  list.find((conversation) => conversation.conversationID === conversationID)?.unreadCount

test('20 users, 5,000 messages, broken sockets: nothing is lost, nothing comes twice, order is kept', async () => {
  const clients = await Promise.all(names.map((userID) => server.login(userID)))
  const at = (index: number): TestClient => clients[index % USERS] as TestClient
  const groupIDs = await Promise.all(
    Array.from({ length: USERS / GROUP_SIZE }, async (_, index) => {
      const [owner, ...others] = clients.slice(index * GROUP_SIZE, (index + 1) * GROUP_SIZE)
      return createGroup(owner as TestClient, others)
    }),
  )
  const groupOf = (index: number): string => groupIDs[Math.floor(index / GROUP_SIZE)] ?? ''
  const streams = clients.flatMap((from, index): Stream[] => [
    ...Array.from({ length: PEERS }, (_, peer) => ({
      from,
      to: at(index + 1 + peer).userID,
      conversationType: CONV_C2C,
      count: TO_EACH_PEER,
    })),
    ...(listens(index) ? [] : [{ from, to: groupOf(index), conversationType: CONV_GROUP, count: TO_GROUP }]),
  ])
  expect(streams.reduce((sum, { count }) => sum + count, 0)).toBe(5000)

  const storm = new Storm(clients)
  await storm.run(streams)
  expect(storm.cuts).toBeGreaterThan(20)

  for (const [index, client] of clients.entries()) {
    const direct = streams.filter(({ to }) => to === client.userID).flatMap(textsOf)
    const inGroup = streams
      .filter(({ to, from }) => to === groupOf(index) && from !== client)
      .flatMap(textsOf)
    const heard = (texts: string[]): string[] => {
      const wanted = new Set(texts)
      return client.received.flatMap((message) => textOf(message) ?? []).filter((text) => wanted.has(text))
    }
    // Whose own message to a group is on its way at a reconnect does not see the gap before it: that is how the SDK
    // looks for gaps. The others hear of everything.
    const certain = listens(index) ? [...direct, ...inGroup] : direct
    await until(() => heard(certain).length >= certain.length, `${client.userID} hears of everything`, 20_000)
    expect(heard(certain).sort()).toEqual(certain.sort())
    expect(new Set(heard(inGroup)).size).toBe(heard(inGroup).length)
  }

  // What the server has kept, in the eyes of clients that know nothing yet.
  for (const client of clients) await client.close()
  const readers = [0, GROUP_SIZE - 1, USERS - 1]
  for (const index of readers) {
    const reader = await server.login(names[index] ?? '')
    const list = await reader.synced()
    for (const stream of streams.filter(({ to }) => to === reader.userID)) {
      const conversationID = `C2C${stream.from.userID}`
      expect(unreadOf(list, conversationID)).toBe(stream.count)
      expect(await incomingTexts(reader, conversationID)).toEqual(textsOf(stream))
    }
    const conversationID = `GROUP${groupOf(index)}`
    const kept = (await wholeHistory(reader, conversationID)).map(textOf)
    for (const stream of streams.filter(({ to }) => to === groupOf(index))) {
      const wanted = new Set<string | undefined>(textsOf(stream))
      expect(kept.filter((text) => wanted.has(text))).toEqual(textsOf(stream))
    }
    if (listens(index)) expect(unreadOf(list, conversationID)).toBe(kept.length)
  }
  expect(server.current.reports).toEqual([])
}, 90_000)
