import { useServer } from '../../harness'
import { RawClient } from '../../harness/raw-client'
import { createGroup, TYPES } from './helpers'

const server = useServer()

const SYSTEM_NOTICE = 5
const MENTION = 12

/** The events that a client gets which has just logged in. */
async function eventsOf(client: RawClient): Promise<number[]> {
  const reply = await client.request('openim.getmsg', { Cookie: '', SyncFlag: 0 })
  expect(reply).toMatchObject({ ErrorCode: 0, SyncFlag: 2 })
  expect(reply.Cookie).toBeTruthy()
  return (reply.EventArray as { Event: number }[]).map(({ Event }) => Event)
}

test('a system notice of the meantime comes at the next login, once', async () => {
  const alice = await server.login('alice')
  await createGroup([alice])
  await alice.chat.addGroupMember({ groupID: 'team', userIDList: ['bob'] })
  const bob = await RawClient.login(server.current, 'bob')
  expect(await eventsOf(bob)).toEqual([SYSTEM_NOTICE])
  bob.close()
  const again = await RawClient.login(server.current, 'bob')
  expect(await eventsOf(again)).toEqual([])
  again.close()
})

test('a mention comes at every login, until the message is reported as read', async () => {
  const alice = await server.login('alice')
  await createGroup([alice])
  await alice.chat.addGroupMember({ groupID: 'team', userIDList: ['bob'] })
  const message = alice.chat.createTextAtMessage({
    to: 'team',
    conversationType: TYPES.CONV_GROUP,
    payload: { text: '@bob look', atUserList: ['bob'] },
  })
  await alice.chat.sendMessage(message)
  for (const expected of [[SYSTEM_NOTICE, MENTION], [MENTION]]) {
    const bob = await RawClient.login(server.current, 'bob')
    expect(await eventsOf(bob)).toEqual(expected)
    bob.close()
  }
  const reader = await RawClient.login(server.current, 'bob')
  const report = { GroupId: 'team', MsgReadedSeq: message.sequence }
  await reader.request('group_open_http_svc.msg_read_report', report)
  expect(await eventsOf(reader)).toEqual([])
  reader.close()
})
