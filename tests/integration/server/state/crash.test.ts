import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  closeClients,
  createClient,
  killServerProcesses,
  ServerProcess,
  TEST_SECRET_KEY,
  textOf,
  until,
  type TestClient,
} from '../../harness'

const KILLS = 3
/** Messages of each sender in one go. */
const BURST = 20
/** The server is killed when so many of a burst are confirmed: in the midst of the others. */
const CONFIRMED = 5
/** The SDK tries again only if its socket has lived for a second. */
const SOCKET_MS = 1100

jest.setTimeout(60_000)

let folder: string
let port: string

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'im-server-'))
  const probe = createServer().listen(0, '127.0.0.1')
  await until(() => probe.listening, 'a free port')
  port = String((probe.address() as AddressInfo).port)
  await new Promise((resolve) => probe.close(resolve))
})

afterEach(async () => {
  await closeClients()
  killServerProcesses()
  rmSync(folder, { recursive: true })
})

async function start(): Promise<{ server: ServerProcess; url: string }> {
  const args = ['--port', port, '--data', folder, '--secret-key', TEST_SECRET_KEY, '--open-users']
  const server = new ServerProcess(args)
  return { server, url: await server.url() }
}

/** Sends numbered messages without waiting for one another. */
class Sender {
  readonly acknowledged: string[] = []
  private readonly sending: Promise<void>[] = []

  constructor(
    readonly client: TestClient,
    readonly peer: string,
  ) {}

  burst(onAcknowledged: () => void): void {
    for (let count = 0; count < BURST; count += 1) {
      const text = `${this.client.userID} ${this.sending.length}`
      const sent = this.client.sendText(this.peer, text).then(() => {
        this.acknowledged.push(text)
        onAcknowledged()
      })
      this.sending.push(sent)
    }
  }

  /** Rejects if one of them failed. */
  async finish(): Promise<void> {
    await Promise.all(this.sending)
  }
}

const byNumber = (texts: string[]): string[] =>
  [...texts].sort((a, b) => Number(a.split(' ')[1]) - Number(b.split(' ')[1]))

test('kill -9 during traffic loses nothing that was confirmed, and nobody has to log in again', async () => {
  let { server, url } = await start()
  const clients = [await createClient({ url }, 'alice'), await createClient({ url }, 'bob')] as const
  const [alice, bob] = clients
  await Promise.all(clients.map((client) => client.synced()))
  const senders = [new Sender(alice, 'bob'), new Sender(bob, 'alice')]

  for (let kill = 1; kill <= KILLS; kill += 1) {
    const settled = Date.now() + SOCKET_MS
    await until(() => Date.now() > settled, 'the sockets are old enough')
    let confirmed = 0
    await new Promise<void>((resolve) => {
      for (const sender of senders) {
        sender.burst(() => {
          confirmed += 1
          if (confirmed !== CONFIRMED) return
          for (const client of clients) client.holdNetwork()
          server.process.kill('SIGKILL')
          resolve()
        })
      }
    })
    expect(await server.ended()).toBe('SIGKILL')
    ;({ server, url } = await start())
    for (const client of clients) client.regainNetwork()
  }
  for (const sender of senders) await sender.finish()
  for (const { client, peer } of senders) await client.sendText(peer, `${client.userID} 1000`)
  await alice.receivedText('bob 1000')
  await bob.receivedText('alice 1000')

  for (const client of clients) {
    expect(client.kicks).toEqual([])
    expect(client.chat.isReady()).toBe(true)
  }
  const received = clients.map((client) => client.received.map((message) => textOf(message) ?? ''))
  const unread = clients.map((client, index) => client.conversation(senders[index]?.peer ?? '')?.unreadCount)
  await closeClients()

  // With clients that know nothing but what the server tells.
  for (const [index, sender] of senders.entries()) {
    const { peer } = sender
    const me = sender.client.userID
    const fresh = await createClient({ url }, me)
    await fresh.synced()
    const texts = (await fresh.history(peer)).map((message) => textOf(message) ?? '')
    const sent = texts.filter((text) => text.startsWith(`${me} `))
    const got = texts.filter((text) => text.startsWith(`${peer} `))
    expect(new Set(texts).size).toBe(texts.length)
    expect(sent).toEqual(byNumber(sent))
    expect(sender.acknowledged.filter((text) => !sent.includes(text))).toEqual([])
    expect(byNumber(received[index] ?? [])).toEqual(byNumber(got)) // each once, and nothing that was lost later
    expect(fresh.conversation(peer)?.unreadCount).toBe(got.length)
    expect(unread[index]).toBe(got.length)
  }
  expect(server.err).toBe('')
})
