import { RawClient, textOf, until, useServer, type TestClient } from '../../harness'
import TencentCloudChat, { type Message } from '@tencentcloud/chat'
import type { Body } from '../../harness/raw-client'

const { TYPES } = TencentCloudChat
const server = useServer()

type Sent = Message & { random: number }

const MESSAGE = [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'forged' } }]
const NO_PERMISSION = 10007
const DENIED = [NO_PERMISSION, 10010, 20001, 20022, 20026, 20021, 27003]

async function createGroup({ chat }: TestClient, members: string[]): Promise<string> {
  const { data } = (await chat.createGroup({
    type: TYPES.GRP_WORK,
    name: 'a secret group',
    memberList: members.map((userID) => ({ userID })),
  })) as { data: { group: { groupID: string } } }
  return data.group.groupID
}

async function say(
  { chat }: TestClient,
  to: string,
  text: string,
  conversationType: TencentCloudChat.TYPES,
): Promise<Sent> {
  const message = chat.createTextMessage({ to, conversationType, payload: { text }, needReadReceipt: true })
  await chat.sendMessage(message)
  return message as Sent
}

describe('who is not in a group', () => {
  let groupID: string
  let carol: RawClient
  let seq: number

  beforeEach(async () => {
    const alice = await server.login('alice')
    groupID = await createGroup(alice, ['bob'])
    await alice.chat.setGroupAttributes({ groupID, groupAttributes: { plan: 'secret' } })
    seq = (await say(alice, groupID, 'a secret', TYPES.CONV_GROUP)).sequence
    carol = await RawClient.login(server.current, 'carol')
  })
  afterEach(() => carol.close())

  const inGroup =
    (extra: () => Body = () => ({})) =>
    (): Body => ({ GroupId: groupID, ...extra() })
  const GROUP = 'group_open_http_svc'
  const EXTRAS = 'openim_msg_ext_http_svc'
  const likes = inGroup(() => ({
    MsgSeq: seq,
    Reaction: 'like',
    Add_Account: ['carol'],
    Del_Account: ['carol'],
  }))
  const extension = inGroup(() => ({
    MsgSeq: seq,
    OperateType: 1,
    ExtensionList: [{ Key: 'k', Value: 'v', Seq: 0 }],
  }))

  test.each([
    ['read its messages', `${GROUP}.group_msg_get`, inGroup(() => ({ ReqMsgNumber: 20 }))],
    [
      'read one of its messages',
      `${GROUP}.group_msg_get`,
      inGroup(() => ({ ReqMsgSeqList: [seq], GetType: 3 })),
    ],
    ['write', `${GROUP}.send_group_msg`, inGroup(() => ({ Random: 1, MsgClientTime: 1, MsgBody: MESSAGE }))],
    ['modify', 'openim.modify_group_msg', inGroup(() => ({ MsgSeq: seq, MsgVersion: 0, MsgBody: MESSAGE }))],
    ['revoke', `${GROUP}.group_msg_recall`, inGroup(() => ({ MsgSeqList: [{ MsgSeq: seq }] }))],
    [
      'delete',
      `${GROUP}.delete_group_ramble_msg_by_seq`,
      inGroup(() => ({ Deleter_Account: 'carol', Seqs: ['1'] })),
    ],
    ['react', `${EXTRAS}.group_reaction_add`, likes],
    ['take reactions back', `${EXTRAS}.group_reaction_del`, likes],
    [
      'read reactions',
      `${EXTRAS}.group_reaction_multi_stat`,
      inGroup(() => ({ MsgSeqList: [seq], Count: 10 })),
    ],
    ['extend', `${EXTRAS}.group_set_key_values`, extension],
    ['read extensions', `${EXTRAS}.group_get_key_values`, extension],
    ['pin', `${GROUP}.pin_message`, inGroup(() => ({ MsgSeq: seq }))],
    ['unpin', `${GROUP}.unpin_message`, inGroup(() => ({ MsgSeq: seq }))],
    ['read what is pinned', `${GROUP}.get_pinned_messages`, inGroup()],
    ['confirm reading', `${GROUP}.group_msg_receipt`, inGroup(() => ({ MsgSeqList: [{ MsgSeq: seq }] }))],
    ['count readers', `${GROUP}.get_group_msg_receipt`, inGroup(() => ({ MsgSeqList: [{ MsgSeq: seq }] }))],
    [
      'name readers',
      `${GROUP}.get_group_msg_receipt_detail`,
      inGroup(() => ({ MsgSeq: seq, Flag: 0, Cursor: '', Num: 9 })),
    ],
    ['report as read', `${GROUP}.msg_read_report`, inGroup(() => ({ MsgReadedSeq: seq }))],
    ['list its members', `${GROUP}.get_group_member_info`, inGroup(() => ({ Limit: 100, Offset: 0 }))],
    [
      'look a member up',
      `${GROUP}.get_specified_group_member_info`,
      inGroup(() => ({ Member_List_Account: ['bob'] })),
    ],
    [
      'bring members',
      `${GROUP}.add_group_member`,
      inGroup(() => ({ MemberList: [{ Member_Account: 'carol' }] })),
    ],
    ['throw members out', `${GROUP}.delete_group_member`, inGroup(() => ({ MemberToDel_Account: ['bob'] }))],
    [
      'change members',
      `${GROUP}.modify_group_member_info`,
      inGroup(() => ({ Member_Account: 'bob', Role: 'Admin' })),
    ],
    ['take it over', `${GROUP}.change_group_owner`, inGroup(() => ({ NewOwner_Account: 'carol' }))],
    ['rename it', `${GROUP}.modify_group_base_info`, inGroup(() => ({ Name: 'mine' }))],
    ['dissolve it', `${GROUP}.destroy_group`, inGroup()],
    ['join it uninvited', `${GROUP}.apply_join_group`, inGroup(() => ({ ApplyMsg: '' }))],
    ['read attributes', 'group_open_attr_http_svc.get_group_attr', inGroup()],
    [
      'set attributes',
      `${GROUP}.set_group_attr`,
      inGroup(() => ({ GroupAttr: [{ key: 'k', value: 'v', seq: 0 }], AttrMainSeq: 1 })),
    ],
    ['clear attributes', `${GROUP}.clear_group_attr`, inGroup(() => ({ AttrMainSeq: 1 }))],
    ['read counters', `${GROUP}.get_group_counter`, inGroup()],
    [
      'count',
      `${GROUP}.update_group_counter`,
      inGroup(() => ({ GroupCounter: [{ Key: 'k', Value: 1 }], Mode: 'Set' })),
    ],
  ])('cannot %s', async (_what, command, body) => {
    const reply = await carol.request(command, body())
    expect(reply).toMatchObject({ ErrorCode: NO_PERMISSION })
    expect(JSON.stringify(reply)).not.toContain('secret')
  })

  test('does not find it', async () => {
    for (const command of ['get_group_public_info', 'get_group_self_member_info']) {
      const reply = await carol.request(`${GROUP}.${command}`, { GroupIdList: [groupID] })
      expect(reply).toMatchObject({ GroupInfo: [{ ErrorCode: NO_PERMISSION }] })
      expect(JSON.stringify(reply)).not.toContain('secret')
    }
  })
})

