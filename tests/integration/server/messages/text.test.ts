import { closeClients, createClient, startServer, textOf, until, useServer } from '../../harness'

const server = useServer()

test('text goes both ways and keeps its ID', async () => {
  const alice = await server.login('alice')
  const bob = await server.login('bob')

  const sent = await alice.sendText('bob', '你好 👋')
  const got = await bob.receivedText('你好 👋')
  expect(got).toMatchObject({
    ID: sent.ID,
    from: 'alice',
    to: 'bob',
    flow: 'in',
    time: sent.time,
    nick: 'ALICE',
  })

  await bob.sendText('alice', 'hello')
  await alice.receivedText('hello')
  expect(alice.received).toHaveLength(1)
  expect(bob.received).toHaveLength(1)
})

test('every kind of character arrives as it was sent', async () => {
  const alice = await server.login('alice')
  const bob = await server.login('bob')
  const text = 'a\n\t"\\</script> 👩‍👩‍👧‍👦 é é \u2028 \u0000 العربية 𠮷'
  await alice.sendText('bob', text)
  await bob.receivedText(text)
  expect((await bob.history('alice')).map(textOf)).toEqual([text])
})

test('8 KB of text arrive, more than 12 KB are refused', async () => {
  const alice = await server.login('alice')
  const bob = await server.login('bob')
  const text = '汉'.repeat(2730)
  await alice.sendText('bob', text)
  await bob.receivedText(text)
  await expect(alice.sendText('bob', '汉'.repeat(4096))).rejects.toMatchObject({ code: 80002 })
  expect((await bob.history('alice')).map(textOf)).toEqual([text])
})

test('a message to a user that does not exist is refused', async () => {
  const alice = await server.login('alice')
  await expect(alice.sendText('nobody', 'hello?')).rejects.toMatchObject({ code: 20003 })
})

test('a server for open users keeps messages for those who come later', async () => {
  const open = await startServer({ openUsers: true })
  const alice = await createClient(open, 'alice')
  await alice.sendText('newcomer', 'welcome')
  const newcomer = await createClient(open, 'newcomer')
  const [conversation] = await newcomer.synced()
  expect(conversation).toMatchObject({
    conversationID: 'C2Calice',
    lastMessage: { payload: { text: 'welcome' } },
  })
  await closeClients()
  await open.close()
})

test('other kinds of messages are relayed as they are', async () => {
  const alice = await server.login('alice')
  const bob = await server.login('bob')
  const conversationType = 'C2C' as never
  const payload = { data: '{"businessID":"x"}', description: '描述', extension: 'e' }
  await alice.chat.sendMessage(alice.chat.createCustomMessage({ to: 'bob', conversationType, payload }))
  const location = { description: '公园', latitude: 39.9, longitude: 116.4 }
  await alice.chat.sendMessage(
    alice.chat.createLocationMessage({ to: 'bob', conversationType, payload: location }),
  )
  await until(() => bob.received.length === 2, 'both arrive')
  expect(bob.received.map((message) => message.payload as unknown)).toEqual([payload, location])
})

test('an online-only message is delivered and not kept', async () => {
  const alice = await server.login('alice')
  const bob = await server.login('bob')
  await alice.chat.sendMessage(alice.createText('bob', 'typing'), { onlineUserOnly: true })
  await bob.receivedText('typing')
  await bob.close()
  const bobAgain = await server.login('bob')
  expect(await bobAgain.synced()).toEqual([])
})
