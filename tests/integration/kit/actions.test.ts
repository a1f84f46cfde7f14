import TencentCloudChat, { type Message as SdkMessage } from '@tencentcloud/chat'
import { deleteMessages } from '../../../core/actions/delete-message'
import { translate } from '../../../core/actions/derive'
import { editMessage } from '../../../core/actions/edit-message'
import { forward } from '../../../core/actions/forward'
import { openHistory } from '../../../core/actions/history'
import { showChat } from '../../../core/actions/mark-read'
import { openChat } from '../../../core/actions/open-chat'
import { pinMessage } from '../../../core/actions/pin-message'
import { react } from '../../../core/actions/react'
import { openReaders } from '../../../core/actions/readers'
import { revoke } from '../../../core/actions/revoke'
import { sendText } from '../../../core/actions/send-text'
import { loadAccess } from '../../../core/actions/group-access'
import { menuSight, menuView } from '../../../core/views/message-menu'
import { allMessages } from '../../../core/store/thread'
import type { Message } from '../../../core/store/types'
import { translator } from '../../../locales/index'
import { startServer, type TestServer } from '../harness'
import { closePhones, phone, type Phone } from './phone'

jest.setTimeout(20_000)

const { TYPES } = TencentCloudChat
const TEAM = 'GROUPteam'

let server: TestServer
beforeEach(async () => {
  server = await startServer()
})
afterEach(async () => {
  await closePhones()
  await server.close()
  expect(server.reports).toEqual([])
})

const open = async (who: Phone, conversationID: string): Promise<void> => {
  showChat(who.kit, { conversationID, shown: true, atBottom: true })
  expect(await openChat(who.kit, conversationID)).toMatchObject({ ok: true })
}

async function pair(): Promise<[Phone, Phone]> {
  const [alice, bob] = [await phone(server, 'alice'), await phone(server, 'bob')]
  await open(alice, 'C2Cbob')
  await open(bob, 'C2Calice')
  return [alice, bob]
}

/** A group of alice's with bob in it, open on both phones. */
async function group(): Promise<[Phone, Phone]> {
  const [alice, bob] = [await phone(server, 'alice'), await phone(server, 'bob')]
  await alice.client.chat.createGroup({
    groupID: 'team',
    name: 'Team',
    type: TYPES.GRP_PUBLIC,
    memberList: [{ userID: 'bob' }],
  })
  await open(alice, TEAM)
  await bob.until(
    () => bob.kit.store.get().conversations.list.some((one) => one.conversationID === TEAM),
    'is in the group',
  )
  await open(bob, TEAM)
  return [alice, bob]
}

const said = (who: Phone, conversationID: string): Message[] => {
  const thread = who.kit.store.get().messages[conversationID]
  return thread ? allMessages(thread).filter(({ content }) => content.type !== 'groupTip') : []
}
const textOf = ({ content }: Message): string => (content.type === 'text' ? content.text : content.type)
const last = (who: Phone, conversationID: string): Message | undefined => said(who, conversationID).at(-1)
const got = (who: Phone, conversationID: string, text: string): Promise<Message> =>
  who.until(() => said(who, conversationID).find((message) => textOf(message) === text), `got ${text}`)
const ok = { ok: true, value: undefined }

describe('reactions', () => {
  test('reach the peer, count both, and are there after a new login', async () => {
    const [alice, bob] = await pair()
    await sendText(alice.kit, 'C2Cbob', 'done')
    const theirs = await got(bob, 'C2Calice', 'done')
    expect(await react(bob.kit, 'C2Calice', theirs.id, '[TUIEmoji_Like]')).toEqual(ok)
    await alice.until(() => last(alice, 'C2Cbob')?.reactions?.[0]?.count === 1, 'sees one')
    expect(last(alice, 'C2Cbob')?.reactions).toEqual([
      { reactionID: '[TUIEmoji_Like]', count: 1, mine: false, names: ['BOB'] },
    ])
    await react(alice.kit, 'C2Cbob', last(alice, 'C2Cbob')?.id ?? '', '[TUIEmoji_Like]')
    await bob.until(() => last(bob, 'C2Calice')?.reactions?.[0]?.count === 2, 'sees two')
    await react(bob.kit, 'C2Calice', theirs.id, '[TUIEmoji_Like]')
    await alice.until(() => last(alice, 'C2Cbob')?.reactions?.[0]?.count === 1, 'sees one again')

    // Nobody asks for reactions of messages as young as this.
    const again = await phone(server, 'bob')
    jest.spyOn(again.kit.sdk, 'now').mockImplementation(() => Date.now() + 60_000)
    await open(again, 'C2Calice')
    await again.until(() => last(again, 'C2Calice')?.reactions?.length === 1, 'has it')
    expect(last(again, 'C2Calice')?.reactions?.[0]).toMatchObject({ count: 1, mine: false, names: ['ALICE'] })
  })
})

