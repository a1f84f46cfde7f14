import { TestClient, until, userSigFor, useServer } from '../harness'

const server = useServer()

describe('login', () => {
  test('a valid signature creates the user', async () => {
    const dave = await server.login('dave')
    expect(dave.chat.isReady()).toBe(true)
    const alice = await server.login('alice')
    await alice.sendText('dave', 'welcome')
    await dave.receivedText('welcome')
  })

  test.each([
    ['signed with another key', 70009, { secretKey: 'another key' }],
    ['expired', 70001, { time: 1, expire: 1 }],
  ])('a signature that is %s is refused', async (_what, code, options) => {
    const alice = new TestClient(server.current.url, 'alice')
    const userSig = userSigFor('alice', alice.sdkAppID, options)
    await expect(alice.login(userSig)).rejects.toMatchObject({ code })
    expect(alice.chat.isReady()).toBe(false)
  })

  test('the signature of another user is refused', async () => {
    const alice = new TestClient(server.current.url, 'alice')
    await expect(alice.login(userSigFor('bob', alice.sdkAppID))).rejects.toMatchObject({ code: 70013 })
  })

  test('the signature of another app is refused', async () => {
    const alice = new TestClient(server.current.url, 'alice')
    await expect(alice.login(userSigFor('alice', 1))).rejects.toMatchObject({ code: 70014 })
  })

  test('what is no signature is refused', async () => {
    const alice = new TestClient(server.current.url, 'alice')
    await expect(alice.login('nonsense')).rejects.toMatchObject({ code: 70003 })
  })

  test('an ID that no account can have is refused', async () => {
    const long = new TestClient(server.current.url, 'a'.repeat(33))
    await expect(long.login()).rejects.toMatchObject({ code: 70402 })
  })

  test('nobody asks for anything that the server does not know', async () => {
    const alice = await server.login('alice')
    await alice.synced()
    expect(server.current.reports).toEqual([])
  })
})

describe('one login per platform', () => {
  test('a second login ends the first, which gets nothing more', async () => {
    const first = await server.login('alice')
    const second = await server.login('alice')
    await until(() => first.kicks.length, 'the first is thrown out')
    expect(first.kicks).toEqual(['multipleAccount'])
    expect(first.chat.isReady()).toBe(false)

    const bob = await server.login('bob')
    await bob.sendText('alice', 'which one?')
    await second.receivedText('which one?')
    expect(first.received).toEqual([])
    expect(second.kicks).toEqual([])
  })

  test('a login that was replaced while it was away cannot come back', async () => {
    const first = await server.login('alice')
    server.current.control.dropConnections('alice')
    const second = await server.login('alice')
    await until(() => first.kicks.length, 'the first is thrown out')
    expect(first.kicks).toEqual(['multipleAccount'])
    expect(second.kicks).toEqual([])
    expect(second.chat.isReady()).toBe(true)

    await first.login()
    await until(() => second.kicks.length, 'a new login of the first replaces the second')
  })

  test('whoever watches the user sees no gap when one login replaces another', async () => {
    const bob = await server.login('bob')
    await bob.chat.subscribeUserStatus({ userIDList: ['alice'] })
    await server.login('alice')
    await until(() => bob.statusOf('alice')?.statusType === 1, 'alice is online')
    const seen = bob.statusChanges.length
    await server.login('alice')
    await bob.sendText('alice', 'a round trip')
    expect(bob.statusChanges.slice(seen)).toEqual([])
  })

  test('an administrator can throw a user out', async () => {
    const alice = await server.login('alice')
    server.current.control.kick('alice')
    await until(() => alice.kicks.length, 'alice is thrown out')
    expect(alice.kicks).toEqual(['REST_API_Kick'])
  })

  test('after logging out a user can log in again', async () => {
    const alice = await server.login('alice')
    await alice.chat.logout()
    await alice.login()
    await alice.sendText('bob', 'back')
  })
})
