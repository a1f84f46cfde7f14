import { mapApplications, mapFriendGroups, mapFriends, mapGroup, mapGroups, mapProfile } from './map-contacts'

const NOT_OF_THE_TYPE: unknown[] = [undefined, null, 0, 1e300, 'text', true, [], {}, [null, 7, 'x', [], {}]]

test.each(NOT_OF_THE_TYPE)('%j instead of a list is an empty one', (value) => {
  expect(mapFriends(value)).toEqual([])
  expect(mapFriendGroups(value)).toEqual([])
  expect(mapGroups(value)).toEqual([])
  expect(mapApplications(value)).toEqual({ applications: [], unread: 0 })
  expect(mapApplications({ friendApplicationList: value, unreadCount: value }).applications).toEqual([])
  expect(mapProfile(value)).toBeUndefined()
})

test('a friend whose profile has not come yet is there by ID', () => {
  expect(mapFriends([{ userID: 'bob', remark: 7, groupList: ['work', 7, ''] }])).toEqual([
    {
      userID: 'bob',
      remark: '',
      groups: ['work'],
      profile: {
        userID: 'bob',
        nick: '',
        avatar: '',
        signature: '',
        gender: '',
        birthday: 0,
        allow: 'any',
      },
    },
  ])
})

test('fields of a profile that are of another type are as if they were missing', () => {
  const hostile = {
    userID: 'bob',
    nick: {},
    avatar: [],
    selfSignature: 7,
    gender: {},
    birthday: -1,
    allowType: 7,
  }
  expect(mapProfile(hostile)).toEqual(mapProfile({ userID: 'bob' }))
})

test('a group is what the SDK says, with an unknown type as a public one', () => {
  expect(
    mapGroup({ groupID: 'g', type: 'Private', joinOption: 'DisableApply', memberCount: 3 }),
  ).toMatchObject({
    type: 'work',
    join: 'nobody',
    members: 3,
  })
  expect(mapGroup({ groupID: 'g', type: 'Future', memberCount: -5 })).toMatchObject({
    type: 'public',
    members: 0,
  })
})

test('groups come as a list, or in the reply that holds it', () => {
  const group = { groupID: 'g', name: 'G' }
  expect(mapGroups([group])).toEqual(mapGroups({ groupList: [group] }))
})
