import type { Message } from '@tencentcloud/chat'
import { until, useServer, type TestClient } from '../../harness'
import { createGroup, EVENT, failure, groupConversation, more, sendGroupText, TYPES } from './helpers'

const server = useServer({ devices: 2 })

const unread = (client: TestClient): number | undefined => groupConversation(client)?.unreadCount

describe('read', () => {
  test('on one device, and the other one knows; also after a new login', async () => {
    const alice = await server.login('alice')
    const phone = await server.login('bob')
    const tablet = await server.login('bob')
    await createGroup([alice, phone, tablet])
    await sendGroupText(alice, 'one')
    for (const client of [phone, tablet]) {
      await client.receivedText('one')
      await until(() => unread(client), 'something is unread')
    }
    await phone.chat.setMessageRead({ conversationID: 'GROUPteam' })
    for (const client of [phone, tablet]) await until(() => unread(client) === 0, 'nothing is unread')
    await tablet.close()
    await sendGroupText(alice, 'two')
    const again = await server.login('bob')
    await again.synced()
    await until(() => unread(again) === 1, 'only the new one is unread')
  })

  test('all at once, groups and users, on both devices', async () => {
    const alice = await server.login('alice')
    const phone = await server.login('bob')
    const tablet = await server.login('bob')
    await createGroup([alice, phone, tablet])
    await sendGroupText(alice, 'in the group')
    await alice.sendText('bob', 'to bob')
    for (const client of [phone, tablet]) {
      await client.receivedText('to bob')
      await until(() => client.chat.getTotalUnreadMessageCount() >= 2, 'both are unread')
    }
    await more(phone).setAllMessageRead()
    for (const client of [phone, tablet]) {
      await until(() => client.chat.getTotalUnreadMessageCount() === 0, 'nothing is unread')
    }
    await tablet.close()
    const again = await server.login('bob')
    await again.synced()
    await until(() => groupConversation(again), 'the group is there')
    expect(again.chat.getTotalUnreadMessageCount()).toBe(0)
    expect(server.current.reports).toEqual([])
  })
})

describe('receipts', () => {
  test('the author learns how many and who has read', async () => {
    const alice = await server.login('alice')
    const bob = await server.login('bob')
    const carol = await server.login('carol')
    await createGroup([alice, bob, carol])
    const sent = await sendGroupText(alice, 'please confirm', { needReadReceipt: true })
    const got = await bob.receivedText('please confirm')
    expect(got.needReadReceipt).toBe(true)
    await bob.chat.sendMessageReadReceipt([got])
    const receipts = (): unknown[] => alice.seen<unknown[]>(EVENT.MESSAGE_READ_RECEIPT_RECEIVED).flat()
    await until(() => receipts().length, 'alice gets the receipt')
    expect(receipts()[0]).toMatchObject({ messageID: sent.ID, readCount: 1, unreadCount: 1 })

    const list = (await alice.chat.getMessageReadReceiptList([sent])) as { data: { messageList: Message[] } }
    expect(list.data.messageList[0]?.readReceiptInfo).toMatchObject({ readCount: 1, unreadCount: 1 })
    const members = async (filter: number): Promise<unknown> =>
      (
        (await alice.chat.getGroupMessageReadMemberList({
          message: sent,
          filter,
          cursor: '',
          count: 10,
        })) as {
          data: unknown
        }
      ).data
    expect(await members(0)).toMatchObject({ readUserIDList: ['bob'], isCompleted: true })
    expect(await members(1)).toMatchObject({ unreadUserIDList: ['carol'] })
    expect(server.current.reports).toEqual([])
  })

  test('who has not read comes page by page; asked for by user as well', async () => {
    const alice = await server.login('alice')
    const bob = await server.login('bob')
    const carol = await server.login('carol')
    await createGroup([alice, bob, carol])
    const sent = await sendGroupText(alice, 'please confirm', { needReadReceipt: true })
    const names: string[] = []
    for (let cursor = '', completed = false; !completed;) {
      const { data } = (await alice.chat.getGroupMessageReadMemberList({
        message: sent,
        filter: 1,
        cursor,
        count: 1,
      })) as { data: { unreadUserIDList: string[]; cursor: string; isCompleted: boolean } }
      expect(data.unreadUserIDList).toHaveLength(1)
      names.push(...data.unreadUserIDList)
      completed = data.isCompleted
      cursor = data.cursor
    }
    expect(names).toEqual(['bob', 'carol'])

    await bob.chat.sendMessageReadReceipt([await bob.receivedText('please confirm')])
    const dataList = [{ sequence: sent.sequence, userIDList: ['bob', 'carol'] }]
    const byUsers = (await alice.chat.callExperimentalAPI('getGroupReceiptsByUsers', {
      groupID: 'team',
      dataList,
    })) as { data: { dataList: unknown[] } }
    expect(JSON.stringify(byUsers.data.dataList)).toContain('"userID":"bob"')
    expect(JSON.stringify(byUsers.data.dataList)).not.toContain('carol')
  })

  test('a second confirmation changes nothing; only the author may ask', async () => {
    const alice = await server.login('alice')
    const bob = await server.login('bob')
    await createGroup([alice, bob])
    await sendGroupText(alice, 'please confirm', { needReadReceipt: true })
    const got = await bob.receivedText('please confirm')
    await bob.chat.sendMessageReadReceipt([got])
    await bob.chat.sendMessageReadReceipt([got])
    await sendGroupText(bob, 'done')
    await alice.receivedText('done')
    expect(alice.seen<unknown[]>(EVENT.MESSAGE_READ_RECEIPT_RECEIVED).flat()).toHaveLength(1)
    const asking = bob.chat.getGroupMessageReadMemberList({ message: got, filter: 0, cursor: '', count: 10 })
    expect((await failure(asking)).code).toBe(10007)
  })
})

