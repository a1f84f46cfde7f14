import { GROUP, message } from '../../tests/fixtures/builders'
import { sdkMember } from '../../tests/fixtures/fake-members'
import { sdkError } from '../../tests/fixtures/fake-sdk'
import { settle, testKit, type TestKit } from '../../tests/fixtures/kit'
import { translator } from '../../locales/index'
import { loadGroup } from './groups'
import { mapContent } from '../sdk/map-content'
import { membersAfter } from '../store/members'
import { memberListView } from '../views/member-list'
import {
  addMembers,
  loadMember,
  loadMembers,
  muteMember,
  needMembers,
  removeMembers,
  setAdmins,
} from './members'

let current: TestKit
const many = (count: number) => [
  sdkMember('alice', { role: 'Owner' }),
  ...Array.from({ length: count - 1 }, (_, at) => sdkMember(`user${at}`)),
]
const begin = (members = many(3)): TestKit => {
  current = testKit()
  current.sdk.groups.set('team', { members })
  return current
}
afterEach(() => current.release())

const listOf = ({ kit }: TestKit) => kit.store.get().members[GROUP]?.list ?? []
const memberOf = (of: TestKit, userID: string) => listOf(of).find((member) => member.userID === userID)
const hear = ({ sdk }: TestKit, payload: object): void =>
  sdk.emit('MESSAGE_RECEIVED', [
    {
      ...message(),
      conversationID: GROUP,
      type: 'TIMGroupTipElem',
      payload,
      flow: 'in',
    },
  ])

describe('loading members', () => {
  test('page after page, each once', async () => {
    const it = begin(many(230))
    await loadMembers(it.kit, GROUP)
    expect(listOf(it)).toHaveLength(100)
    await loadMembers(it.kit, GROUP)
    await loadMembers(it.kit, GROUP)
    expect(listOf(it)).toHaveLength(230)
    expect(it.kit.store.get().members[GROUP]?.next).toBeUndefined()
  })

  test('administrators are known at once, on whatever page they stand', async () => {
    const members = many(150)
    members[140] = sdkMember('late', { role: 'Admin' })
    const it = begin(members)
    await loadMembers(it.kit, GROUP)
    expect(memberOf(it, 'late')).toMatchObject({ role: 'admin' })
    await loadMembers(it.kit, GROUP)
    expect(listOf(it)).toHaveLength(150)
  })

  test('a page that failed is asked for again, and what was there stays', async () => {
    const it = begin(many(150))
    await loadMembers(it.kit, GROUP)
    it.sdk.rejectNext('getGroupMemberList', sdkError(2801))
    expect(await loadMembers(it.kit, GROUP)).toMatchObject({ error: { code: 2801 } })
    expect(listOf(it)).toHaveLength(100)
    await loadMembers(it.kit, GROUP)
    expect(listOf(it)).toHaveLength(150)
  })

  test('the answer for an account that has logged out is dropped', async () => {
    const it = begin()
    const held = it.sdk.hold('getGroupMemberList')
    const loading = loadMembers(it.kit, GROUP)
    it.sdk.becomeReady('mallory')
    held.pass()
    await loading
    expect(it.kit.store.get().members).toEqual({})
  })

  test('one member is read anew, and keeps their place', async () => {
    const it = begin()
    await loadMembers(it.kit, GROUP)
    it.sdk.groups.set('team', { members: [sdkMember('user0', { nameCard: 'Card', muteUntil: 9e9 })] })
    await loadMember(it.kit, 'team', 'user0')
    expect(listOf(it)[1]).toMatchObject({ name: 'Card', nick: 'USER0', mutedUntil: 9e9 })
    expect(await loadMember(it.kit, 'team', 'nobody')).toEqual({ ok: true, value: undefined })
  })
})

