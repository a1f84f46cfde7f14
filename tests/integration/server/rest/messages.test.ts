import { textOf, until, useServer } from '../../harness'
import { backend } from './backend'

const server = useServer()
const ask = backend(() => server.current)
const text = (Text: string) => [{ MsgType: 'TIMTextElem', MsgContent: { Text } }]

afterEach(() => {
  expect(server.current.reports).toEqual([])
})

describe('openim/sendmsg', () => {
  test('as the administrator', async () => {
    const bob = await server.login('bob')
    const reply = await ask('openim/sendmsg', { To_Account: 'bob', MsgRandom: 42, MsgBody: text('welcome') })
    expect(reply).toMatchObject({ ActionStatus: 'OK', MsgTime: expect.any(Number) as number })
    expect(reply.MsgKey).toMatch(/^\d+_42_\d+$/)
    expect(await bob.receivedText('welcome')).toMatchObject({ from: 'administrator', time: reply.MsgTime })
  })

  test('as a user, whose own client gets it as well unless it is not to', async () => {
    const alice = await server.login('alice')
    const bob = await server.login('bob')
    const body = { From_Account: 'alice', To_Account: 'bob' }
    await ask('openim/sendmsg', { ...body, MsgRandom: 1, MsgBody: text('hidden'), SyncOtherMachine: 2 })
    await ask('openim/sendmsg', { ...body, MsgRandom: 2, MsgBody: text('shown'), SyncOtherMachine: 1 })
    await bob.receivedText('shown')
    expect(bob.received.map(textOf)).toEqual(['hidden', 'shown'])
    await alice.receivedText('shown')
    expect(alice.received.map(textOf)).toEqual(['shown'])
  })

  test('does not ask about blacklists, but about the receiver', async () => {
    const bob = await server.login('bob')
    await bob.chat.addToBlacklist({ userIDList: ['alice'] })
    const body = { From_Account: 'alice', MsgRandom: 3, MsgBody: text('all the same') }
    await ask('openim/sendmsg', { ...body, To_Account: 'bob' })
    await bob.receivedText('all the same')
    expect(await ask('openim/sendmsg', { ...body, To_Account: 'nobody' })).toMatchObject({ ErrorCode: 20003 })
    expect(await ask('openim/sendmsg', { ...body, From_Account: 'nobody', To_Account: 'bob' })).toMatchObject(
      { ErrorCode: 20003 },
    )
  })

  test('twice with the same numbers is one message', async () => {
    const bob = await server.login('bob')
    const body = { To_Account: 'bob', MsgSeq: 7, MsgRandom: 8, MsgBody: text('once') }
    const first = await ask('openim/sendmsg', body)
    expect(await ask('openim/sendmsg', body)).toEqual(first)
    await ask('openim/sendmsg', { ...body, MsgRandom: 9, MsgBody: text('end') })
    await bob.receivedText('end')
    expect(bob.received.map(textOf)).toEqual(['once', 'end'])
  })
})

test('openim/batchsendmsg reaches everybody who exists', async () => {
  const bob = await server.login('bob')
  const carol = await server.login('carol')
  const To_Account = ['bob', 'carol', 'nobody']
  expect(
    await ask('openim/batchsendmsg', {
      From_Account: 'alice',
      To_Account,
      MsgRandom: 1,
      MsgBody: text('to all'),
    }),
  ).toMatchObject({ ActionStatus: 'OK', ErrorList: [{ To_Account: 'nobody', ErrorCode: 20003 }] })
  await bob.receivedText('to all')
  await carol.receivedText('to all')
})

test('openim/admin_msgwithdraw revokes at both, at any time', async () => {
  const alice = await server.login('alice')
  const bob = await server.login('bob')
  const users = { From_Account: 'alice', To_Account: 'bob' }
  const { MsgKey } = await ask('openim/sendmsg', { ...users, MsgRandom: 5, MsgBody: text('regretted') })
  await bob.receivedText('regretted')
  await alice.receivedText('regretted')
  expect(await ask('openim/admin_msgwithdraw', { ...users, MsgKey })).toMatchObject({ ActionStatus: 'OK' })
  await until(() => alice.revoked.length && bob.revoked.length, 'both are told')
  expect(await ask('openim/admin_msgwithdraw', { ...users, MsgKey: '1_2_3' })).toMatchObject({
    ErrorCode: 20022,
  })
  expect(await ask('openim/admin_msgwithdraw', { ...users, MsgKey: 'rubbish' })).toMatchObject({
    ActionStatus: 'FAIL',
  })
})

test('openim/admin_getroammsg reads the history page by page', async () => {
  const alice = await server.login('alice')
  for (const each of ['one', 'two', 'three']) await alice.sendText('bob', each)
  const now = Math.floor(Date.now() / 1000)
  const body = { Operator_Account: 'bob', Peer_Account: 'alice', MinTime: now - 60, MaxTime: now + 60 }
  const texts = (reply: object): unknown[] =>
    (reply as { MsgList: { MsgBody: [{ MsgContent: { Text: string } }] }[] }).MsgList.map(
      ({ MsgBody }) => MsgBody[0].MsgContent.Text,
    )
  const newest = await ask('openim/admin_getroammsg', { ...body, MaxCnt: 2 })
  expect(newest).toMatchObject({ Complete: 0, MsgCnt: 2 })
  expect(texts(newest)).toEqual(['two', 'three'])
  const { LastMsgKey, LastMsgTime } = newest
  const older = await ask('openim/admin_getroammsg', { ...body, MaxCnt: 2, MaxTime: LastMsgTime, LastMsgKey })
  expect(older).toMatchObject({ Complete: 1 })
  expect(texts(older)).toEqual(['one'])
})
