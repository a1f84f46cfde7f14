import { sdkFriend, sdkGroup } from '../fixtures/fake-contacts'
import { sdkGroupApplication, sdkMember } from '../fixtures/fake-members'
import type { FakeSdk } from '../fixtures/fake-sdk'
import { choose, fill, front, hasRow, press, row, slideAway, titleOf } from './contact-page'
import { mount, phone, settle, type Mounted } from './harness'
import { hostSdk, sdkError } from './page'

interface Stack {
  onGo(event: { detail: { screen: object } }): void
}

/** `<TUIGroup>` of a group that the user leads, at one of its screens. */
async function group(
  screen: object,
  { role = 'Owner', prepare }: { role?: string; prepare?: (sdk: FakeSdk) => void } = {},
): Promise<{ sdk: FakeSdk; group: Mounted }> {
  const sdk = hostSdk()
  const profile = sdkGroup('team', {
    name: 'Team',
    memberCount: 4,
    selfInfo: { role },
    inviteOption: 'FreeAccess',
  })
  const members = [
    sdkMember('alice', { role, nick: 'Alice' }),
    sdkMember('bob', { nick: 'Bob', isOnline: true }),
    sdkMember('carol', { nick: 'Carol', role: 'Admin' }),
    sdkMember('dave', { nick: 'Dave', nameCard: 'Desk' }),
  ]
  sdk.groups.set('team', { profile, members })
  prepare?.(sdk)
  const mounted = mount('components/TUIGroup', {
    properties: { groupID: 'team' },
    events: ['open', 'back', 'depth'],
  })
  await settle()
  mounted.instance<Stack>().onGo({ detail: { screen } })
  await settle()
  return { sdk, group: mounted }
}
const names = (of: Mounted): unknown[] =>
  front(of)
    .all('list-row')
    .map((one) => one.attr('title'))

describe('the members', () => {
  test('are listed with those who lead first, with roles and who is online', async () => {
    const { group: it } = await group({ type: 'members' })
    expect(titleOf(front(it))).toBe('Members (4)')
    expect(names(it)).toEqual(['Add members', 'Alice', 'Carol', 'Bob', 'Desk'])
    expect(row(front(it), 'Alice').attr('value')).toBe('Owner')
    expect(row(front(it), 'Carol').attr('value')).toBe('Admin')
    expect(row(front(it), 'Bob').attr('note')).toBe('Online')
  })

  test('are found by name, by name card and by their own name', async () => {
    const { group: it } = await group({ type: 'members' })
    await fill(front(it), '', 'dave')
    expect(hasRow(front(it), 'Desk')).toBe(true)
    expect(hasRow(front(it), 'Bob')).toBe(false)
    await fill(front(it), '', 'zzz')
    expect(front(it).find('view.foot').text).toBe('Nobody found')
  })

  const withMany = (sdk: FakeSdk): void => {
    const members = Array.from({ length: 250 }, (_, at) => sdkMember(`user${at}`))
    sdk.groups.set('team', { ...sdk.groups.get('team'), members })
  }

  test('of the next pages come by themselves when one searches', async () => {
    const { group: it } = await group({ type: 'members' }, { prepare: withMany })
    await fill(front(it), '', 'user249')
    await settle()
    expect(hasRow(front(it), 'USER249')).toBe(true)
  })

  test('a page that does not come can be asked for again', async () => {
    const { sdk, group: it } = await group({ type: 'members' }, { prepare: withMany })
    sdk.rejectNext('getGroupMemberList', sdkError(2801))
    await fill(front(it), '', 'user249')
    front(it).find('view.problem').tap()
    await settle()
    expect(hasRow(front(it), 'USER249')).toBe(true)
    expect(front(it).has('view.problem')).toBe(false)
  })
})