describe('who is not in a conversation', () => {
  test('cannot do anything with its messages', async () => {
    const [alice, bob] = await Promise.all([server.login('alice'), server.login('bob')])
    const message = await say(alice, 'bob', 'a secret', TYPES.CONV_C2C)
    const carol = await RawClient.login(server.current, 'carol')
    const { sequence, random, time, clientTime } = message as Sent & { clientTime: number }
    const MsgKey = `${sequence}_${random}_${time}`
    const info = {
      MsgSeq: sequence,
      MsgRandom: random,
      MsgTime: time,
      MsgTimeStamp: time,
      MsgClientTime: clientTime,
    }
    const change = { ...info, MsgVersion: 0, MsgBody: MESSAGE }
    const attempts: [string, Body][] = [
      ['openim.modify_c2c_msg', change],
      ['openim.msgwithdraw', { MsgInfo: info }],
      ['openim_msg_ext_http_svc.reaction_add', { MsgKey, Reaction: 'like', Add_Account: ['carol'] }],
      ['openim_msg_ext_http_svc.reaction_iterate', { MsgKey, Reaction: 'like', NextSeq: 0, Count: 10 }],
      [
        'openim_msg_ext_http_svc.set_key_values',
        { MsgKey, OperateType: 1, ExtensionList: [{ Key: 'k', Value: 'v', Seq: 0 }] },
      ],
      ['openim_msg_ext_http_svc.get_key_values', { MsgKey }],
    ]
    for (const [command, body] of attempts) {
      for (const [From_Account, To_Account] of [
        ['alice', 'bob'],
        ['carol', 'bob'],
        ['alice', 'carol'],
      ]) {
        const sides = { From_Account, To_Account }
        const aimed = { ...body, ...sides, ...(body.MsgInfo ? { MsgInfo: { ...info, ...sides } } : {}) }
        const { ErrorCode } = await carol.request(command, aimed)
        if (!DENIED.includes(Number(ErrorCode)))
          throw new Error(`${command} by a stranger: ${String(ErrorCode)}`)
      }
    }
    await carol.request('openim.c2c_msg_read_receipt', {
      Peer_Account: 'alice',
      C2CMsgInfo: [{ ...info, From_Account: 'alice', To_Account: 'bob' }],
    })
    for (const Peer_Account of ['alice', 'bob']) {
      const reply = await carol.request('openim.getroammsg', {
        Peer_Account,
        MaxCnt: 15,
        LastMsgTime: 0,
        MsgKey: '',
        GetDirection: 0,
      })
      expect(reply).toMatchObject({ MsgList: [] })
    }
    carol.close()
    expect((await bob.history('alice')).map(textOf)).toEqual(['a secret'])
    expect((await alice.history('bob'))[0]).toMatchObject({
      isRevoked: false,
      isModified: false,
      isPeerRead: false,
    })
  })
})