describe('editing', () => {
  test('a text changes on both sides and says so', async () => {
    const [alice, bob] = await pair()
    await sendText(alice.kit, 'C2Cbob', 'frist')
    await got(bob, 'C2Calice', 'frist')
    expect(await editMessage(alice.kit, 'C2Cbob', last(alice, 'C2Cbob')?.id ?? '', 'first')).toEqual(ok)
    expect(last(alice, 'C2Cbob')).toMatchObject({ content: { text: 'first' }, edited: true })
    const changed = await got(bob, 'C2Calice', 'first')
    expect(changed.edited).toBe(true)
    expect(said(bob, 'C2Calice')).toHaveLength(1)
  })

  test('also in a group, several times', async () => {
    const [alice, bob] = await group()
    await sendText(alice.kit, TEAM, 'a')
    await got(bob, TEAM, 'a')
    for (const text of ['b', 'c'])
      expect(await editMessage(alice.kit, TEAM, last(alice, TEAM)?.id ?? '', text)).toEqual(ok)
    await got(bob, TEAM, 'c')
  })
})

describe('forwarding', () => {
  test('one by one to a chat that is not open, in order, with words', async () => {
    const [alice, bob] = await pair()
    for (const text of ['1', '2', '3']) await sendText(alice.kit, 'C2Cbob', text)
    const carol = await phone(server, 'carol')
    const ids = said(alice, 'C2Cbob').map(({ id }) => id)
    expect(
      await forward(
        alice.kit,
        { conversationID: 'C2Cbob', ids, merged: false },
        ['C2Ccarol', 'C2Cbob'],
        'look',
      ),
    ).toEqual(ok)
    await open(carol, 'C2Calice')
    expect(said(carol, 'C2Calice').map(textOf)).toEqual(['1', '2', '3', 'look'])
    await bob.until(() => said(bob, 'C2Calice').length === 7, 'has them as well')
    expect(said(alice, 'C2Cbob').map(textOf)).toEqual(['1', '2', '3', '1', '2', '3', 'look'])
  })

  test('merged, larger than a message may be, and that merged again: opened layer by layer', async () => {
    const [alice, bob] = await pair()
    for (const mark of ['1', '2', '3', '4']) await sendText(alice.kit, 'C2Cbob', `${mark}${'x'.repeat(4000)}`)
    const ids = said(alice, 'C2Cbob').map(({ id }) => id)
    expect(await forward(alice.kit, { conversationID: 'C2Cbob', ids, merged: true }, ['C2Cbob'])).toEqual(ok)
    const card = await got(bob, 'C2Calice', 'merger')
    expect(card.content).toMatchObject({ title: 'ALICE的聊天记录' })
    await openHistory(bob.kit, card)
    const front = () => {
      const overlay = bob.kit.store.get().overlays.at(-1)
      return overlay?.type === 'history' ? overlay : undefined
    }
    expect(front()?.messages?.map((message) => textOf(message).charAt(0))).toEqual(['1', '2', '3', '4'])

    expect(
      await forward(bob.kit, { conversationID: 'C2Calice', ids: [card.id], merged: true }, ['C2Calice']),
    ).toEqual(ok)
    const outer = last(bob, 'C2Calice') as Message
    await openHistory(bob.kit, outer)
    const [inner] = front()?.messages ?? []
    expect(inner?.content.type).toBe('merger')
    await openHistory(bob.kit, inner as Message)
    expect(front()?.messages?.map((message) => textOf(message).charAt(0))).toEqual(['1', '2', '3', '4'])
  })
})

