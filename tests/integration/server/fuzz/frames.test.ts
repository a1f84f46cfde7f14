import fc from 'fast-check'
import { credentials, RawClient, until, useServer } from '../../harness'
import { sdkCommands } from '../../harness/conformance/sdk-commands'
import type { Body } from '../../harness/raw-client'

const server = useServer()
const SEED = 8

/** Real clients are served as before, and nothing has failed inside. */
async function expectHealth(): Promise<void> {
  const [alice, bob] = await Promise.all([server.login('alice'), server.login('bob')])
  await alice.sendText('bob', 'still here')
  await bob.receivedText('still here')
  expect(server.current.reports.filter((line) => line.includes('failed:'))).toEqual([])
  expect(({} as Body).polluted).toBeUndefined()
}

const json = fc.json({ maxDepth: 4 })
const strangeNumber = fc.constantFrom('1e400', '-1e400', '1e-400', '9007199254740993', '-0', '1'.repeat(400))
const headOf = (command: string, rest: string): string =>
  `{"head":{"servcmd":${JSON.stringify(command)},${rest}},"body":{}}`
const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`

const frames = fc.oneof(
  fc.string({ unit: 'binary' }),
  json,
  json.map((head) => `{"head":${head},"body":{}}`),
  json.map((body) => `{"head":{"servcmd":"openim.sendmsg","seq":1},"body":${body}}`),
  fc.tuple(fc.string(), json).map(([command, seq]) => headOf(command, `"seq":${seq}`)),
  strangeNumber.map((seq) => headOf('heartbeat.alive', `"seq":${seq}`)),
  strangeNumber.map(
    (n) => `{"head":{"servcmd":"openim.getroammsg","seq":1,"a2":${n}},"body":{"MaxCnt":${n}}}`,
  ),
  fc
    .constantFrom(100, 10_000, 400_000)
    .map((depth) => `{"head":{"servcmd":"a.b","seq":1},"body":${nested(depth)}}`),
  fc.constant(
    '{"head":{"servcmd":"openim.getmsg","seq":1,"__proto__":{"polluted":1}},"body":{"__proto__":{"polluted":1}}}',
  ),
  fc
    .constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty')
    .map((name) => headOf(name, '"seq":1')),
)

test('any frame is answered or closes its connection', async () => {
  for (const frame of fc.sample(frames, { seed: SEED, numRuns: 300 })) {
    const client = await RawClient.connect(server.current)
    client.send(frame)
    const alive = await client.request('heartbeat.alive', {})
    expect(alive).toEqual(client.closed ? { closed: true } : { ErrorCode: 0 })
    client.close()
  }
  await expectHealth()
}, 30_000)

test('any bytes close the connection', async () => {
  for (const bytes of fc.sample(fc.uint8Array({ minLength: 1, maxLength: 2000 }), {
    seed: SEED,
    numRuns: 50,
  })) {
    const client = await RawClient.connect(server.current)
    client.send(Buffer.from([0xff, ...bytes]))
    await until(() => client.closed, 'the connection is closed')
  }
  await expectHealth()
}, 30_000)

test('a frame of 32 MB closes the connection', async () => {
  const client = await RawClient.login(server.current, 'carol')
  client.send(Buffer.alloc(32 * 1024 * 1024, '['))
  await until(() => client.closed, 'the connection is closed')
  await expectHealth()
})

/** Commands that do their work, or answer politely, without a login; so do those for visitors of live rooms. */
const OPEN = ['heartbeat.alive', 'im_open_status.wslogout', 'imopenstat.tim_web_report_v2']
const REFUSED = [70001, 70002, 70003, 70009, 70013, 70014, 70050]

const isRefused = ({ ErrorCode }: Body): boolean => REFUSED.includes(Number(ErrorCode))

test.each([
  ['nothing', {}],
  ['a name alone', { identifier: 'alice' }],
  ['a ticket of its own making', { a2: `${Buffer.from('alice').toString('base64url')}.${'A'.repeat(43)}` }],
  ['a tinyid', { tinyid: '144115000000000001', identifier: 'alice' }],
  ['a UserSig of somebody else', { ...credentials('bob'), identifier: 'alice' }],
  ['a UserSig of another app', { ...credentials('alice'), sdkappid: 2 }],
  ['an object for a ticket', { a2: { userID: 'alice' } }],
])('who shows %s gets nothing from any command', async (_what, head) => {
  const client = await RawClient.connect(server.current)
  const closed = sdkCommands().filter(
    (command) =>
      !OPEN.includes(command) && !command.includes('_noauth_') && command !== 'openim.ws_msg_push_ack',
  )
  for (const command of closed) {
    const reply = await client.request(command, { To_Account: ['alice'], GroupIdList: [] }, head)
    if (!isRefused(reply)) throw new Error(`${command} answers ${JSON.stringify(reply)}`)
  }
  client.close()
  await expectHealth()
})

test('a user who is logged in stays who it is, whatever the head says', async () => {
  const carol = await RawClient.login(server.current, 'carol')
  const body = { From_Account: 'alice', To_Account: 'bob', MsgSeq: 1, MsgRandom: 1, MsgBody: [] }
  const text = [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'forged' } }]
  const head = { identifier: 'alice', tinyid: '1', usersig: 'x' }
  expect(await carol.request('openim.sendmsg', { ...body, MsgBody: text }, head)).toMatchObject({
    ErrorCode: 20001,
  })
  expect(isRefused(await carol.request('openim.getmsg', {}, { ...head, a2: 'x.y' }))).toBe(true)
  carol.close()
  await expectHealth()
})
