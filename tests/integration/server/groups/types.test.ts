import { useServer } from '../../harness'
import { codeOf, createGroup, dataOf, groupOf, hasGroup, TYPES } from './steps'

const server = useServer()
afterEach(() => expect(server.current.reports).toEqual([]))

test.each([
  [
    TYPES.GRP_WORK,
    /^@TGS#[^_]/,
    { joinOption: 'DisableApply', inviteOption: 'FreeAccess', maxMemberCount: 200 },
  ],
  [
    TYPES.GRP_PUBLIC,
    /^@TGS#[^_]/,
    { joinOption: 'NeedPermission', inviteOption: 'DisableInvite', maxMemberCount: 2000 },
  ],
  [
    TYPES.GRP_MEETING,
    /^@TGS#[^_]/,
    { joinOption: 'FreeAccess', inviteOption: 'DisableInvite', maxMemberCount: 10000 },
  ],
  [TYPES.GRP_AVCHATROOM, /^@TGS#[^_]/, { joinOption: 'FreeAccess', inviteOption: 'DisableInvite' }],
  [
    TYPES.GRP_COMMUNITY,
    /^@TGS#_@TGS#/,
    { joinOption: 'FreeAccess', inviteOption: 'FreeAccess', maxMemberCount: 100000 },
  ],
])('a group of the type %s starts with the options of its type', async (type, id, options) => {
  const alice = await server.login('alice')
  const group = await createGroup(alice, { type })
  expect(group).toMatchObject({ type, name: 'Team', ownerID: 'alice', ...options })
  expect(group.groupID).toMatch(id)
})

test('a group can be created with all its fields, and has them after a new login', async () => {
  const alice = await server.login('alice')
  const fields = {
    name: 'Family',
    avatar: 'https://example.com/a.png',
    introduction: 'who we are',
    notification: 'what is new',
    joinOption: 'FreeAccess',
    groupCustomField: [{ key: 'colour', value: 'red' }],
  }
  await createGroup(alice, { groupID: 'family', type: TYPES.GRP_PUBLIC, maxMemberNum: 50, ...fields })
  await alice.close()
  const aliceAgain = await server.login('alice')
  await hasGroup(aliceAgain, 'family')
  expect(groupOf(aliceAgain, 'family')).toMatchObject({ ...fields, maxMemberCount: 50, memberCount: 1 })
})

test('groups and communities come in lists of their own, live rooms in none', async () => {
  const alice = await server.login('alice')
  await createGroup(alice, { groupID: 'work', type: TYPES.GRP_WORK })
  await createGroup(alice, { groupID: '@TGS#_plain', type: TYPES.GRP_COMMUNITY })
  await createGroup(alice, { groupID: '@TGS#_topics', type: TYPES.GRP_COMMUNITY, isSupportTopic: true })
  await createGroup(alice, { groupID: 'live', type: TYPES.GRP_AVCHATROOM })
  await alice.close()

  const aliceAgain = await server.login('alice')
  await hasGroup(aliceAgain, '@TGS#_plain')
  const { groupList } = await dataOf<{ groupList: { groupID: string }[] }>(aliceAgain.chat.getGroupList())
  expect(groupList.map(({ groupID }) => groupID).sort()).toEqual(['@TGS#_plain', 'work'])
  const joined = await dataOf<{ groupList: { groupID: string }[] }>(aliceAgain.chat.getJoinedCommunityList())
  expect(joined.groupList.map(({ groupID }) => groupID)).toEqual(['@TGS#_topics'])
})

test('an ID of one’s own has to be free and well-formed', async () => {
  const alice = await server.login('alice')
  const bob = await server.login('bob')
  const create = (client: typeof alice, groupID: string) =>
    codeOf(createGroup(client, { groupID, type: TYPES.GRP_WORK }))
  expect(await create(alice, 'mine')).toBe(0)
  expect(await create(alice, 'mine')).toBe(10025)
  expect(await create(bob, 'mine')).toBe(10021)
  for (const groupID of ['@TGS#mine', '群', 'x'.repeat(49)]) expect(await create(bob, groupID)).toBe(10015)
})

test('texts that are too long are refused, and so is a group without a name', async () => {
  const alice = await server.login('alice')
  const create = (fields: object) => codeOf(createGroup(alice, { type: TYPES.GRP_WORK, ...fields }))
  expect(await create({ name: '汉'.repeat(34) })).toBe(10004)
  expect(await create({ introduction: 'x'.repeat(401) })).toBe(10004)
  expect(await create({ notification: 'x'.repeat(401) })).toBe(10004)
  expect(await create({ name: '汉'.repeat(33), introduction: 'x'.repeat(400) })).toBe(0)
})

test('anybody may look up the public part of a group, and nobody one that does not exist', async () => {
  const alice = await server.login('alice')
  const bob = await server.login('bob')
  await createGroup(alice, {
    groupID: 'club',
    type: TYPES.GRP_PUBLIC,
    groupCustomField: [{ key: 'k', value: 'v' }],
  })
  const { group } = await dataOf<{ group: object }>(bob.chat.searchGroupByID('club'))
  expect(group).toMatchObject({ groupID: 'club', name: 'Team', memberCount: 1, groupCustomField: [] })
  expect(await codeOf(bob.chat.searchGroupByID('nowhere'))).toBe(10010)
  expect(await codeOf(bob.chat.getGroupProfile({ groupID: 'club' }))).toBe(10007)
  expect(await codeOf(bob.chat.getGroupProfile({ groupID: 'nowhere' }))).toBe(10010)
})