describe('in a group', () => {
  test('a message is counted by its readers, who are told by name', async () => {
    const [alice, bob] = await group()
    showChat(bob.kit, undefined)
    await sendText(alice.kit, TEAM, 'read me')
    await got(bob, TEAM, 'read me')
    showChat(bob.kit, { conversationID: TEAM, shown: true, atBottom: true })
    await alice.until(() => last(alice, TEAM)?.readers?.read === 1, 'is told of the reader')
    expect(last(alice, TEAM)?.readers).toEqual({ read: 1, unread: 0 })
    openReaders(alice.kit, TEAM, last(alice, TEAM)?.id ?? '')
    const overlay = await alice.until(() => {
      const front = alice.kit.store.get().overlays.at(-1)
      return front?.type === 'readers' && front.read?.complete && front.unread?.complete ? front : undefined
    }, 'has both lists')
    expect(overlay.read?.people).toMatchObject([{ userID: 'bob', name: 'BOB' }])
    expect(overlay.unread?.people).toEqual([])
  })

  test('the owner pins a message for all, and takes it down', async () => {
    const [alice, bob] = await group()
    const pinned = (who: Phone): string[] => (who.kit.store.get().pinned[TEAM] ?? []).map(textOf)
    await bob.until(() => bob.kit.store.get().pinned[TEAM], 'knows what is pinned')
    await sendText(alice.kit, TEAM, 'rules')
    expect(await pinMessage(alice.kit, TEAM, last(alice, TEAM) as Message, true)).toEqual(ok)
    expect(pinned(alice)).toEqual(['rules'])
    await bob.until(() => pinned(bob)[0] === 'rules', 'sees it')
    expect(await pinMessage(bob.kit, TEAM, last(bob, TEAM) as Message, false)).toMatchObject({
      ok: false,
      error: { code: 10007, op: 'pinGroupMessage' },
    })
    await pinMessage(alice.kit, TEAM, last(alice, TEAM) as Message, false)
    await bob.until(() => pinned(bob).length === 0, 'sees it go')
  })

  test('the owner recalls what a member wrote; the member is offered neither that nor pinning', async () => {
    const [alice, bob] = await group()
    await sendText(bob.kit, TEAM, 'spam')
    const spam = await got(alice, TEAM, 'spam')
    await Promise.all([loadAccess(alice.kit, TEAM), loadAccess(bob.kit, TEAM)])
    const offered = (who: Phone, message: Message): string[] => {
      const t = translator('en')
      const sight = menuSight(who.kit.store.get(), message, { now: who.kit.sdk.now(), earpiece: false }, t)
      return menuView(sight, t).map(({ id }) => id)
    }
    expect(offered(alice, spam)).toEqual(expect.arrayContaining(['revoke', 'pin']))
    await sendText(alice.kit, TEAM, 'hello')
    const hello = await got(bob, TEAM, 'hello')
    expect(offered(bob, hello)).not.toContain('revoke')
    expect(offered(bob, hello)).not.toContain('pin')
    expect(await revoke(alice.kit, TEAM, spam.id)).toEqual(ok)
    await bob.until(() => said(bob, TEAM).some(({ revoked }) => revoked), 'sees that it was recalled')
  })
})

test('several are deleted for one side only', async () => {
  const [alice, bob] = await pair()
  for (const text of ['1', '2', '3']) await sendText(alice.kit, 'C2Cbob', text)
  await got(bob, 'C2Calice', '3')
  const ids = said(alice, 'C2Cbob').map(({ id }) => id)
  expect(await deleteMessages(alice.kit, 'C2Cbob', ids.slice(0, 2))).toEqual(ok)
  expect(said(alice, 'C2Cbob').map(textOf)).toEqual(['3'])
  expect(said(bob, 'C2Calice')).toHaveLength(3)
})

describe('what the plan decides', () => {
  test('a translation stands under the message', async () => {
    const [alice] = await pair()
    await sendText(alice.kit, 'C2Cbob', '你好')
    await translate(alice.kit, 'C2Cbob', last(alice, 'C2Cbob')?.id ?? '')
    expect(last(alice, 'C2Cbob')?.translation).toMatchObject({ phase: 'ready' })
    expect(last(alice, 'C2Cbob')?.translation?.text).toContain('你好')
  })

  test('on a small plan nothing of it is offered, and a try is refused in words', async () => {
    await server.close()
    server = await startServer({ abilities: '0' })
    const [alice] = await pair()
    await sendText(alice.kit, 'C2Cbob', 'hello')
    expect(alice.kit.store.get().abilities).toMatchObject({ reactions: false, translation: false })
    expect(await react(alice.kit, 'C2Cbob', last(alice, 'C2Cbob')?.id ?? '', '👍')).toMatchObject({
      ok: false,
      error: { code: 3122 },
    })
    expect(last(alice, 'C2Cbob')?.reactions).toEqual([])
  })
})

test('a message that is edited while another one edits it is not overwritten', async () => {
  const [alice, bob] = await pair()
  await sendText(alice.kit, 'C2Cbob', 'old')
  const theirs = await got(bob, 'C2Calice', 'old')
  const source = bob.client.chat.findMessage(theirs.ID) as SdkMessage
  // Any participant may: another client of the peer's does.
  Object.assign(source.payload as object, { text: 'changed by bob' })
  const [edited] = await Promise.all([
    editMessage(alice.kit, 'C2Cbob', last(alice, 'C2Cbob')?.id ?? '', 'changed by alice'),
    bob.client.chat.modifyMessage(source).catch(() => undefined),
  ])
  const winner = edited.ok ? 'changed by alice' : 'changed by bob'
  if (!edited.ok) expect(edited.error.code).toBe(2480)
  await got(alice, 'C2Cbob', winner)
})
