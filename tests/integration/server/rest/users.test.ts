import { until, userSigFor, useServer, type TestClient } from '../../harness'
import { backend } from './backend'

const server = useServer()
const ask = backend(() => server.current)

afterEach(() => {
  expect(server.current.reports).toEqual([])
})

describe('who may ask', () => {
  test('an administrator, with a UserSig', async () => {
    const command = 'im_open_login_svc/account_check'
    const body = { CheckItem: [{ UserID: 'alice' }] }
    expect(await ask(command, body)).toMatchObject({ ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '' })
    const refused: [string, string | undefined, number][] = [
      ['alice', undefined, 60010],
      ['administrator', '', 70002],
      ['administrator', 'nonsense', 70003],
      ['administrator', userSigFor('alice', 1400000000), 70013],
      ['administrator', userSigFor('administrator', 1400000001), 70014],
      ['administrator', userSigFor('administrator', 1400000000, { secretKey: 'other' }), 70009],
    ]
    for (const [identifier, usersig, code] of refused) {
      const reply = await backend(() => server.current, identifier, usersig)(command, body)
      expect(reply).toMatchObject({ ActionStatus: 'FAIL', ErrorCode: code })
    }
  })

  test('what is not understood is refused', async () => {
    expect(await ask('openim/no_such_command', {})).toMatchObject({ ActionStatus: 'FAIL', ErrorCode: 60009 })
    expect(await ask('openim/sendmsg', 'not JSON')).toMatchObject({ ErrorCode: 60003 })
    expect(await ask('openim/sendmsg', [])).toMatchObject({ ErrorCode: 60003 })
    for (const [command, body] of [
      ['openim/sendmsg', {}],
      ['openim/sendmsg', { To_Account: 'bob', MsgRandom: 1, MsgBody: [null] }],
      ['openim/batchsendmsg', { To_Account: 'bob' }],
      ['im_open_login_svc/account_check', { CheckItem: [] }],
      ['sns/friend_add', {}],
      ['openim/admin_getroammsg', { From_Account: 5 }],
    ] as const) {
      const reply = await ask(command, body)
      expect([command, reply.ActionStatus, reply.ErrorCode]).toEqual([command, 'FAIL', 20001])
    }
  })
})

describe('accounts', () => {
  test('are imported, checked and deleted', async () => {
    await ask('im_open_login_svc/account_import', {
      UserID: 'dave',
      Nick: 'Dave',
      FaceUrl: 'https://x.test/d.png',
    })
    await ask('im_open_login_svc/multiaccount_import', { AccountList: [{ UserID: 'erin', Nick: 'Erin' }] })
    await ask('im_open_login_svc/multiaccount_import', { Accounts: ['frank'] })
    const alice = await server.login('alice')
    const { data } = (await alice.chat.getUserProfile({ userIDList: ['dave', 'erin'] })) as {
      data: { userID: string; nick: string; avatar: string }[]
    }
    expect(data.map(({ userID, nick, avatar }) => [userID, nick, avatar])).toEqual([
      ['dave', 'Dave', 'https://x.test/d.png'],
      ['erin', 'Erin', ''],
    ])
    expect(
      await ask('im_open_login_svc/account_delete', {
        DeleteItem: [{ UserID: 'erin' }, { UserID: 'nobody' }],
      }),
    ).toMatchObject({ ResultItem: [{ ResultCode: 0 }, { ResultCode: 20003 }] })
    const CheckItem = ['dave', 'erin', 'frank'].map((UserID) => ({ UserID }))
    expect(await ask('im_open_login_svc/account_check', { CheckItem })).toMatchObject({
      ResultItem: [
        { UserID: 'dave', AccountStatus: 'Imported' },
        { UserID: 'erin', AccountStatus: 'NotImported' },
        { UserID: 'frank', AccountStatus: 'Imported' },
      ],
    })
  })

  test('are kicked, after which the old login is worth nothing', async () => {
    const alice = await server.login('alice')
    await ask('im_open_login_svc/kick', { UserID: 'alice' })
    await until(() => alice.kicks.length, 'alice is thrown out')
    expect(alice.kicks[0]).toBe('REST_API_Kick')
    await alice.login()
    expect(await ask('im_open_login_svc/kick', { UserID: 'nobody' })).toMatchObject({ ErrorCode: 20003 })
  })

  test('tell whether they are online', async () => {
    await server.login('alice')
    const To_Account = ['alice', 'bob', 'nobody']
    expect(await ask('openim/query_online_status', { To_Account, IsNeedDetail: 1 })).toMatchObject({
      QueryResult: [
        { To_Account: 'alice', Status: 'Online', Detail: [{ Platform: 'Web', Status: 'Online' }] },
        { To_Account: 'bob', Status: 'Offline', Detail: [] },
      ],
      ErrorList: [{ To_Account: 'nobody', ErrorCode: 20003 }],
    })
    expect(await ask('openim/querystate', { To_Account: ['alice'] })).toMatchObject({
      QueryResult: [{ To_Account: 'alice', State: 'Online' }],
    })
  })

  test('have profiles, whose changes arrive at the client', async () => {
    const alice = await server.login('alice')
    const ProfileItem = [{ Tag: 'Tag_Profile_IM_Nick', Value: 'Renamed' }]
    await ask('profile/portrait_set', { From_Account: 'alice', ProfileItem })
    await until(
      () => JSON.stringify(alice.seen('onProfileUpdated')).includes('Renamed'),
      'alice is told of the new nick',
    )
    const TagList = ['Tag_Profile_IM_Nick']
    expect(await ask('profile/portrait_get', { To_Account: ['alice'], TagList })).toMatchObject({
      UserProfileItem: [{ To_Account: 'alice', ResultCode: 0, ProfileItem }],
    })
  })
})

describe('relations', () => {
  const friendsOf = async (client: TestClient): Promise<string[]> => {
    const { data } = (await client.chat.getFriendList()) as { data: { userID: string }[] }
    return data.map(({ userID }) => userID)
  }

  test('friends and blacklist appear at the client', async () => {
    const alice = await server.login('alice')
    const AddFriendItem = [{ To_Account: 'bob', AddSource: 'AddSource_Type_Server' }]
    expect(
      await ask('sns/friend_add', { From_Account: 'alice', AddType: 'Add_Type_Both', AddFriendItem }),
    ).toMatchObject({ ActionStatus: 'OK', ResultItem: [{ To_Account: 'bob', ResultCode: 0 }] })
    await until(async () => (await friendsOf(alice)).includes('bob'), 'bob is in the list')
    expect(await ask('sns/friend_get', { From_Account: 'alice', StartIndex: 0 })).toMatchObject({
      FriendNum: 1,
      UserDataItem: [{ To_Account: 'bob' }],
    })

    await ask('sns/black_list_add', { From_Account: 'bob', To_Account: ['alice'] })
    await expect(alice.sendText('bob', 'hello?')).rejects.toMatchObject({ code: 20007 })
    expect(await ask('sns/black_list_add', { From_Account: 'nobody', To_Account: ['alice'] })).toMatchObject({
      ActionStatus: 'FAIL',
    })
  })
})
