import { RawClient, useServer } from '../../harness'
import TencentCloudChat from '@tencentcloud/chat'

const { TYPES } = TencentCloudChat
const server = useServer()

test('a room kit that has joined a live room by itself lets the SDK poll it, from what was said before', async () => {
  const alice = await server.login('alice')
  const groupID = 'room'
  await alice.chat.createGroup({ type: TYPES.GRP_AVCHATROOM, name: 'room', groupID })
  await alice.chat.joinGroup({ groupID })
  const say = (text: string): Promise<unknown> =>
    alice.chat.sendMessage(
      alice.chat.createTextMessage({ to: groupID, conversationType: TYPES.CONV_GROUP, payload: { text } }),
    )
  await say('welcome')

  const kit = await RawClient.login(server.current, 'bob')
  const joined = await kit.request('group_open_http_svc.apply_join_group', { GroupId: groupID, ApplyMsg: '' })
  kit.close()
  const bob = await server.login('bob')
  await bob.chat.callExperimentalAPI('startMessageLongPolling', {
    groupID,
    longPollingKey: joined.LongPollingKey,
    longPollingSequence: joined.StartSeq,
  })
  await bob.receivedText('welcome')
  await say('and now')
  await bob.receivedText('and now')
})
