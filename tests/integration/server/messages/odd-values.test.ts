import { RawClient, useServer } from '../../harness'

const server = useServer()

/** JSON for which `String()` and `Number()` throw. */
const odd = { toString: 1, valueOf: 1 }

test('a value that is no number and no text is refused or passed over, wherever it stands', async () => {
  const alice = await RawClient.login(server.current, 'alice', '/binfo?instanceid=raw-alice')
  const group = { Type: 'Public', Name: 'Team', GroupId: 'team' }
  await alice.request('group_open_http_svc.create_group', group)
  const text = [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'x' } }]
  const GroupId = 'team'
  const message = { GroupId, Random: 1, MsgPriority: odd, MsgBody: text }
  const sent = await alice.request('group_open_http_svc.send_group_msg', message)
  expect(sent).toMatchObject({ ErrorCode: 0, MsgSeq: 1 })
  const Seqs = [odd, [1], null, true]
  await alice.request('group_open_http_svc.delete_group_ramble_msg_by_seq', { GroupId, Seqs })
  const ReqMsgSeqList = [...Seqs, 1]
  const read = await alice.request('group_open_http_svc.group_msg_get', { GroupId, ReqMsgSeqList })
  expect(read).toMatchObject({ ErrorCode: 0, RspMsgList: [{ MsgSeq: 1, MsgPriority: 2 }] })
  expect(read.RspMsgList).toHaveLength(1)
  expect(server.current.reports).toEqual([])
  alice.close()
})
