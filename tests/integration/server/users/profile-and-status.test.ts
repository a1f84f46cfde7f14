import { until, useServer, type TestClient } from '../../harness'

const ONLINE = 1
const OFFLINE = 2
const NOT_LOGGED_IN = 3

const server = useServer()
let alice: TestClient
let bob: TestClient

beforeEach(async () => {
  alice = await server.login('alice')
  bob = await server.login('bob')
})

interface Profile {
  userID: string
  nick: string
  selfSignature: string
  birthday: number
}

async function profilesOf(client: TestClient, userIDList: string[]): Promise<Profile[]> {
  return ((await client.chat.getUserProfile({ userIDList })) as { data: Profile[] }).data
}

describe('profiles', () => {
  test('a change is kept, and goes along with the next message', async () => {
    await alice.chat.updateMyProfile({ nick: '林晓雨', selfSignature: '慢慢来', birthday: 19950817 })
    await alice.sendText('bob', 'look at my name')
    expect(await bob.receivedText('look at my name')).toMatchObject({ nick: '林晓雨' })

    const carol = await server.login('carol')
    const expected = { userID: 'alice', nick: '林晓雨', selfSignature: '慢慢来', birthday: 19950817 }
    expect((await profilesOf(carol, ['alice']))[0]).toMatchObject(expected)
    await alice.close()
    const aliceAgain = await server.login('alice')
    expect(((await aliceAgain.chat.getMyProfile()) as { data: Profile }).data).toMatchObject(expected)
  })

  test('values that a field cannot have are refused, and nothing is changed', async () => {
    const cases: [Record<string, unknown>, number][] = [
      [{ selfSignature: '长'.repeat(200) }, 40601],
      [{ location: 'somewhere over the rainbow' }, 40601],
      [{ birthday: -1 }, 40605],
      [{ level: 1.5 }, 40605],
      [{ profileCustomField: [{ key: 'Tag_Profile_Custom_MuchTooLong', value: 'x' }] }, 40009],
      [{ adminForbidType: 'AdminForbid_Type_SendOut' }, 40008],
    ]
    for (const [change, code] of cases) {
      const refused = alice.chat.updateMyProfile({ nick: 'never', ...change })
      await expect(refused).rejects.toMatchObject({ code })
    }
    expect((await profilesOf(bob, ['alice']))[0]).toMatchObject({ nick: 'ALICE', selfSignature: '' })
  })

  test('custom fields are kept', async () => {
    const profileCustomField = [{ key: 'Tag_Profile_Custom_Team', value: 'red' }]
    await alice.chat.updateMyProfile({ profileCustomField })
    expect((await profilesOf(bob, ['alice']))[0]).toMatchObject({ profileCustomField })
  })

  test('a user who does not exist has none', async () => {
    const profiles = await profilesOf(bob, ['nobody', 'carol'])
    expect(profiles.map(({ userID, nick }) => [userID, nick])).toEqual([['carol', 'CAROL']])
  })
})

describe('status', () => {
  test('subscribers see who comes and goes, and the own text', async () => {
    await bob.chat.subscribeUserStatus({ userIDList: ['alice'] })
    await alice.chat.setSelfStatus({ customStatus: '忙' })
    await until(() => bob.statusOf('alice')?.customStatus === '忙', 'bob sees the text')
    await alice.chat.logout()
    await until(() => bob.statusOf('alice')?.statusType === NOT_LOGGED_IN, 'bob sees the logout')
    await alice.login()
    await until(() => bob.statusOf('alice')?.statusType === ONLINE, 'bob sees the login')
    alice.loseNetwork()
    await until(() => bob.statusOf('alice')?.statusType === OFFLINE, 'bob sees the loss')
  })

  test('nobody else is told, nor who has unsubscribed', async () => {
    const carol = await server.login('carol')
    await carol.chat.subscribeUserStatus({ userIDList: ['alice'] })
    await bob.chat.subscribeUserStatus({ userIDList: ['alice'] })
    await bob.chat.unsubscribeUserStatus({ userIDList: ['alice'] })
    await alice.chat.logout()
    await until(() => carol.statusOf('alice')?.statusType === NOT_LOGGED_IN, 'carol sees the logout')
    expect(bob.statusOf('alice')).toBeUndefined()
  })

  test('the own text has a limit, and is gone for who goes offline', async () => {
    await expect(alice.chat.setSelfStatus({ customStatus: '忙'.repeat(34) })).rejects.toMatchObject({
      code: 20001,
    })
    await alice.chat.setSelfStatus({ customStatus: '忙'.repeat(33) })
    await bob.chat.subscribeUserStatus({ userIDList: ['alice'] })
    await alice.chat.logout()
    await until(() => bob.statusOf('alice')?.statusType === NOT_LOGGED_IN, 'bob sees the logout')
    expect(bob.statusOf('alice')?.customStatus).toBe('')
    await alice.login()
    await until(() => bob.statusOf('alice')?.statusType === ONLINE, 'bob sees the login')
    expect(bob.statusOf('alice')?.customStatus).toBe('')
  })

  test('can be asked for', async () => {
    const { data } = (await bob.chat.getUserStatus({ userIDList: ['alice', 'carol', 'nobody'] })) as {
      data: {
        successUserList: { userID: string; statusType: number }[]
        failureUserList: { userID: string }[]
      }
    }
    expect(data.successUserList.map(({ userID, statusType }) => [userID, statusType])).toEqual([
      ['alice', ONLINE],
      ['carol', NOT_LOGGED_IN],
    ])
    expect(data.failureUserList).toMatchObject([{ userID: 'nobody', code: 20003 }])
  })
})