describe('one member', () => {
  const member = (userID: string, role?: string) => group({ type: 'member', userID }, role ? { role } : {})

  test('is made an administrator and a member again', async () => {
    const { sdk, group: it } = await member('bob')
    await choose(front(it), 'Make admin')
    expect(sdk.calls('setGroupMemberRole')).toEqual([[{ groupID: 'team', userID: 'bob', role: 'Admin' }]])
    expect(row(front(it), 'Make admin').attr('toggle')).toBe('on')
    expect(row(front(it), 'Role').attr('value')).toBe('Admin')
    await choose(front(it), 'Make admin')
    expect(row(front(it), 'Role').attr('value')).toBe('Member')
  })

  test('is muted for a time, and may speak again', async () => {
    const { sdk, group: it } = await member('bob')
    await choose(front(it), 'Mute')
    expect(phone.sheet().items[1]).toBe('1 h')
    phone.sheet().choose(1)
    await settle()
    expect(sdk.calls('setGroupMemberMuteTime')).toEqual([
      [{ groupID: 'team', userID: 'bob', muteTime: 3600 }],
    ])
    expect(row(front(it), 'Unmute').attr('value')).toMatch(/^Muted until /)
    await choose(front(it), 'Unmute')
    expect(hasRow(front(it), 'Mute')).toBe(true)
  })

  test('is removed after one question', async () => {
    const { sdk, group: it } = await member('bob')
    await choose(front(it), 'Remove from group')
    phone.sheet().cancel()
    await settle()
    expect(sdk.calls('deleteGroupMember')).toEqual([])
    await choose(front(it), 'Remove from group')
    phone.sheet().choose(0)
    await settle()
    await slideAway()
    expect(sdk.calls('deleteGroupMember')).toEqual([[{ groupID: 'team', userIDList: ['bob'] }]])
  })

  test('a refusal says why, and changes nothing', async () => {
    const { sdk, group: it } = await member('bob')
    sdk.rejectNext('setGroupMemberRole', sdkError(10004))
    await choose(front(it), 'Make admin')
    expect(phone.toasts).toEqual(['There are as many admins as there can be'])
    expect(row(front(it), 'Make admin').attr('toggle')).toBe('off')
  })

  test.each([
    ['a plain member', 'Member', 'bob'],
    ['an administrator about another', 'Admin', 'carol'],
    ['about oneself', 'Owner', 'alice'],
  ])('%s is offered nothing that would be refused', async (_name, role, userID) => {
    const { group: it } = await member(userID, role)
    for (const verb of ['Make admin', 'Mute', 'Remove from group', 'Transfer ownership'])
      expect(hasRow(front(it), verb)).toBe(false)
  })

  test('who is not in the group any more: says so, and can still be written to', async () => {
    const { group: it } = await member('nobody')
    expect(front(it).find('tui-empty').text).toContain('Not in the group any more')
    await choose(front(it), 'Message')
    expect(it.events.open).toEqual([{ conversationID: 'C2Cnobody', done: true }])
  })
})

describe('choosing members', () => {
  test('to remove several at once: those of a lower role only', async () => {
    const { sdk, group: it } = await group({ type: 'members', purpose: 'remove' }, { role: 'Admin' })
    expect(names(it)).toEqual(['Bob', 'Desk'])
    await choose(front(it), 'Bob')
    await choose(front(it), 'Desk')
    await press(front(it), 'Remove from group (2)')
    expect(phone.sheet().items).toEqual(['Remove 2'])
    phone.sheet().choose(0)
    await settle()
    expect(sdk.calls('deleteGroupMember')).toEqual([[{ groupID: 'team', userIDList: ['bob', 'dave'] }]])
    expect(phone.toasts).toEqual(['Removed'])
  })

  test('to give the group away', async () => {
    const { sdk, group: it } = await group({ type: 'members', purpose: 'owner' })
    await choose(front(it), 'Carol')
    phone.sheet().choose(0)
    await settle()
    expect(sdk.calls('changeGroupOwner')).toEqual([[{ groupID: 'team', newOwnerID: 'carol' }]])
  })
})

