import type { Message } from '@tencentcloud/chat'
import { RawClient, textOf, until, useServer, type TestClient } from '../../harness'
import { createGroup, EVENT, seenText, sendGroupText, TYPES } from './helpers'

const server = useServer()

/** A client that has not seen anything yet, to ask what the SDK would not. */
const stranger = (userID: string): Promise<RawClient> =>
  RawClient.login(server.current, userID, `/binfo?instanceid=raw-${userID}`)

const heard = (client: RawClient): string => JSON.stringify(client.received)

function withText(message: Message, text: string): Message {
  ;(message.payload as { text: string }).text = text
  return message
}

async function modify(
  author: TestClient,
  message: Message,
  text: string,
  witness: TestClient,
): Promise<void> {
  await author.chat.modifyMessage(withText(message, text))
  await seenText(witness, EVENT.MESSAGE_MODIFIED, text)
}

test('of a revoked message only its author has text and custom data: in history and list', async () => {
  const alice = await server.login('alice')
  await createGroup([alice, await server.login('bob')])
  const toBob = alice.createText('bob', 'secret')
  const toTeam = alice.chat.createTextMessage({
    to: 'team',
    conversationType: TYPES.CONV_GROUP,
    payload: { text: 'secret' },
  })
  for (const message of [toBob, toTeam]) {
    message.cloudCustomData = 'secret as well'
    await alice.chat.sendMessage(message)
    await alice.chat.revokeMessage(message)
  }
  const bob = await stranger('bob')
  await bob.request('openim.getroammsg', { Peer_Account: 'alice', MaxCnt: 10 })
  await bob.request('group_open_http_svc.group_msg_get', { GroupId: 'team', ReqMsgNumber: 10 })
  const { SessionItem } = await bob.request('recentcontact.page_get', {})
  expect(SessionItem).toMatchObject([
    { LastMsg: { RevokerInfo: { Revoker_Account: 'alice' } } },
    { LastMsg: { RevokerInfo: { Revoker_Account: 'alice' } } },
  ])
  expect(heard(bob)).not.toContain('secret')
  bob.close()
})

test('the last message of a topic is hidden once it is revoked', async () => {
  const alice = await server.login('alice')
  const bob = await stranger('bob')
  const groupID = '@TGS#_club'
  const community = { groupID, name: 'Club', type: TYPES.GRP_COMMUNITY, isSupportTopic: true }
  await alice.chat.createGroup(community)
  await bob.request('million_group_open_http_svc.apply_join_group', { GroupId: groupID })
  const { data } = (await alice.chat.createTopicInCommunity({ groupID, topicName: 'News' })) as {
    data: { topicID: string }
  }
  await alice.chat.revokeMessage(await sendGroupText(alice, 'secret', { groupID: data.topicID }))
  const reply = await bob.request('million_group_open_http_svc.get_topic', { GroupId: groupID })
  expect(reply.TopicAndSelfInfo).toMatchObject([{ TopicInfo: { LastMsg: { From_Account: 'alice' } } }])
  expect(JSON.stringify(reply)).not.toContain('secret')
  // Messages of topics do not bring the community into the list.
  const { SessionItem } = await bob.request('recentcontact.page_get', {})
  expect(SessionItem).toEqual([])
  bob.close()
})

test('who has come later, or was only mentioned as a receiver and has gone, hears nothing of changes', async () => {
  const alice = await server.login('alice')
  const bob = await server.login('bob')
  await createGroup([alice, bob])
  const early = await sendGroupText(alice, 'early')
  const carol = await stranger('carol')
  await alice.chat.addGroupMember({ groupID: 'team', userIDList: ['carol'] })
  await modify(alice, early, 'early, changed', bob)

  const targeted = await sendGroupText(alice, 'for both', { receiverList: ['bob', 'carol'] })
  await until(() => heard(carol).includes('for both'), 'carol gets it')
  await carol.request('group_open_http_svc.quit_group', { GroupId: 'team' })
  await modify(alice, targeted, 'for both, changed', bob)
  expect(heard(carol)).not.toContain('changed')
  carol.close()
})

test('a message for somebody who is not in the group does not reach that user, not even the list', async () => {
  const alice = await server.login('alice')
  const carol = await stranger('carol')
  await createGroup([alice, await server.login('bob')])
  await sendGroupText(alice, 'psst', { receiverList: ['bob', 'carol'] })
  expect(server.current.control.conversations('carol')).toEqual([])
  expect(heard(carol)).not.toContain('psst')
  carol.close()
})

test('a mention is forgotten with the conversation and with the membership', async () => {
  const alice = await server.login('alice')
  await createGroup([alice, await server.login('bob'), await server.login('carol')])
  const at = alice.chat.createTextAtMessage({
    to: 'team',
    conversationType: TYPES.CONV_GROUP,
    payload: { text: '@bob @carol look', atUserList: ['bob', 'carol'] },
  })
  await alice.chat.sendMessage(at)
  const mentions = async (client: RawClient): Promise<unknown[]> => {
    const { EventArray } = await client.request('openim.getmsg', {})
    return (EventArray as { Event: number }[]).filter(({ Event }) => Event === 12)
  }
  const [bob, carol] = [await stranger('bob'), await stranger('carol')]
  expect([await mentions(bob), await mentions(carol)]).toMatchObject([[{}], [{}]])
  await bob.request('recentcontact.batch_delete', { ContactItem: [{ Type: 2, ToGroupId: 'team' }] })
  await alice.chat.deleteGroupMember({ groupID: 'team', userIDList: ['carol'] })
  expect([await mentions(bob), await mentions(carol)]).toEqual([[], []])
  expect(textOf(at)).toBe('@bob @carol look')
  bob.close()
  carol.close()
})
