import { connect } from 'node:net'
import { WebSocket } from 'ws'
import { credentials, RawClient, until, useServer } from '../harness'

const server = useServer()

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth)

test.each([
  ['not JSON', 'hello'],
  ['nothing', ''],
  ['null', 'null'],
  ['a list', '[]'],
  ['no head', '{"body":{}}'],
  ['a head that is null', '{"head":null}'],
  ['no command', '{"head":{"seq":1}}'],
  ['a sequence that is no number', '{"head":{"servcmd":"heartbeat.alive","seq":{}}}'],
  ['binary rubbish', Buffer.from([0xff, 0xfe, 0x00, 0xc0])],
  ['more than 1 MB', 'x'.repeat(1024 * 1024 + 1)],
  ['32 MB', Buffer.alloc(32 * 1024 * 1024, 'x')],
  ['too many lists in each other', `{"head":{"servcmd":"x","seq":1},"body":${nested(400_000)}}`],
  ['a deep head', `{"head":{"servcmd":"x","seq":1,"y":${nested(1000)}}}`],
])('a frame with %s closes its connection and hurts nobody else', async (_what, frame) => {
  const alice = await server.login('alice')
  const raw = await RawClient.connect(server.current)
  raw.send(frame)
  await until(() => raw.closed, 'the connection is closed')
  await alice.sendText('bob', 'still alive')
  expect(server.current.reports).toEqual([])
})

test.each([
  ['openim.sendmsg', {}],
  ['openim.sendmsg', { To_Account: 'bob', MsgSeq: 'x', MsgRandom: 1, MsgBody: [{}] }],
  ['openim.sendmsg', { To_Account: 'bob', MsgSeq: 1, MsgRandom: 1, MsgBody: 'text' }],
  ['openim.sendmsg', { From_Account: 'carol', To_Account: 'bob', MsgSeq: 1, MsgRandom: 1, MsgBody: [{}] }],
  ['openim.msgwithdraw', { MsgInfo: [] }],
  ['openim.msgreaded', { C2CMsgReaded: { C2CMsgReadedItem: [null] } }],
  ['openim.getroammsg', { Peer_Account: {}, MaxCnt: -1 }],
  ['recentcontact.batch_delete', { ContactItem: 5 }],
  ['profile.portrait_set', { ProfileItem: [{ Tag: 'Tag_Profile_IM_Nick', Value: {} }] }, 40610],
  ['im_open_status.ws_get_user_status', null],
])('%s with %j is refused', async (command, body, code = 20001) => {
  const raw = await RawClient.connect(server.current)
  await raw.request('im_open_status.wslogin', {}, credentials('alice'))
  expect(await raw.request(command, body)).toMatchObject({ ErrorCode: code })
  expect(server.current.reports).toEqual([])
  raw.close()
})

test('without a login nothing is answered but an error', async () => {
  const raw = await RawClient.connect(server.current)
  expect(await raw.request('recentcontact.page_get', {})).toMatchObject({ ErrorCode: 70001 })
  const forged = { a2: `${Buffer.from('alice').toString('base64url')}.forged` }
  expect(await raw.request('recentcontact.page_get', {}, forged)).toMatchObject({ ErrorCode: 70001 })
  expect(await raw.request('im_open_status.wslogin', {}, forged)).toMatchObject({ ErrorCode: 70001 })
  raw.close()
})

test('a ticket is worth nothing any more after the logout', async () => {
  const raw = await RawClient.connect(server.current, '/binfo?instanceid=1&platform=7')
  const { A2Key } = await raw.request('im_open_status.wslogin', {}, credentials('alice'))
  expect(await raw.request('recentcontact.page_get', {}, { a2: A2Key })).toMatchObject({ ErrorCode: 0 })
  await raw.request('im_open_status.wslogout', { wslogout_type: 0 }, { a2: A2Key })
  expect(await raw.request('recentcontact.page_get', {}, { a2: A2Key })).toMatchObject({ ErrorCode: 70003 })
  raw.close()
})

