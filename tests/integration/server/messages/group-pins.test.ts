import type { Message } from '@tencentcloud/chat'
import { until, useServer } from '../../harness'
import { createGroup, EVENT, failure, more, sendGroupText, TYPES } from './helpers'

const server = useServer()

interface PinEvent {
  groupID: string
  isPinned: boolean
  message: Message
  operatorInfo: { userID: string; nick: string }
}

test('pinned messages are the same for everybody, also after a new login', async () => {
  const alice = await server.login('alice')
  const bob = await server.login('bob')
  await createGroup([alice, bob], 'team', TYPES.GRP_PUBLIC)
  const first = await sendGroupText(bob, 'first')
  const second = await sendGroupText(alice, 'second')
  await more(alice).pinGroupMessage({ groupID: 'team', message: first, isPinned: true })
  await more(alice).pinGroupMessage({ groupID: 'team', message: second, isPinned: true })
  const events = (): PinEvent[] => bob.seen<PinEvent>(EVENT.PINNED_GROUP_MESSAGE_UPDATED)
  await until(() => events().length === 2, 'bob sees two pins')
  expect(events()[0]).toMatchObject({
    groupID: 'team',
    isPinned: true,
    message: { ID: first.ID, payload: { text: 'first' } },
    operatorInfo: { userID: 'alice', nick: 'ALICE' },
  })
  await more(alice).pinGroupMessage({ groupID: 'team', message: second, isPinned: false })
  await until(() => events().length === 3, 'bob sees one go')
  expect(events()[2]).toMatchObject({ isPinned: false, message: { ID: second.ID } })

  await bob.close()
  const again = await server.login('bob')
  await again.synced()
  const { data } = await more(again).getPinnedGroupMessageList('team')
  expect(data.messageList).toMatchObject([{ ID: first.ID, payload: { text: 'first' } }])
  expect(server.current.reports).toEqual([])
})

test('only owner and admins pin; at most ten, each once', async () => {
  const alice = await server.login('alice')
  const bob = await server.login('bob')
  await createGroup([alice, bob], 'team', TYPES.GRP_PUBLIC)
  const pin = (client: typeof alice, message: Message): Promise<unknown> =>
    more(client).pinGroupMessage({ groupID: 'team', message, isPinned: true })
  const sent: Message[] = []
  for (let i = 0; i < 11; i += 1) sent.push(await sendGroupText(alice, `m${i}`))
  expect((await failure(pin(bob, await bob.receivedText('m0')))).code).toBe(10007)
  for (const message of sent.slice(0, 10)) await pin(alice, message)
  expect((await failure(pin(alice, sent[0] as Message))).code).toBe(10071)
  expect((await failure(pin(alice, sent[10] as Message))).code).toBe(10070)
  const carol = await server.login('carol')
  expect((await failure(more(carol).getPinnedGroupMessageList('team'))).code).toBe(10007)
})

test('a pin goes with its message, and those of a group that is gone do not count in the next', async () => {
  const alice = await server.login('alice')
  const fill = async (): Promise<Message[]> => {
    await createGroup([alice], 'team', TYPES.GRP_PUBLIC)
    const sent: Message[] = []
    for (let i = 0; i < 10; i += 1) sent.push(await sendGroupText(alice, `m${i}`))
    for (const message of sent) await pin(message)
    return sent
  }
  const pin = (message: Message): Promise<unknown> =>
    more(alice).pinGroupMessage({ groupID: 'team', message, isPinned: true })
  const [first] = await fill()
  await alice.chat.revokeMessage(first as Message)
  await pin(await sendGroupText(alice, 'in its place'))

  await alice.chat.dismissGroup('team')
  await fill()
  expect((await more(alice).getPinnedGroupMessageList('team')).data.messageList).toHaveLength(10)
})