test('who is on the blacklist cannot write', async () => {
  const [alice, bob] = await Promise.all([server.login('alice'), server.login('bob')])
  await alice.chat.addToBlacklist({ userIDList: ['bob'] })
  await expect(bob.sendText('alice', 'hello?')).rejects.toMatchObject({ code: 20007 })
  expect(alice.received).toEqual([])
  await alice.chat.removeFromBlacklist({ userIDList: ['bob'] })
  await bob.sendText('alice', 'hello again')
  await alice.receivedText('hello again')
})

test('who was thrown out of a group hears and reads nothing more', async () => {
  const [alice, bob, carol] = await Promise.all(
    ['alice', 'bob', 'carol'].map((userID) => server.login(userID)),
  )
  if (!alice || !bob || !carol) return
  const groupID = await createGroup(alice, ['bob', 'carol'])
  await say(alice, groupID, 'before', TYPES.CONV_GROUP)
  await Promise.all([bob.receivedText('before'), carol.receivedText('before')])

  await alice.chat.deleteGroupMember({ groupID, userIDList: ['bob'] })
  await until(async () => {
    const { data } = (await bob.chat.getGroupList()) as { data: { groupList: unknown[] } }
    return data.groupList.length === 0
  }, 'bob is out')
  await say(alice, groupID, 'after', TYPES.CONV_GROUP)
  await carol.receivedText('after')
  await alice.sendText('bob', 'by the way')
  await bob.receivedText('by the way') // everything before it has come, too
  expect(bob.received.map(textOf)).not.toContain('after')

  await bob.close()
  const raw = await RawClient.login(server.current, 'bob')
  const history = await raw.request('group_open_http_svc.group_msg_get', {
    GroupId: groupID,
    ReqMsgNumber: 20,
  })
  expect(history).toMatchObject({ ErrorCode: NO_PERMISSION })
  const all = await Promise.all([
    raw.request('openim.getmsg', { Cookie: '' }),
    raw.request('recentcontact.page_get', {}),
  ])
  expect(JSON.stringify(all)).not.toContain('after')
  raw.close()
})
