import type { Message } from '@tencentcloud/chat'
import { createClient, startServer, textOf, until, useServer, type TestClient } from '../../harness'
import {
  createGroup,
  EVENT,
  failure,
  groupConversation,
  groupHistory,
  isLastRevoked,
  seenText,
  sendGroupText,
  texts,
  TYPES,
} from './helpers'

const server = useServer({ devices: 2 })

async function team(type: string = TYPES.GRP_PUBLIC): Promise<[TestClient, TestClient, TestClient]> {
  const clients = [
    await server.login('alice'),
    await server.login('bob'),
    await server.login('carol'),
  ] as const
  await createGroup([...clients], 'team', type)
  return [...clients]
}

function change(message: Message, text: string): Message {
  ;(message.payload as { text: string }).text = text
  return message
}

describe('revoke', () => {
  test('everybody sees it, on all devices, in history and list; only the author keeps the content', async () => {
    const [, bob, carol] = await team()
    const tablet = await server.login('bob')
    await tablet.synced()
    const sent = await sendGroupText(bob, 'secret')
    await carol.receivedText('secret')
    await bob.chat.revokeMessage(sent)
    for (const client of [carol, tablet]) {
      await until(() => client.revoked.length, `${client.userID} learns of it`)
      expect(client.revoked[0]).toMatchObject({ ID: sent.ID, isRevoked: true })
    }
    await until(() => isLastRevoked(groupConversation(carol)), 'the list shows it')
    await carol.close()
    const again = await server.login('carol')
    const last = (await groupHistory(again)).at(-1)
    expect(last).toMatchObject({ isRevoked: true, revokerInfo: { userID: 'bob', nick: 'BOB' } })
    expect(JSON.stringify(last?.payload)).not.toContain('secret')
    expect(isLastRevoked((await again.synced())[0])).toBe(true)
    expect(server.current.reports).toEqual([])
  })

  test('the owner may revoke what others wrote, others may not', async () => {
    const [alice, bob, carol] = await team()
    await sendGroupText(bob, 'rude')
    const got = await alice.receivedText('rude')
    expect((await failure(carol.chat.revokeMessage(await carol.receivedText('rude')))).code).toBe(10007)
    await alice.chat.revokeMessage(got)
    await until(() => bob.revoked.length && carol.revoked.length, 'they learn of it')
    expect(bob.revoked[0]).toMatchObject({ isRevoked: true, revoker: 'alice' })
  })

  test('who was away learns of it after the reconnect', async () => {
    const [alice, bob] = await team()
    const sent = await sendGroupText(alice, 'early')
    await bob.receivedText('early')
    bob.loseNetwork()
    await alice.chat.revokeMessage(sent)
    bob.regainNetwork()
    await until(() => bob.revoked.some(({ ID }) => ID === sent.ID), 'bob learns of it')
  })

  test('what was sent and revoked while away comes as a revoked message', async () => {
    const [alice, bob] = await team()
    await groupHistory(bob)
    bob.loseNetwork()
    const missed = await sendGroupText(alice, 'missed')
    await alice.chat.revokeMessage(missed)
    await sendGroupText(alice, 'last')
    bob.regainNetwork()
    await bob.receivedText('last')
    expect(texts(bob.received)).not.toContain('missed')
    expect(bob.received.find(({ ID }) => ID === missed.ID)).toMatchObject({ isRevoked: true })
  })

  test('revocations from before the login are not told again', async () => {
    const [alice, bob] = await team()
    await alice.chat.revokeMessage(await sendGroupText(alice, 'long ago'))
    await bob.close()
    const again = await server.login('bob')
    await again.synced()
    again.loseNetwork()
    const asked: string[] = []
    server.current.trace.listen(({ kind, servcmd }) => void (kind === 'reply' && asked.push(servcmd)))
    again.regainNetwork()
    await until(() => asked.includes('group_open_http_svc.batch_get_group_notify'), 'bob has asked')
    await sendGroupText(alice, 'news')
    await again.receivedText('news')
    expect(again.revoked).toEqual([])
  })
})

test('after the window members are too late; the owner is not', async () => {
  const strict = await startServer({ revokeWindow: -1 })
  const alice = await createClient(strict, 'alice')
  const bob = await createClient(strict, 'bob')
  await createGroup([alice, bob])
  const sent = await sendGroupText(bob, 'for ever?')
  expect((await failure(bob.chat.revokeMessage(sent))).code).toBe(10031)
  await alice.chat.revokeMessage(await alice.receivedText('for ever?'))
  await alice.close()
  await bob.close()
  await strict.close()
})

describe('modify', () => {
  test('every member may; all see it, on all devices and in the history', async () => {
    const [alice, bob, carol] = await team()
    const tablet = await server.login('bob')
    await tablet.synced()
    await sendGroupText(alice, 'draft')
    await tablet.receivedText('draft')
    await bob.chat.modifyMessage(change(await bob.receivedText('draft'), 'final'))
    for (const client of [alice, carol, tablet]) await seenText(client, EVENT.MESSAGE_MODIFIED, 'final')
    await carol.close()
    const again = await server.login('carol')
    expect((await groupHistory(again)).at(-1)).toMatchObject({ payload: { text: 'final' }, version: 1 })
    expect(groupConversation(again)?.lastMessage).toMatchObject({ payload: { text: 'final' } })
    expect(server.current.reports).toEqual([])
  })

  test('of two at once the second fails, and gets the newer content', async () => {
    const [alice, bob] = await team()
    const sent = await sendGroupText(alice, 'draft')
    const got = await bob.receivedText('draft')
    bob.loseNetwork()
    await alice.chat.modifyMessage(change(sent, 'alice was faster'))
    const failed = failure(bob.chat.modifyMessage(change(got, 'bob was slower')))
    bob.regainNetwork()
    const { code, data } = await failed
    expect(code).toBe(2480)
    expect(data?.message && textOf(data.message)).toBe('alice was faster')
  })

  test('who was away learns of it', async () => {
    const [alice, bob] = await team()
    const sent = await sendGroupText(alice, 'draft')
    await bob.receivedText('draft')
    bob.loseNetwork()
    await alice.chat.modifyMessage(change(sent, 'meanwhile'))
    bob.regainNetwork()
    await seenText(bob, EVENT.MESSAGE_MODIFIED, 'meanwhile')
  })

  test('not what was revoked, and not by who has left', async () => {
    const [alice, bob, carol] = await team()
    const sent = await sendGroupText(alice, 'draft')
    const got = await carol.receivedText('draft')
    await carol.chat.quitGroup('team')
    expect((await failure(carol.chat.modifyMessage(change(got, 'by carol')))).code).toBe(10007)
    const kept = change(await bob.receivedText('draft'), 'back again')
    await alice.chat.revokeMessage(sent)
    expect((await failure(bob.chat.modifyMessage(kept))).code).toBe(20026)
  })
})
