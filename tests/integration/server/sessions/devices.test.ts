import { createClient, TestClient, until, useServer, userSigFor } from '../../harness'

describe('--devices 2', () => {
  const server = useServer({ devices: 2 })

  test('two instances of one platform are logged in at once, and both get everything', async () => {
    const bob = await server.login('bob')
    const first = await server.login('alice')
    const second = await server.login('alice')
    await bob.sendText('alice', 'to both')
    await Promise.all([first.receivedText('to both'), second.receivedText('to both')])

    await first.sendText('bob', 'from the first')
    await bob.receivedText('from the first')
    const synced = await second.receivedText('from the first')
    expect(synced).toMatchObject({ flow: 'out', from: 'alice', to: 'bob' })
    await first.chat.setMessageRead({ conversationID: 'C2Cbob' })
    await until(() => second.conversation('bob')?.unreadCount === 0, 'the second knows that it is read')
    expect([...first.kicks, ...second.kicks]).toEqual([])
    expect(server.current.reports).toEqual([])
  })

  test('a third one ends the oldest', async () => {
    const first = await server.login('alice')
    const second = await server.login('alice')
    const third = await server.login('alice')
    await until(() => first.kicks.length, 'the first is thrown out')
    expect(first.kicks).toEqual(['multipleAccount'])
    const bob = await server.login('bob')
    await bob.sendText('alice', 'who is here?')
    await Promise.all([second.receivedText('who is here?'), third.receivedText('who is here?')])
    expect([...first.received, ...second.kicks, ...third.kicks]).toEqual([])
  })

  test('one that is away has to make room before one that is there', async () => {
    const first = await server.login('alice')
    const second = await server.login('alice')
    await second.synced()
    second.loseNetwork()
    await first.sendText('bob', 'a round trip') // the server has noticed
    await server.login('alice')
    second.regainNetwork()
    await until(() => second.kicks.length, 'the second is thrown out')
    expect(first.kicks).toEqual([])
  })

  test('the logout of one leaves the other alone', async () => {
    const bob = await server.login('bob')
    const first = await server.login('alice')
    const second = await server.login('alice')
    await bob.chat.subscribeUserStatus({ userIDList: ['alice'] })
    await first.chat.logout()
    await bob.sendText('alice', 'still there?')
    await second.receivedText('still there?')
    expect(bob.statusOf('alice')).toBeUndefined()
    await second.chat.logout()
    await until(() => bob.statusOf('alice')?.statusType === 3, 'alice is gone')
  })
})

describe('a user who loses the network', () => {
  const server = useServer()

  test('passes for online while it is only for a moment, and is missed when it takes longer', async () => {
    const bob = await server.login('bob')
    const alice = await server.login('alice')
    await bob.chat.subscribeUserStatus({ userIDList: ['alice'] })
    server.current.control.dropConnections('alice')
    const { data } = (await bob.chat.getUserStatus({ userIDList: ['alice'] })) as {
      data: { successUserList: { statusType: number }[] }
    }
    expect(data.successUserList).toMatchObject([{ statusType: 1 }])
    await until(() => alice.netStates.at(-1) === 'connected', 'alice is back')
    expect(bob.statusOf('alice')).toBeUndefined()

    const settled = Date.now() + 1100
    await until(() => Date.now() > settled, 'the connection is old enough for the SDK to renew it')
    alice.loseNetwork()
    await until(() => bob.statusOf('alice')?.statusType === 2, 'bob misses alice')
    alice.regainNetwork()
    await until(() => bob.statusOf('alice')?.statusType === 1, 'bob sees alice again')
    const seen = bob.statusChanges.filter(({ userID }) => userID === 'alice')
    expect(seen.map(({ statusType }) => statusType)).toEqual([2, 1])
  }, 15_000)
})

describe('the end of a UserSig', () => {
  const server = useServer()

  test('throws the user out, who needs a new one', async () => {
    const alice = new TestClient(server.current.url, 'alice')
    await alice.login(userSigFor('alice', alice.sdkAppID, { expire: 2 }))
    await alice.sendText('bob', 'in time')
    const rejected = async (): Promise<boolean> => {
      return alice.sendText('bob', 'ping').then(
        () => false,
        () => true,
      )
    }
    await until(rejected, 'alice is refused')
    await until(() => alice.kicks.length, 'alice is thrown out')
    expect(alice.kicks).toEqual(['userSigExpired'])
    expect(alice.chat.isReady()).toBe(false)
    await alice.login()
    await alice.sendText('bob', 'with a new one')
  })
})

describe('an administrator who ends the tickets of a user', () => {
  const server = useServer({ devices: 2 })

  test('throws out all instances, until a new login', async () => {
    const bob = await server.login('bob')
    const old = [await server.login('alice'), await server.login('alice')]
    server.current.control.expire('alice')
    await bob.sendText('alice', 'nobody there')
    for (const alice of old) {
      await alice.sendText('bob', 'with an old ticket').catch(() => undefined) // refused by server or SDK
      await until(() => alice.kicks.length, 'alice is thrown out')
      expect(alice.kicks).toEqual(['userSigExpired'])
      expect(alice.received).toEqual([])
    }
    const again = await createClient(server.current, 'alice')
    await bob.sendText('alice', 'welcome back')
    await again.receivedText('welcome back')
    expect([...bob.kicks, ...again.kicks]).toEqual([])
  })
})
