import {
  closeClients,
  createClient,
  startServer,
  textOf,
  until,
  useServer,
  type TestClient,
} from '../../harness'

const server = useServer()
let alice: TestClient
let bob: TestClient

beforeEach(async () => {
  alice = await server.login('alice')
  bob = await server.login('bob')
})

test('100 messages come page by page, in order, without gap or duplicate', async () => {
  const expected = Array.from({ length: 100 }, (_, i) => `m${i}`)
  for (const [i, text] of expected.entries()) {
    await (i % 3 ? alice.sendText('bob', text) : bob.sendText('alice', text))
  }
  await bob.close()
  const bobAgain = await server.login('bob')
  const history = await bobAgain.history('alice')
  expect(history.map(textOf)).toEqual(expected)
  expect(new Set(history.map(({ ID }) => ID)).size).toBe(100)
  expect(history[1]).toMatchObject({ from: 'alice', to: 'bob', flow: 'in' })
  expect(history[0]).toMatchObject({ from: 'bob', to: 'alice', flow: 'out' })
})

test('history can be read from a moment on, in both directions', async () => {
  const now = Math.floor(Date.now() / 1000)
  const messages = Array.from({ length: 40 }, (_, i) => ({
    from: 'alice',
    to: 'bob',
    text: `m${i}`,
    minutesAgo: 40 - i,
    unread: false,
  }))
  const users = ['alice', 'bob'].map((userID) => ({ userID, nick: '', avatar: '', selfSignature: '' }))
  const seeded = await startServer({ seed: { users, messages } })
  const reader = await createClient(seeded, 'bob')
  const [newest] = (await reader.history('alice')).slice(-1)
  const time = (newest?.time ?? now) - 20 * 60

  const hop = async (direction: number): Promise<(string | undefined)[]> => {
    const options = { conversationID: 'C2Calice', time, direction }
    const { data } = (await reader.chat.getMessageListHopping(options)) as {
      data: { messageList: Parameters<typeof textOf>[0][] }
    }
    return data.messageList.map(textOf)
  }
  expect(await hop(0)).toEqual(Array.from({ length: 15 }, (_, i) => `m${i + 5}`))
  expect(await hop(1)).toEqual(Array.from({ length: 15 }, (_, i) => `m${i + 19}`))
  await closeClients()
  await seeded.close()
})

test('a deleted message is gone for its owner only', async () => {
  await alice.sendText('bob', 'one')
  const second = await alice.sendText('bob', 'two')
  await bob.receivedText('two')
  await alice.chat.deleteMessage([second])
  await alice.close()
  const aliceAgain = await server.login('alice')
  expect((await aliceAgain.history('bob')).map(textOf)).toEqual(['one'])
  expect((await aliceAgain.synced())[0]?.lastMessage).toMatchObject({ payload: { text: 'one' } })
  expect((await bob.history('alice')).map(textOf)).toEqual(['one', 'two'])
})

describe('revoke', () => {
  test('both sides see it, also after a new login', async () => {
    await bob.sendText('alice', 'before')
    const sent = await alice.sendText('bob', 'secret')
    await bob.receivedText('secret')
    await alice.chat.revokeMessage(sent)
    await until(() => bob.revoked.length, 'bob learns of it')
    expect(bob.revoked[0]).toMatchObject({ ID: sent.ID, isRevoked: true })

    await bob.close()
    const bobAgain = await server.login('bob')
    const [conversation] = await bobAgain.synced()
    expect(conversation).toMatchObject({ unreadCount: 0, lastMessage: { isRevoked: true } })
    const history = await bobAgain.history('alice')
    expect(history.map(({ isRevoked }) => isRevoked)).toEqual([false, true])
    expect(JSON.stringify(history.map(({ payload }) => payload as unknown))).not.toContain('secret')
  })

  test('the author still gets the content, to write it anew', async () => {
    const sent = await alice.sendText('bob', 'with a typo')
    await alice.chat.revokeMessage(sent)
    await alice.close()
    const aliceAgain = await server.login('alice')
    const [message] = await aliceAgain.history('bob')
    expect(message).toMatchObject({ isRevoked: true, payload: { text: 'with a typo' } })
  })

  test('who was away learns of it after the reconnect', async () => {
    const sent = await alice.sendText('bob', 'oops')
    await bob.receivedText('oops')
    bob.loseNetwork()
    await alice.chat.revokeMessage(sent)
    bob.regainNetwork()
    await until(() => bob.revoked.length, 'bob learns of it')
    expect(bob.revoked[0]).toMatchObject({ ID: sent.ID })
  })

  test('somebody else’s message cannot be revoked', async () => {
    await alice.sendText('bob', 'mine')
    const got = await bob.receivedText('mine')
    await expect(bob.chat.revokeMessage(got)).rejects.toMatchObject({ code: 20021 })
  })

  test('a message that the server does not have cannot be revoked', async () => {
    const other = await startServer()
    const sent = await alice.sendText('bob', 'here')
    const stranger = await createClient(other, 'alice')
    await expect(stranger.chat.revokeMessage(sent)).rejects.toMatchObject({ code: 20022 })
    await stranger.close()
    await other.close()
  })

  test('after the window it is too late', async () => {
    const strict = await startServer({ revokeWindow: -1 })
    const client = await createClient(strict, 'alice')
    const sent = await client.sendText('bob', 'for ever')
    await expect(client.chat.revokeMessage(sent)).rejects.toMatchObject({ code: 20016 })
    await client.close()
    await strict.close()
  })
})