describe('what is done with members is seen at once', () => {
  test('removed', async () => {
    const it = begin(many(150))
    await loadMembers(it.kit, GROUP)
    await removeMembers(it.kit, 'team', ['user0', 'user1'])
    expect(memberOf(it, 'user0')).toBeUndefined()
    // Two have moved up: the next page starts two earlier.
    await loadMembers(it.kit, GROUP)
    expect(listOf(it)).toHaveLength(148)
  })

  test('made an administrator, and muted', async () => {
    const it = begin()
    await loadMembers(it.kit, GROUP)
    await setAdmins(it.kit, 'team', ['user0'], true)
    await muteMember(it.kit, 'team', 'user1', 600)
    expect(memberOf(it, 'user0')?.role).toBe('admin')
    expect(memberOf(it, 'user1')?.mutedUntil).toBeGreaterThan(it.kit.sdk.now() / 1000 + 590)
    await muteMember(it.kit, 'team', 'user1', 0)
    expect(memberOf(it, 'user1')?.mutedUntil).toBe(0)
  })

  test('a refusal changes nothing', async () => {
    const it = begin()
    await loadMembers(it.kit, GROUP)
    it.sdk.rejectNext('deleteGroupMember', sdkError(10007))
    expect(await removeMembers(it.kit, 'team', ['user0'])).toMatchObject({ error: { code: 10007 } })
    expect(memberOf(it, 'user0')).toBeDefined()
  })

  test('added: each with what became of them', async () => {
    const it = begin()
    const people = ['bob', 'user0', 'stranger1']
    expect(await addMembers(it.kit, 'team', people)).toEqual({
      ok: true,
      value: { added: ['bob'], already: ['user0'], failed: ['stranger1'], full: [], waiting: [] },
    })
    it.sdk.resolveNext('addGroupMember', { successUserIDList: [] })
    expect(await addMembers(it.kit, 'team', ['carol'])).toMatchObject({ value: { waiting: ['carol'] } })
  })
})

test('after another login those who left meanwhile are gone', async () => {
  const it = begin()
  await loadGroup(it.kit, 'team')
  await loadMembers(it.kit, GROUP)
  it.sdk.groups.set('team', { members: [sdkMember('alice', { role: 'Owner' }), sdkMember('carol')] })
  it.sdk.emit('SDK_NOT_READY', undefined)
  it.sdk.becomeReady()
  await settle()
  expect(listOf(it).map(({ userID }) => userID)).toEqual(['alice', 'carol'])
})

test.each<[string, object, string[]]>([
  [
    'joined',
    { operationType: 1, memberList: [{ userID: 'bob', nick: 'Bob' }] },
    ['alice', 'user0', 'user1', 'Bob'],
  ],
  ['left', { operationType: 2, operatorID: 'user0', userIDList: ['user0'] }, ['alice', 'user1']],
  ['removed', { operationType: 3, operatorID: 'alice', userIDList: ['user0'] }, ['alice', 'user1']],
  ['promoted', { operationType: 4, userIDList: ['user1'] }, ['alice', 'user1', 'user0']],
  [
    'given the group',
    { operationType: 6, newGroupProfile: { ownerID: 'user1' } },
    ['user1', 'alice', 'user0'],
  ],
  ['renamed group', { operationType: 6, newGroupProfile: { groupName: 'x' } }, ['alice', 'user0', 'user1']],
])('a tip tells that somebody has %s', async (_name, payload, names) => {
  const it = begin([
    sdkMember('alice', { role: 'Owner', nick: '' }),
    sdkMember('user0', { nick: '' }),
    sdkMember('user1', { nick: '' }),
  ])
  await loadMembers(it.kit, GROUP)
  hear(it, payload)
  const view = memberListView(
    it.kit.store.get(),
    { conversationID: GROUP, query: '', top: 0 },
    translator('en'),
  )
  expect(view.rows.map(({ name }) => name)).toEqual(names)
})

test('who leads the group is not asked for again when members are there', async () => {
  const it = begin()
  await needMembers(it.kit, GROUP)
  await needMembers(it.kit, GROUP)
  expect(it.sdk.calls('getGroupMemberList')).toHaveLength(1)
})

test('10,000 members: one window is drawn, and a change of one changes one row', async () => {
  const it = begin(many(10_000))
  for (let page = 0; page < 100; page++) await loadMembers(it.kit, GROUP)
  await settle()
  const t = translator('en')
  const look = (top: number) =>
    memberListView(it.kit.store.get(), { conversationID: GROUP, query: '', top }, t)
  const before = look(300_000)
  expect(before.rows.length).toBeLessThan(80)
  expect(before.before + before.after + before.rows.length * 56).toBe(10_000 * 56)
  const changed = before.rows[10]?.id ?? ''
  await muteMember(it.kit, 'team', changed, 600)
  const after = look(300_000)
  const different = after.rows.filter((row, at) => row !== before.rows[at])
  expect(different.map(({ id }) => id)).toEqual([changed])
})

test('tips of groups that nobody has asked for change nothing', () => {
  const none = {}
  const content = mapContent('TIMGroupTipElem', { operationType: 3, userIDList: ['bob'] }, 'me')
  begin()
  expect(membersAfter(none, [message({ conversationID: GROUP, content })], 0)).toBe(none)
})