test('an unknown command succeeds and is reported once', async () => {
  const raw = await RawClient.connect(server.current)
  await raw.request('im_open_status.wslogin', {}, credentials('alice'))
  expect(await raw.request('new_service.new_command', {})).toEqual({ ErrorCode: 0 })
  await raw.request('new_service.new_command', {})
  expect(server.current.reports).toHaveLength(1)
  expect(server.current.reports[0]).toContain('new_service.new_command')
  raw.close()
})

test('a repeated send is kept once, with the same time', async () => {
  const raw = await RawClient.connect(server.current)
  await raw.request('im_open_status.wslogin', {}, credentials('alice'))
  const body = {
    To_Account: 'bob',
    MsgSeq: 5,
    MsgRandom: 6,
    MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'x' } }],
  }
  const first = await raw.request('openim.sendmsg', body)
  expect(await raw.request('openim.sendmsg', body)).toEqual(first)
  const { MsgList } = await raw.request('openim.getroammsg', { Peer_Account: 'bob', MaxCnt: 15 })
  expect(MsgList).toHaveLength(1)
  raw.close()
})

test('what an instance has acknowledged is not sent to it again', async () => {
  const alice = await server.login('alice')
  const path = '/binfo?instanceid=1&platform=7'
  const first = await RawClient.connect(server.current, path)
  const { A2Key } = await first.request('im_open_status.wslogin', {}, credentials('bob'))
  const { Cookie } = await first.request('openim.getmsg', { Cookie: '' })
  await alice.sendText('bob', 'one')
  await alice.sendText('bob', 'two')
  const sessionData = (): unknown[] => first.received.flatMap(({ body }) => body.SessionData ?? [])
  await until(() => sessionData().length === 2, 'both are pushed')
  const acknowledgement = { SessionData: sessionData()[0] }
  first.send(JSON.stringify({ head: { servcmd: 'openim.ws_msg_push_ack', seq: 1 }, body: acknowledgement }))
  await first.request('heartbeat.alive', {})
  first.close()

  const second = await RawClient.connect(server.current, path)
  const { MsgList } = await second.request('openim.getmsg', { Cookie }, { a2: A2Key })
  expect(MsgList).toMatchObject([{ MsgBody: [{ MsgContent: { Text: 'two' } }] }])
  second.close()
})

test('large frames are compressed where the client asked for it', async () => {
  const chunk = 'x'.repeat(3000)
  const alice = await server.login('alice')
  await alice.sendText('bob', chunk)
  const ask = async (path: string): Promise<Buffer> => {
    const raw = await RawClient.connect(server.current, path)
    await raw.request('im_open_status.wslogin', {}, credentials('bob'))
    const reply = await raw.request('openim.getroammsg', { Peer_Account: 'alice', MaxCnt: 15 })
    expect(JSON.stringify(reply)).toContain(chunk)
    raw.close()
    return raw.lastFrame
  }
  expect((await ask('/binfo?compress=gzip')).length).toBeLessThan(1000)
  expect((await ask('/binfo')).length).toBeGreaterThan(3000)
  expect((await ask('/info?compress=gzip')).length).toBeGreaterThan(3000)
})

test('only the two paths of the SDK are open', async () => {
  const socket = new WebSocket(`${server.current.url}/other`)
  const failure = await new Promise<Error>((resolve) => socket.on('error', resolve))
  expect(failure.message).toContain('404')
})

test('a request that never ends does not keep the server from closing', async () => {
  const endless = connect({ port: server.current.port, host: '127.0.0.1' })
  await new Promise((resolve) => endless.once('connect', resolve))
  const head = ['POST /control/users HTTP/1.1', 'Host: 127.0.0.1', 'Content-Type: application/json']
  endless.write(`${[...head, 'Content-Length: 1000'].join('\r\n')}\r\n\r\n{`)
  const cut = new Promise((resolve) => endless.once('close', resolve))
  endless.on('error', () => undefined)
  await server.current.close()
  await cut
})
