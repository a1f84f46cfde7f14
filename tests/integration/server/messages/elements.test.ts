import { RawClient } from '../../harness/raw-client'
import { until, useServer } from '../../harness'
import { createGroup, TYPES } from './helpers'

const server = useServer()

const image = { Type: 1, Size: 10, Width: 4, Height: 3, URL: 'https://example.com/a.png' }
const elements = {
  text: { MsgType: 'TIMTextElem', MsgContent: { Text: 'hi' } },
  custom: { MsgType: 'TIMCustomElem', MsgContent: { Data: 'd', Desc: 'e', Ext: 'f' } },
  face: { MsgType: 'TIMFaceElem', MsgContent: { Index: 1, Data: 'smile' } },
  location: { MsgType: 'TIMLocationElem', MsgContent: { Desc: 'park', Latitude: 39.9, Longitude: 116.4 } },
  image: {
    MsgType: 'TIMImageElem',
    MsgContent: { UUID: 'u', ImageFormat: 3, ImageInfoArray: [{ ...image, MsgType: 7, InstanceId: 'x' }] },
  },
  sound: { MsgType: 'TIMSoundElem', MsgContent: { Url: 'https://e/a', UUID: 'u', Size: 1, Second: 2 } },
  video: { MsgType: 'TIMVideoFileElem', MsgContent: { VideoUrl: 'https://e/v', VideoSecond: 2 } },
  file: { MsgType: 'TIMFileElem', MsgContent: { Url: 'https://e/f', FileName: 'f.txt', FileSize: 3 } },
  merger: {
    MsgType: 'TIMRelayElem',
    MsgContent: { Title: 't', AbstractList: ['a'], CompatibleText: 'c', MsgList: [{ From_Account: 'x' }] },
  },
}

let random = 1
const c2c = (body: unknown, extra = {}): object => ({
  To_Account: 'bob',
  MsgSeq: (random += 1),
  MsgRandom: random,
  MsgClientTime: 1,
  MsgBody: body,
  ...extra,
})
const group = (body: unknown, extra = {}): object => ({
  GroupId: 'team',
  Random: (random += 1),
  ClientSeq: random,
  MsgClientTime: 1,
  MsgBody: body,
  ...extra,
})

test('the SDK’s messages of every kind without a file arrive in users and groups', async () => {
  const alice = await server.login('alice')
  const bob = await server.login('bob')
  await createGroup([alice, bob])
  const face = { index: 1, data: 'smile' }
  const location = { description: 'park', latitude: 39.9, longitude: 116.4 }
  const custom = { data: 'd', description: 'e', extension: 'f' }
  for (const [to, conversationType] of [
    ['bob', TYPES.CONV_C2C],
    ['team', TYPES.CONV_GROUP],
  ] as const) {
    await alice.chat.sendMessage(alice.chat.createFaceMessage({ to, conversationType, payload: face }))
    await alice.chat.sendMessage(
      alice.chat.createLocationMessage({ to, conversationType, payload: location }),
    )
    const message = alice.chat.createCustomMessage({ to, conversationType, payload: custom })
    await alice.chat.sendMessage(message)
    const merger = alice.chat.createMergerMessage({
      to,
      conversationType,
      payload: { messageList: [message], title: 'both', abstractList: ['one'], compatibleText: 'old' },
    })
    await alice.chat.sendMessage(merger)
    const got = await until(() => {
      const received = bob.received.filter(({ conversationID }) =>
        conversationID.endsWith(to === 'bob' ? 'alice' : to),
      )
      return received.at(-1)?.type === TYPES.MSG_MERGER && received.slice(-4)
    }, `four messages in ${to}`)
    expect(got.map(({ payload }) => payload as unknown)).toMatchObject([
      face,
      location,
      custom,
      { title: 'both' },
    ])
  }
  expect(server.current.reports).toEqual([])
})

test('every element is taken as it is; of the sizes of an image only what belongs to them', async () => {
  const alice = await RawClient.login(server.current, 'alice')
  const bob = await RawClient.login(server.current, 'bob')
  for (const element of Object.values(elements)) {
    expect(await alice.request('openim.sendmsg', c2c([element]))).toMatchObject({ ErrorCode: 0 })
  }
  const page = { Peer_Account: 'alice', MaxCnt: 20, LastMsgTime: 0, MsgKey: '', GetDirection: 0 }
  const { MsgList } = await bob.request('openim.getroammsg', page)
  const expected = Object.values(elements).map((element) => [element])
  expected[4] = [
    { MsgType: 'TIMImageElem', MsgContent: { UUID: 'u', ImageFormat: 3, ImageInfoArray: [image] } as never },
  ]
  expect((MsgList as { MsgBody: unknown }[]).map(({ MsgBody }) => MsgBody)).toEqual(expected)
  alice.close()
  bob.close()
})

test('what is not a message is refused, in users and groups', async () => {
  const owner = await server.login('carol')
  await createGroup([owner])
  const raw = await RawClient.login(server.current, 'alice')
  const member = await server.login('alice')
  await owner.chat.addGroupMember({ groupID: 'team', userIDList: [member.userID] })
  const bad: unknown[] = [
    undefined,
    null,
    'text',
    [],
    [null],
    [{}],
    [{ MsgType: 'TIMTextElem' }],
    [{ MsgType: 'TIMTextElem', MsgContent: {} }],
    [{ MsgType: 'TIMTextElem', MsgContent: { Text: 5 } }],
    [{ MsgType: '__proto__', MsgContent: {} }],
    [{ MsgType: 'TIMGroupTipElem', MsgContent: {} }],
    [{ MsgType: 'TIMFaceElem', MsgContent: { Index: 'one' } }],
    [{ MsgType: 'TIMLocationElem', MsgContent: { Latitude: '39' } }],
    [{ MsgType: 'TIMImageElem', MsgContent: {} }],
    [{ MsgType: 'TIMImageElem', MsgContent: { ImageInfoArray: [{ URL: 5 }] } }],
    [{ MsgType: 'TIMRelayElem', MsgContent: { AbstractList: [5] } }],
  ]
  const again = await RawClient.login(server.current, 'bob')
  for (const body of bad) {
    expect((await again.request('openim.sendmsg', c2c(body))).ErrorCode).toBe(20001)
  }
  await member.close()
  raw.close()
  const sender = await RawClient.login(server.current, 'alice')
  for (const body of bad) {
    const reply = await sender.request('group_open_http_svc.send_group_msg', group(body))
    expect(reply.ErrorCode).toBe(20001)
  }
  const long = [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'x'.repeat(12_300) } }]
  expect(await sender.request('openim.sendmsg', c2c(long))).toMatchObject({ ErrorCode: 80002 })
  const heavy = c2c([elements.text], { CloudCustomData: 'x'.repeat(12_300) })
  expect(await sender.request('openim.sendmsg', heavy)).toMatchObject({ ErrorCode: 80002 })
  const send = 'group_open_http_svc.send_group_msg'
  const crowd = Array.from({ length: 51 }, (_, i) => `u${i}`)
  for (const extra of [
    { To_Account: crowd },
    { GroupAtInfo: crowd.map((user) => ({ GroupAtAllFlag: 0, GroupAt_Account: user })) },
    { To_Account: ['carol'], GroupAtInfo: [{ GroupAtAllFlag: 1 }] },
  ]) {
    expect(await sender.request(send, group([elements.text], extra))).toMatchObject({ ErrorCode: 10004 })
  }
  expect(await sender.request(send, group([elements.text]))).toMatchObject({ ErrorCode: 0 })
  expect(server.current.reports).toEqual([])
  again.close()
  sender.close()
})
