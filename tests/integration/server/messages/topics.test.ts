import type { Message } from '@tencentcloud/chat'
import { textOf, until, useServer, type TestClient } from '../../harness'
import { EVENT, failure, groupHistory, more, seenText, sendGroupText, texts, TYPES } from './helpers'

const server = useServer({ devices: 2 })

interface Topic {
  topicID: string
  unreadCount: number
  groupAtInfoList: unknown[]
}

/** A community of all with one topic; returns the ID of the topic. */
async function topicOf(owner: TestClient, ...others: TestClient[]): Promise<string> {
  const { data } = (await owner.chat.createGroup({
    groupID: '@TGS#_club',
    name: 'Club',
    type: TYPES.GRP_COMMUNITY,
    isSupportTopic: true,
  })) as { data: { group: { groupID: string } } }
  const { groupID } = data.group
  for (const client of others) await client.chat.joinGroup({ groupID })
  const created = (await owner.chat.createTopicInCommunity({ groupID, topicName: 'News' })) as {
    data: { topicID: string }
  }
  return created.data.topicID
}

async function topic(client: TestClient, topicID: string): Promise<Topic | undefined> {
  const { data } = (await client.chat.getTopicList({ groupID: '@TGS#_club', topicIDList: [topicID] })) as {
    data: { successTopicList: Topic[] }
  }
  return data.successTopicList[0]
}

test('messages of a topic: sent, pushed, in the history, unread, read, modified, revoked, pinned', async () => {
  const alice = await server.login('alice')
  const bob = await server.login('bob')
  const groupID = await topicOf(alice, bob)
  const sent = await sendGroupText(alice, 'in the topic', { groupID })
  const got = await bob.receivedText('in the topic')
  expect(got).toMatchObject({
    ID: sent.ID,
    to: groupID,
    conversationID: `GROUP${groupID}`,
    sequence: sent.sequence,
  })
  expect((await topic(bob, groupID))?.unreadCount).toBe(1)
  expect(texts(await groupHistory(bob, groupID))).toEqual(['in the topic'])
  await bob.chat.setMessageRead({ conversationID: `GROUP${groupID}` })
  await until(async () => (await topic(bob, groupID))?.unreadCount === 0, 'the topic is read')

  ;(sent.payload as { text: string }).text = 'changed'
  await alice.chat.modifyMessage(sent)
  await seenText(bob, EVENT.MESSAGE_MODIFIED, 'changed')
  await more(alice).pinGroupMessage({ groupID, message: sent, isPinned: true })
  const pinned = await more(bob).getPinnedGroupMessageList(groupID)
  expect(pinned.data.messageList.map(textOf)).toEqual(['changed'])
  await alice.chat.revokeMessage(sent)
  await until(() => bob.revoked.length, 'bob learns that it is revoked')
  expect(bob.revoked[0]).toMatchObject({ ID: sent.ID })

  await bob.close()
  const again = await server.login('bob')
  await topic(again, groupID)
  const [kept] = await groupHistory(again, groupID)
  expect(kept).toMatchObject({ ID: sent.ID, isRevoked: true })
  expect(server.current.reports).toEqual([])
})

test('targeted messages are not for communities; strangers read nothing', async () => {
  const alice = await server.login('alice')
  const carol = await server.login('carol')
  const groupID = await topicOf(alice)
  const targeted = alice.chat.createTextMessage({
    to: groupID,
    conversationType: TYPES.CONV_GROUP,
    payload: { text: 'psst' },
    receiverList: ['bob'],
  })
  expect((await failure(alice.chat.sendMessage(targeted))).code).toBe(10004)
  await sendGroupText(alice, 'for members', { groupID })
  const reading = carol.chat.getMessageListHopping({
    conversationID: `GROUP${groupID}`,
    sequence: 1,
    direction: 0,
  })
  expect((await failure(reading)).code).toBe(10007)
})

test('what was written in a topic while away is there, mentions as well', async () => {
  const alice = await server.login('alice')
  const bob = await server.login('bob')
  const groupID = await topicOf(alice, bob)
  await topic(bob, groupID)
  bob.loseNetwork()
  const at: Message = alice.chat.createTextAtMessage({
    to: groupID,
    conversationType: TYPES.CONV_GROUP,
    payload: { text: '@bob look', atUserList: ['bob'] },
  })
  await alice.chat.sendMessage(at)
  bob.regainNetwork()
  await until(async () => (await topic(bob, groupID))?.groupAtInfoList.length === 1, 'bob is mentioned')
  expect(texts(await groupHistory(bob, groupID))).toEqual(['@bob look'])
})