describe('mentions', () => {
  const at = (client: TestClient, ...atUserList: string[]): Message =>
    client.chat.createTextAtMessage({
      to: 'team',
      conversationType: TYPES.CONV_GROUP,
      payload: { text: `@${atUserList.join(' @')} look`, atUserList },
    })
  const mentions = (client: TestClient): number[][] =>
    (groupConversation(client)?.groupAtInfoList ?? []).map(({ atTypeArray }) => atTypeArray as never)

  test('of one, of all and of both, until they are read', async () => {
    const alice = await server.login('alice')
    const bob = await server.login('bob')
    const carol = await server.login('carol')
    await createGroup([alice, bob, carol])
    await alice.chat.sendMessage(at(alice, 'bob'))
    await alice.chat.sendMessage(at(alice, TYPES.MSG_AT_ALL))
    await alice.chat.sendMessage(at(alice, 'bob', TYPES.MSG_AT_ALL))
    await until(() => mentions(bob).length === 3, 'bob is mentioned three times')
    expect(mentions(bob)).toEqual([[TYPES.CONV_AT_ME], [TYPES.CONV_AT_ALL], [TYPES.CONV_AT_ALL_AT_ME]])
    await until(() => mentions(carol).length === 2, 'carol is mentioned twice')
    expect(mentions(alice)).toEqual([])
    await bob.chat.setMessageRead({ conversationID: 'GROUPteam' })
    await until(() => mentions(bob).length === 0, 'bob has read it')
    expect(server.current.reports).toEqual([])
  })

  test('while away: there at the next login, and after a reconnect; not again once read', async () => {
    const alice = await server.login('alice')
    const bob = await server.login('bob')
    await createGroup([alice, bob])
    await bob.chat.setMessageRead({ conversationID: 'GROUPteam' })
    bob.loseNetwork()
    await alice.chat.sendMessage(at(alice, 'bob'))
    bob.regainNetwork()
    await until(() => mentions(bob).length === 1, 'bob is mentioned after the reconnect')
    await bob.close()

    const second = await server.login('bob')
    await second.synced()
    await until(() => mentions(second).length === 1, 'the mention is there at the next login')
    await second.chat.setMessageRead({ conversationID: 'GROUPteam' })
    await until(() => mentions(second).length === 0, 'it is read')
    await second.close()
    const third = await server.login('bob')
    await third.synced()
    await until(() => groupConversation(third), 'the group is there')
    expect(mentions(third)).toEqual([])
  })

  test('one that does not count as unread is cleared as well', async () => {
    const alice = await server.login('alice')
    const bob = await server.login('bob')
    await createGroup([alice, bob])
    await bob.chat.setMessageRead({ conversationID: 'GROUPteam' })
    await until(() => unread(bob) === 0, 'nothing is unread')
    await alice.chat.sendMessage(at(alice, 'bob'), {
      messageControlInfo: { excludedFromUnreadCount: true } as never,
    })
    await until(() => mentions(bob).length === 1, 'bob is mentioned')
    await bob.chat.setMessageRead({ conversationID: 'GROUPteam' })
    await bob.close()
    const again = await server.login('bob')
    await again.synced()
    await until(() => groupConversation(again), 'the group is there')
    expect(mentions(again)).toEqual([])
  })
})