describe('managing the group', () => {
  test('everybody is muted, and who may still speak is explained', async () => {
    const { sdk, group: it } = await group({ type: 'manage' })
    expect(front(it).all('view.hint')[0]?.text).toBe('Only the owner and admins can write')
    await choose(front(it), 'Mute all')
    expect(sdk.calls('updateGroupProfile')).toMatchObject([[{ groupID: 'team', muteAllMembers: true }]])
    expect(row(front(it), 'Mute all').attr('toggle')).toBe('on')
  })

  test('administrators are added', async () => {
    const { group: it } = await group({ type: 'manage' })
    expect(hasRow(front(it), 'Carol')).toBe(true)
    await choose(front(it), 'Add admins')
    await choose(front(it), 'Bob')
    await press(front(it), 'Done (1)')
    await slideAway()
    expect(hasRow(front(it), 'Bob')).toBe(true)
  })

  test('a group of friends has no administrators to make, and nobody is muted in it', async () => {
    const { group: it } = await group(
      { type: 'manage' },
      {
        prepare: (sdk) =>
          void sdk.groups.set('team', {
            ...sdk.groups.get('team'),
            profile: sdkGroup('team', { type: 'Private', selfInfo: { role: 'Owner' } }),
          }),
      },
    )
    expect(hasRow(front(it), 'Mute all')).toBe(false)
    expect(hasRow(front(it), 'Add admins')).toBe(false)
    expect(hasRow(front(it), 'Remove members')).toBe(true)
  })
})

describe('who asks to come in', () => {
  const asked = () =>
    group(
      { type: 'manage' },
      { prepare: (sdk) => (sdk.members.applications = [sdkGroupApplication('erin', { note: 'let me in' })]) },
    )

  test('is counted, and let in', async () => {
    const { sdk, group: it } = await asked()
    expect(row(front(it), 'Join requests').attr('badge')).toBe('1')
    await choose(front(it), 'Join requests')
    expect(row(front(it), 'ERIN').attr('note')).toBe('let me in')
    await press(front(it), 'Accept')
    expect(row(front(it), 'ERIN').attr('value')).toBe('Accepted')
    expect(sdk.calls('handleGroupApplication')).toMatchObject([[{ handleAction: 'Agree' }]])
  })

  test('is refused with words', async () => {
    const { sdk, group: it } = await asked()
    await choose(front(it), 'Join requests')
    await choose(front(it), 'ERIN')
    await fill(front(it), 'Reply', ' only for the team ')
    await press(front(it), 'Decline')
    await slideAway()
    expect(sdk.calls('handleGroupApplication')).toMatchObject([
      [{ handleAction: 'Reject', handleMessage: 'only for the team' }],
    ])
    expect(row(front(it), 'ERIN').attr('value')).toBe('Declined')
  })

  test('another administrator was faster: it says so, and there is nothing to answer any more', async () => {
    const { sdk, group: it } = await asked()
    await choose(front(it), 'Join requests')
    sdk.rejectNext('handleGroupApplication', sdkError(10024))
    await press(front(it), 'Accept')
    expect(phone.toasts).toEqual(['Another admin has answered this already'])
    expect(row(front(it), 'ERIN').attr('value')).toBe('Answered by another admin')
    expect(front(it).has('view.answers')).toBe(false)
  })
})

describe('adding members', () => {
  const adding = (prepare: (sdk: FakeSdk) => void = () => undefined) =>
    group(
      { type: 'add' },
      {
        prepare: (sdk) => {
          sdk.contacts.friends = [sdkFriend('bob', { nick: 'Bob' }), sdkFriend('erin', { nick: 'Erin' })]
          prepare(sdk)
        },
      },
    )

  test('friends: those who are in it cannot be chosen', async () => {
    const { sdk, group: it } = await adding()
    expect(row(front(it), 'Bob').attr('check')).toBe('locked')
    await choose(front(it), 'Erin')
    await press(front(it), 'Done (1)')
    expect(sdk.calls('addGroupMember')).toMatchObject([[{ groupID: 'team', userIDList: ['erin'] }]])
    expect(phone.toasts).toEqual(['Added'])
  })

  test('anybody by user ID, and what became of each', async () => {
    const { group: it } = await adding((sdk) => sdk.users.add('stranger1'))
    await fill(front(it), '', 'stranger1')
    await choose(front(it), 'User ID: stranger1')
    await choose(front(it), 'Erin')
    await press(front(it), 'Done (2)')
    expect(titleOf(front(it))).toBe('Result')
    expect(row(front(it), 'stranger1').attr('value')).toBe('Could not be added')
    expect(row(front(it), 'Erin').attr('value')).toBe('Added')
  })

  test('an ID that nobody has says so', async () => {
    const { group: it } = await adding()
    await fill(front(it), '', 'ghost')
    await choose(front(it), 'User ID: ghost')
    expect(front(it).find('view.problem').text).toContain('ghost')
  })
})
