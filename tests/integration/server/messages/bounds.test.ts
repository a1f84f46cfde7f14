import { RawClient, useServer } from '../../harness'

const server = useServer()

const raw = (userID: string): Promise<RawClient> =>
  RawClient.login(server.current, userID, `/binfo?instanceid=raw-${userID}`)

const text = [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'x' } }]
const now = (): number => Math.floor(Date.now() / 1000)

test('nobody has read what is not written yet', async () => {
  const alice = await raw('alice')
  const bob = await raw('bob')
  await alice.request('openim.sendmsg', { To_Account: 'bob', MsgSeq: 1, MsgRandom: 1, MsgBody: text })
  const item = { To_Account: 'alice', LastedMsgTime: 2 ** 40 }
  await bob.request('openim.msgreaded', { C2CMsgReaded: { C2CMsgReadedItem: [item] } })
  const { ReadTime } = await alice.request('openim.get_peer_read_time', { To_Account: ['bob'] })
  const [time = 0] = ReadTime as number[]
  expect(time).toBeGreaterThan(0)
  expect(time).toBeLessThanOrEqual(now())
  expect(JSON.stringify(alice.received)).not.toContain(String(2 ** 40))
  alice.close()
  bob.close()
})

test('a receipt is only for messages that ask for one', async () => {
  const alice = await raw('alice')
  const bob = await raw('bob')
  const message = { To_Account: 'bob', MsgRandom: 1, MsgBody: text }
  await alice.request('openim.sendmsg', { ...message, MsgSeq: 1, IsNeedReadReceipt: 1 })
  await alice.request('openim.sendmsg', { ...message, MsgSeq: 2 })
  const C2CMsgInfo = [1, 2].map((MsgSeq) => ({ MsgSeq, MsgRandom: 1 }))
  await bob.request('openim.c2c_msg_read_receipt', { Peer_Account: 'alice', C2CMsgInfo })
  const { MsgList } = await alice.request('openim.getroammsg', { Peer_Account: 'bob' })
  expect(MsgList).toMatchObject([
    { MsgSeq: 1, IsPeerRead: 1 },
    { MsgSeq: 2, IsPeerRead: 0 },
  ])
  alice.close()
  bob.close()
})

test('only users that exist can be muted, only in the known ways, and not any number at once', async () => {
  const alice = await raw('alice')
  const mute = (Peer_Account: string[], Mute_Notifications: number): Promise<Record<string, unknown>> =>
    alice.request('openim.set_c2c_peer_mute_notifications', { Peer_Account, Mute_Notifications })
  expect(await mute(['bob', 'nobody'], 2)).toMatchObject({
    ErrorCode: 0,
    ErrorList: [{ To_Account: 'nobody', ErrorCode: 20003 }],
  })
  expect(await mute(['bob'], 3)).toMatchObject({ ErrorCode: 20001 })
  expect(await mute(Array<string>(31).fill('bob'), 0)).toMatchObject({ ErrorCode: 20001 })
  const peers = { Peer_Account: ['bob', 'nobody'] }
  expect(await alice.request('openim.get_c2c_peer_mute_notifications', peers)).toMatchObject({
    MuteNotificationsList: [{ MuteNotifications: 2 }, { MuteNotifications: 0 }],
  })
  alice.close()
})

test('of unknown commands only so many are reported', async () => {
  const alice = await raw('alice')
  await Promise.all(Array.from({ length: 150 }, (_, index) => alice.request(`made_up.command_${index}`, {})))
  await alice.request(`made_up.${'x'.repeat(5000)}\n`, {})
  const { reports } = server.current
  expect(reports.length).toBeLessThanOrEqual(101)
  expect(reports.every((line) => line.length < 300 && !line.includes('\n'))).toBe(true)
  alice.close()
})
