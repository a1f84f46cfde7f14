import { WebSocket } from 'ws'
import { Limits } from '../../../../tools/im-server/limits'
import { until, useServer, userSigFor } from '../../harness'

const server = useServer()

interface Reply {
  head: { servcmd: string; seq: number }
  body: { ErrorCode: number; KickType?: number; A2Key?: string }
}

const sockets: WebSocket[] = []
afterEach(() => sockets.splice(0).forEach((socket) => socket.terminate()))

/** A socket with what came over it. */
async function connect(
  instanceID = 'raw',
): Promise<{ socket: WebSocket; replies: Reply[]; closed: number[] }> {
  const socket = new WebSocket(`${server.current.url}/binfo?instanceid=${instanceID}&platform=7`)
  sockets.push(socket)
  const replies: Reply[] = []
  const closed: number[] = []
  socket.on('message', (data: Buffer) => replies.push(JSON.parse(data.toString()) as Reply))
  socket.on('close', (code) => closed.push(code))
  socket.on('error', () => undefined)
  await until(() => socket.readyState === WebSocket.OPEN, 'a socket')
  return { socket, replies, closed }
}

const frame = (servcmd: string, seq: number, body: object = {}, head: object = {}): string =>
  JSON.stringify({ head: { servcmd, seq, ...head }, body })
const credentials = (userID: string) => ({ identifier: userID, sdkappid: 1, usersig: userSigFor(userID, 1) })

test('too many requests are refused with an error, and a client that goes on is cut off', async () => {
  const { socket, replies, closed } = await connect()
  const count = Limits.requestBurst + 500
  for (let seq = 1; seq <= count; seq += 1) socket.send(frame('heartbeat.alive', seq))
  await until(() => replies.length === count, 'all are answered')
  const codes = new Set(replies.map(({ body }) => body.ErrorCode))
  expect(codes).toEqual(new Set([0, 60022]))
  expect(closed).toEqual([])

  for (let seq = 1; seq <= 3 * Limits.refusalsBeforeClose; seq += 1)
    socket.send(frame('heartbeat.alive', seq))
  await until(() => closed.length, 'it is cut off')
  expect(closed).toEqual([1008])
  const alice = await server.login('alice')
  await alice.sendText('bob', 'the others do not notice')
})

test('a client that does not read is dropped', async () => {
  const alice = await server.login('alice')
  const { socket, replies } = await connect()
  socket.send(frame('im_open_status.wslogin', 1, {}, credentials('bob')))
  await until(() => replies.length, 'bob is logged in')
  const online = (): boolean =>
    server.current.control.users().some((user) => user.userID === 'bob' && user.online.length > 0)
  expect(online()).toBe(true)
  socket.pause()
  const text = 'x'.repeat(11_000)
  await until(
    async () => {
      await Promise.all(Array.from({ length: 200 }, () => alice.sendText('bob', text)))
      return !online()
    },
    'bob is dropped',
    30_000,
  )
  expect(alice.chat.isReady()).toBe(true)
}, 40_000)

test('whom a kick did not reach learns of it at the next hello', async () => {
  const first = await connect('first')
  first.socket.send(frame('im_open_status.wslogin', 1, {}, credentials('alice')))
  const a2 = (await until(() => first.replies.at(-1), 'the login')).body.A2Key
  const second = await connect('second')
  second.socket.send(frame('im_open_status.wslogin', 1, {}, credentials('alice')))
  await until(() => second.replies.length, 'the other login')
  first.socket.send(frame('im_open_status.wshello', 2, {}, { a2 }))
  const reply = await until(
    () => first.replies.find(({ head }) => head.servcmd === 'im_open_status.wshello'),
    'the answer',
  )
  expect(reply.body).toMatchObject({ ErrorCode: 1002, KickType: 1 })
})

test('what a client has missed comes in one piece, however large', async () => {
  const { socket, replies } = await connect('away')
  const replyTo = (list: Reply[], number: number) => list.find(({ head }) => head.seq === number)
  socket.send(frame('im_open_status.wslogin', 101, {}, credentials('bob')))
  await until(() => replyTo(replies, 101), 'bob is in')
  socket.terminate()
  const text = 'x'.repeat(11_000)
  const count = Math.ceil(Limits.unsentBytes / text.length) + 100
  for (let sent = 0; sent < count; sent += 1) {
    server.current.control.send({ from: 'alice', to: { userID: 'bob' }, content: { text } })
  }
  const again = await connect('away')
  again.socket.send(frame('im_open_status.wslogin', 102, {}, credentials('bob')))
  again.socket.send(frame('openim.getmsg', 103, { Cookie: '1', SyncFlag: 0, IsOnlineSync: 0 }))
  const { body } = await until(() => replyTo(again.replies, 103), 'all of it', 10_000)
  expect((body as { MsgList?: unknown[] }).MsgList).toHaveLength(count)
}, 15_000)
