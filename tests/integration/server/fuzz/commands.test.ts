import fc from 'fast-check'
import { RawClient, textOf, useServer, type TestClient } from '../../harness'
import TencentCloudChat, { type Message } from '@tencentcloud/chat'
import { sdkCommands } from '../../harness/conformance/sdk-commands'
import type { Body } from '../../harness/raw-client'
import { bodies } from './vocabulary'

const { CONV_C2C, CONV_GROUP, GRP_WORK } = TencentCloudChat.TYPES
const server = useServer({
  seed: {
    users: ['alice', 'bob', 'mallory'].map((userID) => ({
      userID,
      nick: userID,
      avatar: '',
      selfSignature: '',
    })),
    messages: [],
  },
})

const SEED = 8
/** Bodies tried on each command. */
const TRIES = 40
const SECRET = 'SECRET'
/** These end the session of who sends them, which is all they may do. */
const ENDING = ['im_open_status.wslogout']

/** `random` is left out in the types of the SDK. */
type SentMessage = Message & { random: number }

/** What two users share: a conversation, and a group with everything that a group can have. */
async function plant(): Promise<{
  groupID: string
  keys: string[]
  ask: () => Promise<Body[]>
  alice: TestClient
}> {
  const [alice, bob] = await Promise.all([server.login('alice'), server.login('bob')])
  const { data } = (await alice.chat.createGroup({
    type: GRP_WORK,
    name: `${SECRET} group`,
    notification: `${SECRET} notification`,
    memberList: [{ userID: 'bob' }],
  })) as { data: { group: { groupID: string } } }
  const { groupID } = data.group
  await alice.chat.setGroupAttributes({ groupID, groupAttributes: { k: `${SECRET} attribute` } })
  await alice.chat.setGroupMemberNameCard({ groupID, nameCard: `${SECRET} name card` })
  await alice.sendText('bob', `${SECRET} one`)
  await bob.sendText('alice', `${SECRET} two`)
  const sent: SentMessage[] = []
  for (const [to, conversationType] of [
    ['bob', CONV_C2C],
    [groupID, CONV_GROUP],
  ] as const) {
    const payload = { text: `${SECRET} to ${conversationType}` }
    const message = alice.chat.createTextMessage({
      to,
      conversationType,
      payload,
      needReadReceipt: true,
    })
    await alice.chat.sendMessage(message)
    sent.push(message as SentMessage)
  }
  await alice.chat.pinGroupMessage({ groupID, message: sent[1], isPinned: true } as never)
  const keys = sent.map(({ sequence, random, time }) => `${sequence}_${random}_${time}`)
  for (const client of [alice, bob]) await client.close()

  /** Everything of it, as its owner sees it. */
  const ask = async (): Promise<Body[]> => {
    const reader = await RawClient.login(server.current, 'alice')
    const questions: [string, Body][] = [
      ['openim.getroammsg', { Peer_Account: 'bob', MaxCnt: 15, LastMsgTime: 0, MsgKey: '', GetDirection: 0 }],
      ['openim.get_peer_read_time', { To_Account: ['bob'] }],
      [
        'openim_msg_ext_http_svc.reaction_multi_stat',
        { From_Account: 'alice', To_Account: 'bob', MsgKeyList: keys, Count: 10 },
      ],
      ['group_open_http_svc.group_msg_get', { GroupId: groupID, ReqMsgNumber: 20 }],
      ['group_open_http_svc.get_group_self_member_info', { GroupIdList: [groupID] }],
      ['group_open_http_svc.get_group_member_info', { GroupId: groupID, Limit: 100, Offset: 0 }],
      ['group_open_attr_http_svc.get_group_attr', { GroupId: groupID }],
      ['group_open_http_svc.get_group_counter', { GroupId: groupID }],
      ['group_open_http_svc.get_pinned_messages', { GroupId: groupID }],
      [
        'group_open_http_svc.get_group_msg_receipt',
        { GroupId: groupID, MsgSeqList: [{ MsgSeq: 2 }, { MsgSeq: 3 }] },
      ],
    ]
    const answers = []
    for (const [command, body] of questions)
      answers.push({ command, ...(await reader.request(command, body)) })
    reader.close()
    return answers
  }
  return { groupID, keys, ask, alice }
}

const failuresOf = (): string[] => server.current.reports.filter((line) => line.includes('failed:'))

test('a stranger who sends anything to any command learns nothing, changes nothing and breaks nothing', async () => {
  const { groupID, keys, ask } = await plant()
  const before = await ask()
  expect(JSON.stringify(before).match(new RegExp(SECRET, 'g'))?.length).toBeGreaterThan(6)

  const aims = { users: ['alice', 'bob'], groups: [groupID], messageKeys: keys }
  const samples = fc.sample(bodies(aims), { seed: SEED, numRuns: TRIES * sdkCommands().length })
  for (const command of sdkCommands()) {
    if (ENDING.includes(command)) continue
    const mallory = await RawClient.login(server.current, 'mallory')
    const all = samples.splice(0, TRIES)
    for (const body of all) void mallory.request(command, body)
    // Some requests have no answer; this one is answered after all others.
    expect(await mallory.request('heartbeat.alive', {})).toEqual({ ErrorCode: 0 })
    for (const { head, body } of mallory.received) {
      const leaked = JSON.stringify(body).includes(`${SECRET} `)
      if (leaked) throw new Error(`${command}: ${head.servcmd} tells ${JSON.stringify(body)}`)
    }
    mallory.close()
  }
  expect(failuresOf()).toEqual([])
  expect(await ask()).toEqual(before)
  expect(({} as Body).polluted).toBeUndefined()

  const alice = await server.login('alice')
  expect((await alice.history('bob')).map(textOf)).toHaveLength(3)
}, 60_000)
