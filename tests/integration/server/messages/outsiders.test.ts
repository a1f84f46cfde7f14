import { useServer } from '../../harness'
import { RawClient } from '../../harness/raw-client'
import { createGroup, sendGroupText } from './helpers'

const server = useServer()
const text = [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'x' } }]

const requests = (seq: number): [string, object][] => [
  ['group_open_http_svc.send_group_msg', { Random: 1, MsgBody: text }],
  ['group_open_http_svc.group_msg_get', { ReqMsgSeq: seq, ReqMsgNumber: 20 }],
  ['group_open_http_svc.group_msg_get', { ReqMsgSeqList: [seq], GetType: 3 }],
  ['group_open_http_svc.msg_read_report', { MsgReadedSeq: seq }],
  ['group_open_http_svc.group_msg_recall', { MsgSeqList: [{ MsgSeq: seq }] }],
  ['group_open_http_svc.delete_group_ramble_msg_by_seq', { Seqs: [String(seq)] }],
  ['group_open_http_svc.group_msg_receipt', { MsgSeqList: [{ MsgSeq: seq }] }],
  ['group_open_http_svc.get_group_msg_receipt', { MsgSeqList: [{ MsgSeq: seq }] }],
  ['group_open_http_svc.get_group_msg_receipt_detail', { MsgSeq: seq, Flag: 0, Cursor: '', Num: 10 }],
  ['group_open_http_svc.get_group_msg_receipts_by_users', { MemberReadMsgList: [] }],
  ['group_open_http_svc.pin_message', { MsgSeq: seq }],
  ['group_open_http_svc.unpin_message', { MsgSeq: seq }],
  ['group_open_http_svc.get_pinned_messages', {}],
  ['openim.modify_group_msg', { MsgSeq: seq, MsgVersion: 0, MsgBody: text }],
]

test('who is not in a group gets nothing of its messages and changes nothing', async () => {
  const alice = await server.login('alice')
  await createGroup([alice])
  const { sequence } = await sendGroupText(alice, 'private', { needReadReceipt: true })
  const carol = await RawClient.login(server.current, 'carol')
  for (const [command, body] of requests(sequence)) {
    const reply = await carol.request(command, { GroupId: 'team', ...body })
    expect([command, reply.ErrorCode]).toEqual([command, 10007])
    expect(JSON.stringify(reply)).not.toContain('private')
    const unknown = await carol.request(command, { GroupId: 'nowhere', ...body })
    expect([command, unknown.ErrorCode]).toEqual([command, 10010])
  }
  const notify = { NotifyReqList: [{ GroupId: 'team', BeginTime: 0, EndTime: 1, Limit: 20 }] }
  expect(await carol.request('group_open_http_svc.batch_get_group_notify', notify)).toMatchObject({
    NotifyRspList: [],
  })
  const all = { C2CReadAllMsg: 0, GroupReadInfo: [{ GroupId: 'team', MsgSeq: 5 }] }
  expect(await carol.request('openim.read_all_unread_msg', all)).toMatchObject({
    GroupReadInfoArray: [{ RetCode: 10007 }],
  })
  carol.close()
})

test('an author cannot confirm the own message', async () => {
  const alice = await server.login('alice')
  await createGroup([alice, await server.login('bob')])
  const { sequence } = await sendGroupText(alice, 'mine', { needReadReceipt: true })
  await alice.close()
  const author = await RawClient.login(server.current, 'alice')
  const body = { GroupId: 'team', MsgSeqList: [{ MsgSeq: sequence }] }
  await author.request('group_open_http_svc.group_msg_receipt', body)
  expect(await author.request('group_open_http_svc.get_group_msg_receipt', body)).toMatchObject({
    GroupMsgReceiptList: [{ Code: 0, ReadNum: 0, UnreadNum: 1 }],
  })
  author.close()
})

test('a member who sends nonsense gets an error, and the server goes on', async () => {
  const alice = await server.login('alice')
  await createGroup([alice])
  const { sequence } = await sendGroupText(alice, 'mine')
  await alice.close()
  const member = await RawClient.login(server.current, 'alice')
  const nonsense: unknown[] = [null, 'x', -1, 1.5, {}, [], [null], 1e300]
  for (const [command, body] of requests(sequence)) {
    for (const key of Object.keys(body)) {
      for (const value of nonsense) {
        const reply = await member.request(command, { GroupId: 'team', ...body, [key]: value })
        expect([command, key, value, typeof reply.ErrorCode]).toEqual([command, key, value, 'number'])
        expect(reply.ErrorCode).not.toBe(90994)
      }
    }
  }
  for (const command of [
    'openim.deletemsg',
    'openim.getmsg',
    'openim.modify_c2c_msg',
    'openim.msgwithdraw',
  ]) {
    for (const value of nonsense) {
      const reply = await member.request(command, { DelMsgList: value, Cookie: value, MsgInfo: value })
      expect(reply.ErrorCode).not.toBe(90994)
    }
  }
  expect(server.current.reports).toEqual([])
  member.close()
})
