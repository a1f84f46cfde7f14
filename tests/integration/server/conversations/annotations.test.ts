import TencentCloudChat, { type Conversation } from '@tencentcloud/chat'
import { until, useServer, type TestClient } from '../../harness'

const { EVENT, TYPES } = TencentCloudChat
const STAR = TYPES.CONV_MARK_TYPE_STAR as unknown as number
const OWN_MARK = 2 ** 40

const server = useServer({ devices: 2 })
let alice: TestClient
/** Another instance of the same user. */
let tablet: TestClient
let bob: TestClient

beforeEach(async () => {
  bob = await server.login('bob')
  await bob.sendText('alice', 'from bob')
  const carol = await server.login('carol')
  await carol.sendText('alice', 'from carol')
  alice = await server.login('alice')
  tablet = await server.login('alice')
  for (const client of [alice, tablet]) await client.synced()
})

afterEach(() => expect(server.current.reports).toEqual([]))

interface Outcome {
  data: {
    successConversationIDList: string[]
    failureConversationIDList: { conversationID: string; code: number }[]
  }
}

function mark(conversationIDList: string[], markType: number, enableMark: boolean): Promise<Outcome> {
  return alice.chat.markConversation({ conversationIDList, markType, enableMark })
}

function on(client: TestClient, userID: string): Conversation | undefined {
  return client.conversation(userID)
}

function marksOf(client: TestClient, userID: string): number[] {
  return [...((on(client, userID) as { markList?: number[] } | undefined)?.markList ?? [])]
}

function groupsOf(client: TestClient, userID: string): string[] {
  return [...(on(client, userID)?.conversationGroupList ?? [])]
}

function isBack(client: TestClient): boolean {
  const last = on(client, 'bob')?.lastMessage as { payload?: { text?: string } } | undefined
  return last?.payload?.text === 'me again'
}

async function groupNames(client: TestClient): Promise<string[]> {
  return ((await client.chat.getConversationGroupList()) as { data: string[] }).data
}

describe('marks', () => {
  test('are set and cleared on several conversations, also on the other instance', async () => {
    const { data } = await mark(['C2Cbob', 'C2Ccarol', 'C2Cnobody'], STAR, true)
    expect(data.successConversationIDList).toEqual(['C2Cbob', 'C2Ccarol'])
    expect(data.failureConversationIDList).toMatchObject([{ conversationID: 'C2Cnobody' }])
    await mark(['C2Cbob'], OWN_MARK, true)
    await until(() => marksOf(tablet, 'bob').length === 2, 'the tablet shows both marks')
    expect(marksOf(tablet, 'bob').sort()).toEqual([STAR, OWN_MARK].sort())
    await mark(['C2Cbob'], STAR, false)
    await until(() => marksOf(tablet, 'bob').join() === String(OWN_MARK), 'and the one that is left')

    await alice.close()
    const aliceAgain = await server.login('alice')
    await aliceAgain.synced()
    expect(marksOf(aliceAgain, 'bob')).toEqual([OWN_MARK])
    expect(marksOf(aliceAgain, 'carol')).toEqual([STAR])
  })

  test('and custom data outlive the deletion of the conversation', async () => {
    await mark(['C2Cbob'], STAR, true)
    await alice.chat.setConversationCustomData({ conversationIDList: ['C2Cbob'], customData: 'vip' })
    await until(() => on(tablet, 'bob')?.customData === 'vip', 'the tablet has the custom data')
    await alice.chat.deleteConversation('C2Cbob')
    await until(() => !on(tablet, 'bob'), 'the tablet loses the conversation')
    await bob.sendText('alice', 'me again')
    for (const client of [alice, tablet]) {
      await until(() => isBack(client), 'the conversation is back')
      await until(() => marksOf(client, 'bob').join() === String(STAR), 'with its mark')
      expect(on(client, 'bob')?.customData).toBe('vip')
    }
  })
})

describe('conversation groups', () => {
  const create = (groupName: string, conversationIDList: string[]): Promise<Outcome> =>
    alice.chat.createConversationGroup({ groupName, conversationIDList })

  test('are made, filled, renamed and deleted; the other instance follows', async () => {
    await create('close', ['C2Cbob'])
    await until(() => groupsOf(tablet, 'bob').join() === 'close', 'the tablet has the group')
    expect(await groupNames(tablet)).toEqual(['close'])

    const both = { groupName: 'close', conversationIDList: ['C2Ccarol', 'C2Cbob'] }
    await alice.chat.addConversationsToGroup(both)
    await until(() => groupsOf(tablet, 'carol').join() === 'close', 'the tablet has carol in it')
    await alice.chat.deleteConversationsFromGroup({ groupName: 'close', conversationIDList: ['C2Cbob'] })
    await until(() => groupsOf(tablet, 'bob').length === 0, 'bob is out of it')

    await alice.chat.renameConversationGroup({ oldName: 'close', newName: 'dear' })
    await until(() => groupsOf(tablet, 'carol').join() === 'dear', 'the tablet has the new name')
    expect(await groupNames(tablet)).toEqual(['dear'])
    await alice.close()
    const aliceAgain = await server.login('alice')
    await until(async () => (await groupNames(aliceAgain)).join() === 'dear', 'it is kept')
    await until(() => groupsOf(aliceAgain, 'carol').join() === 'dear', 'with carol in it')

    await aliceAgain.chat.deleteConversationGroup('dear')
    await until(async () => (await groupNames(tablet)).length === 0, 'the tablet has no group')
    expect(groupsOf(tablet, 'carol')).toEqual([])
    expect(tablet.seen(EVENT.CONVERSATION_GROUP_LIST_UPDATED).at(-1)).toEqual([])
  })

  test('have names of limited length, once, and are limited in number', async () => {
    await expect(create('很长'.repeat(6), ['C2Cbob'])).rejects.toMatchObject({ code: 51011 })
    for (let index = 0; index < 20; index += 1) await create(`group ${index}`, ['C2Cbob'])
    await expect(create('one more', ['C2Cbob'])).rejects.toMatchObject({ code: 51010 })
    await expect(create('group 1', ['C2Cbob'])).rejects.toMatchObject({ code: 50002 })
    const missing = { oldName: 'nothing', newName: 'something' }
    await expect(alice.chat.renameConversationGroup(missing)).rejects.toMatchObject({ code: 51009 })
  })
})
