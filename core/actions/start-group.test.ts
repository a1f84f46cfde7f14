import { sdkGroup } from '../../tests/fixtures/fake-contacts'
import { sdkError } from '../../tests/fixtures/fake-sdk'
import { testKit, type TestKit } from '../../tests/fixtures/kit'
import type { NewGroup } from '../sdk/calls/groups-start'
import { BAD_GROUP_ID, NO_SUCH_GROUP, TEXT_TOO_LONG } from '../store/codes'
import { loadContacts } from './contacts'
import { createGroup, findGroup, isGroupID, joinGroup } from './start-group'

let made: TestKit
beforeEach(() => (made = testKit()))
afterEach(() => made.release())

const group = (fields: Partial<NewGroup> = {}): NewGroup => ({
  name: 'Team',
  type: 'public',
  groupID: '',
  avatar: '',
  userIDs: [],
  ...fields,
})

describe('creating a group', () => {
  test('gives the conversation that can be opened', async () => {
    expect(await createGroup(made.kit, group({ groupID: ' team ' }))).toEqual({
      ok: true,
      value: 'GROUPteam',
    })
    expect(made.kit.store.get().contacts.groups).toMatchObject([{ groupID: 'team', name: 'Team' }])
  })

  test('sends what was chosen, and nothing that was not', async () => {
    await createGroup(made.kit, group({ type: 'work', userIDs: ['bob'] }))
    await createGroup(made.kit, group({ join: 'nobody', avatar: 'https://example.com/a.png' }))
    expect(made.sdk.calls('createGroup')).toEqual([
      [{ name: 'Team', type: 'Private', memberList: [{ userID: 'bob' }] }],
      [{ name: 'Team', type: 'Public', joinOption: 'DisableApply', avatar: 'https://example.com/a.png' }],
    ])
  })

  test('of a live one: its owner comes in as everybody does', async () => {
    await createGroup(made.kit, group({ type: 'live', groupID: 'live' }))
    expect(made.sdk.calls('joinGroup')).toEqual([[{ groupID: 'live', type: 'AVChatRoom' }]])
  })

  test('with a name or an ID that cannot be is not even asked for', async () => {
    expect(await createGroup(made.kit, group({ name: '长'.repeat(34) }))).toMatchObject({
      error: { code: TEXT_TOO_LONG },
    })
    expect(await createGroup(made.kit, group({ groupID: 'a b' }))).toMatchObject({
      error: { code: BAD_GROUP_ID },
    })
    expect(made.sdk.calls('createGroup')).toEqual([])
  })

  test('that is refused says why', async () => {
    made.sdk.rejectNext('createGroup', sdkError(10021))
    expect(await createGroup(made.kit, group())).toMatchObject({ error: { code: 10021, op: 'createGroup' } })
  })

  test.each([
    ['team-1', true],
    ['@TGS#1', false],
    ['群', false],
    ['a b', false],
    ['', false],
    ['x'.repeat(48), true],
    ['x'.repeat(49), false],
  ])('%j as an ID: %s', (groupID, valid) => {
    expect(isGroupID(groupID)).toBe(valid)
  })
})

describe('joining a group', () => {
  test('one that is found tells how one gets in', async () => {
    made.sdk.contacts.findable.set('team', sdkGroup('team', { joinOption: 'NeedPermission' }))
    const found = await findGroup(made.kit, ' team ')
    expect(found).toMatchObject({ ok: true, value: { groupID: 'team', join: 'confirm' } })
    if (!found.ok) return
    expect(await joinGroup(made.kit, found.value, 'let me in')).toEqual({ ok: true, value: 'waits' })
    expect(made.sdk.calls('joinGroup')).toEqual([
      [{ groupID: 'team', type: 'Public', applyMessage: 'let me in' }],
    ])
  })

  test('one that anybody can join is joined', async () => {
    made.sdk.contacts.findable.set('team', sdkGroup('team'))
    const found = await findGroup(made.kit, 'team')
    if (!found.ok) throw new Error(found.error.cause)
    expect(await joinGroup(made.kit, found.value, '')).toEqual({ ok: true, value: 'joined' })
  })

  test('one that is not there is not found', async () => {
    expect(await findGroup(made.kit, 'nowhere')).toMatchObject({ error: { code: NO_SUCH_GROUP } })
  })

  test('an own one is found without asking, also when it takes nobody', async () => {
    made.sdk.contacts.groups = [sdkGroup('family', { type: 'Private' })]
    await loadContacts(made.kit)
    expect(await findGroup(made.kit, 'family')).toMatchObject({ ok: true, value: { groupID: 'family' } })
    expect(made.sdk.calls('searchGroupByID')).toEqual([])
  })

  test('words that are too long are not even sent', async () => {
    made.sdk.contacts.findable.set('team', sdkGroup('team'))
    const found = await findGroup(made.kit, 'team')
    if (!found.ok) throw new Error(found.error.cause)
    expect(await joinGroup(made.kit, found.value, '长'.repeat(101))).toMatchObject({
      error: { code: TEXT_TOO_LONG },
    })
  })
})
