import { textOf, until, useServer, type TestClient } from '../harness'

const server = useServer()
let alice: TestClient
let bob: TestClient

beforeEach(async () => {
  alice = await server.login('alice')
  bob = await server.login('bob')
})

const meantime = ['one', 'two', 'three', 'four', 'five']

test.each([true, false])(
  'messages of the meantime arrive once each, in order (history in memory: %s)',
  async (historyInMemory) => {
    await alice.sendText('bob', 'before')
    await bob.receivedText('before')
    await bob.synced()
    if (historyInMemory) await bob.history('alice')

    bob.loseNetwork()
    for (const text of meantime) await alice.sendText('bob', text)
    bob.regainNetwork()
    await bob.receivedText('five')
    await alice.sendText('bob', 'after')
    await bob.receivedText('after')

    const expected = ['before', ...meantime, 'after']
    expect(bob.received.map(textOf)).toEqual(expected)
    await until(
      () => bob.conversation('alice')?.unreadCount === expected.length,
      'all of them count as unread',
    )
    expect((await bob.history('alice')).map(textOf)).toEqual(expected)
  },
)

test('what has arrived does not come again after a second cut', async () => {
  await bob.synced()
  for (const text of ['one', 'two']) {
    bob.loseNetwork()
    await alice.sendText('bob', text)
    bob.regainNetwork()
    await bob.receivedText(text)
    const settled = Date.now() + 1100
    await until(() => Date.now() > settled, 'the connection is old enough for the SDK to renew it')
  }
  expect(bob.received.map(textOf)).toEqual(['one', 'two'])
})

test('a message that waits for the network is sent once', async () => {
  bob.loseNetwork()
  const sending = bob.sendText('alice', 'from the tunnel')
  bob.regainNetwork()
  await sending
  await alice.receivedText('from the tunnel')
  await bob.sendText('alice', 'and out again')
  await alice.receivedText('and out again')
  expect(alice.received.map(textOf)).toEqual(['from the tunnel', 'and out again'])
  expect(await alice.history('bob')).toHaveLength(2)
})

test('a login outlives a restart of the server', async () => {
  await server.restart()
  bob.regainNetwork()
  alice.regainNetwork()
  await alice.sendText('bob', 'still here')
  await bob.receivedText('still here')
  expect([...alice.kicks, ...bob.kicks]).toEqual([])
})
