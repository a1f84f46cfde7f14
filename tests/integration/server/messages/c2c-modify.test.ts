import type { Message } from '@tencentcloud/chat'
import { textOf, until, useServer, type TestClient } from '../../harness'
import { EVENT, failure, seenText } from './helpers'

const server = useServer({ devices: 2 })

function change(message: Message, text: string): Message {
  ;(message.payload as { text: string }).text = text
  return message
}

async function conversation(): Promise<{ alice: TestClient; bob: TestClient; sent: Message; got: Message }> {
  const alice = await server.login('alice')
  const bob = await server.login('bob')
  const sent = await alice.sendText('bob', 'draft')
  const got = await bob.receivedText('draft')
  return { alice, bob, sent, got }
}

test('what the author modifies is seen by the peer, on other devices and in the history', async () => {
  const second = await server.login('alice')
  const { alice, bob, sent } = await conversation()
  await second.receivedText('draft')
  await alice.chat.modifyMessage(change(sent, 'final'))
  await seenText(bob, EVENT.MESSAGE_MODIFIED, 'final')
  await seenText(second, EVENT.MESSAGE_MODIFIED, 'final')
  await bob.close()
  const bobAgain = await server.login('bob')
  const [kept] = await bobAgain.history('alice')
  expect(kept).toMatchObject({ payload: { text: 'final' }, version: 1, isModified: true })
  expect((await bobAgain.synced())[0]?.lastMessage).toMatchObject({ payload: { text: 'final' } })
  expect(server.current.reports).toEqual([])
})

test('the receiver may modify as well', async () => {
  const { alice, bob, got } = await conversation()
  await bob.chat.modifyMessage(change(got, 'corrected by bob'))
  await seenText(alice, EVENT.MESSAGE_MODIFIED, 'corrected by bob')
})

test('who was away learns of it after the reconnect', async () => {
  const { alice, bob, sent } = await conversation()
  bob.loseNetwork()
  await alice.chat.modifyMessage(change(sent, 'meanwhile'))
  bob.regainNetwork()
  await seenText(bob, EVENT.MESSAGE_MODIFIED, 'meanwhile')
})

test('of two who modify at once the second fails, and gets the newer content', async () => {
  const { alice, bob, sent, got } = await conversation()
  bob.loseNetwork() // so that bob's client does not hear of it
  await alice.chat.modifyMessage(change(sent, 'alice was faster'))
  const modified = bob.chat.modifyMessage(change(got, 'bob was slower'))
  const failed = failure(modified)
  bob.regainNetwork()
  const { code, data } = await failed
  expect(code).toBe(2480)
  expect(data?.message && textOf(data.message)).toBe('alice was faster')
})

test('a revoked message cannot be modified', async () => {
  const { alice, sent } = await conversation()
  await alice.chat.revokeMessage(sent)
  expect((await failure(alice.chat.modifyMessage(change(sent, 'back again')))).code).toBe(20026)
})

test('strangers cannot modify', async () => {
  const { sent, bob } = await conversation()
  const carol = await server.login('carol')
  expect((await failure(carol.chat.modifyMessage(change(sent, 'by carol')))).code).toBe(20026)
  expect((await bob.history('alice')).map(textOf)).toEqual(['draft'])
})

test('the message in the list changes with it', async () => {
  const { alice, bob, sent } = await conversation()
  await alice.chat.modifyMessage(change(sent, 'new last message'))
  await until(() => {
    const last = bob.conversation('alice')?.lastMessage as { payload?: { text?: string } } | undefined
    return last?.payload?.text === 'new last message'
  }, 'the last message is the new one')
})
