import { GROUP, ME, message } from '../../tests/fixtures/builders'
import { sdkProfile } from '../../tests/fixtures/fake-groups'
import { sdkError } from '../../tests/fixtures/fake-sdk'
import { settle, testKit, type TestKit } from '../../tests/fixtures/kit'
import { mapContent } from '../sdk/map-content'
import { TEXT_TOO_LONG } from '../store/codes'
import type { GroupEntry } from '../store/group-profiles'
import { chatView } from '../views/chat'
import { closeAnnouncement } from './announcement'
import { changeGroupProfile, dismissGroup, loadGroup, quitGroup, setNameCard, transferGroup } from './groups'
import { loadAccess } from './group-access'
import { hearGroups } from './hear-groups'
import { createTopic, loadTopics } from './topics'

let made: TestKit
beforeEach(() => (made = testKit()))
afterEach(() => made.release())

const entry = (): GroupEntry | undefined => made.kit.store.get().groups.team
const access = () => made.kit.store.get().access[GROUP]
async function opened(fields: Record<string, unknown> = {}): Promise<void> {
  made.sdk.groups.set('team', { profile: sdkProfile(fields) })
  await loadGroup(made.kit, 'team')
}
const hear = (type: string, payload: object): void => {
  const conversationID = type === 'TIMGroupTipElem' ? GROUP : '@TIM#SYSTEM'
  hearGroups(made.kit, [message({ conversationID, content: mapContent(type, payload, ME) })])
}

describe('what a group is', () => {
  test('is asked for once, with what the user may do there', async () => {
    await opened({ notification: 'Hello', selfInfo: { role: 'Admin', nameCard: 'Captain' } })
    expect(entry()).toMatchObject({
      phase: 'ready',
      profile: { name: 'Team', type: 'public', notification: 'Hello', members: 3, role: 'admin' },
    })
    expect(entry()?.profile).toMatchObject({ nameCard: 'Captain', join: 'confirm', invite: 'any' })
    expect(access()).toEqual({ standing: 'in', role: 'admin', mutedUntil: 0, mutedAll: false })
    expect(made.sdk.calls('getGroupProfile')).toHaveLength(1)
  })

  test('survives whatever the server sends', async () => {
    made.sdk.groups.set('team', { profile: { name: 7, selfInfo: null, memberCount: 'many', type: {} } })
    await loadGroup(made.kit, 'team')
    expect(entry()?.profile).toMatchObject({ groupID: 'team', name: '', members: 0, role: 'member' })
  })

  test.each([
    [10007, 'left'],
    [10010, 'dismissed'],
    [10015, 'dismissed'],
  ])('who is not in it is told so: %d', async (code, standing) => {
    made.sdk.rejectNext('getGroupProfile', sdkError(code))
    expect(await loadGroup(made.kit, 'team')).toMatchObject({ ok: false })
    expect(entry()).toMatchObject({ phase: 'failed', error: { code } })
    expect(access()?.standing).toBe(standing)
  })

  test('is asked for again after a new login', async () => {
    await opened()
    made.sdk.groups.set('team', { profile: sdkProfile({ name: 'Renamed meanwhile' }) })
    made.sdk.emit('SDK_NOT_READY', {})
    made.sdk.becomeReady()
    await settle()
    expect(entry()?.profile?.name).toBe('Renamed meanwhile')
  })
})

describe('what others change', () => {
  test('comes by the list of groups, without a question', async () => {
    await opened()
    made.sdk.emit('GROUP_LIST_UPDATED', [sdkProfile({ name: 'New', memberCount: 9, notification: 'Hi' })])
    expect(entry()?.profile).toMatchObject({ name: 'New', members: 9, notification: 'Hi' })
    expect(made.sdk.calls('getGroupProfile')).toHaveLength(1)
  })

  test('a group that nobody has looked at is not kept', () => {
    made.sdk.emit('GROUP_LIST_UPDATED', [sdkProfile()])
    expect(entry()).toBeUndefined()
  })

  test('the list does not know a new role yet: the notice counts', async () => {
    await opened()
    hear('TIMGroupSystemNoticeElem', { operationType: 9, groupProfile: { groupID: 'team' } })
    made.sdk.emit('GROUP_LIST_UPDATED', [sdkProfile({ name: 'New' })])
    expect(entry()?.profile).toMatchObject({ name: 'New', role: 'admin' })
  })

  test('the group is given to the user, and by them', async () => {
    await opened()
    hear('TIMGroupTipElem', { operationType: 6, newGroupProfile: { ownerID: ME } })
    expect(entry()?.profile).toMatchObject({ ownerID: ME, role: 'owner' })
    hear('TIMGroupTipElem', { operationType: 6, newGroupProfile: { ownerID: 'carol' } })
    expect(entry()?.profile).toMatchObject({ ownerID: 'carol', role: 'member' })
    expect(access()?.role).toBe('member')
  })
})

describe('changing it', () => {
  test('sends what changed, in the words of the SDK', async () => {
    await opened()
    await changeGroupProfile(made.kit, 'team', { join: 'nobody', invite: 'confirm' })
    await changeGroupProfile(made.kit, 'team', { name: 'New' })
    expect(made.sdk.calls('updateGroupProfile')).toEqual([
      [{ groupID: 'team', joinOption: 'DisableApply', inviteOption: 'NeedPermission' }],
      [{ groupID: 'team', name: 'New' }],
    ])
    expect(entry()?.profile).toMatchObject({ name: 'New', join: 'nobody', invite: 'confirm' })
  })

  test('what is too long in bytes is not even asked for', async () => {
    expect(await changeGroupProfile(made.kit, 'team', { notification: '长'.repeat(134) })).toMatchObject({
      error: { code: TEXT_TOO_LONG },
    })
    expect(await setNameCard(made.kit, 'team', '长'.repeat(17))).toMatchObject({
      error: { code: TEXT_TOO_LONG },
    })
    expect(made.sdk.calls('updateGroupProfile')).toEqual([])
  })

  test('a refusal changes nothing, and the host hears of it', async () => {
    await opened()
    made.sdk.rejectNext('updateGroupProfile', sdkError(10007))
    expect(await changeGroupProfile(made.kit, 'team', { name: 'New' })).toMatchObject({ ok: false })
    expect(entry()?.profile?.name).toBe('Team')
    expect(made.errors).toMatchObject([{ op: 'updateGroupProfile', code: 10007 }])
  })

  test('the own name in it', async () => {
    await opened()
    await setNameCard(made.kit, 'team', ' Captain ')
    expect(made.sdk.calls('setGroupMemberNameCard')).toEqual([[{ groupID: 'team', nameCard: 'Captain' }]])
    expect(entry()?.profile?.nameCard).toBe('Captain')
  })

  test('who gives it away is a member', async () => {
    await opened({ selfInfo: { role: 'Owner' } })
    await transferGroup(made.kit, 'team', 'bob')
    expect(entry()?.profile).toMatchObject({ ownerID: 'bob', role: 'member' })
  })

  test.each([
    ['left', quitGroup],
    ['dismissed', dismissGroup],
  ])('%s', async (standing, leave) => {
    await opened({ selfInfo: { role: 'Owner' } })
    expect(await leave(made.kit, 'team')).toMatchObject({ ok: true })
    expect(access()?.standing).toBe(standing)
  })
})

describe('topics of a community', () => {
  const topics = () => made.kit.store.get().topics.club

  test('are read when they are asked for, and again when the SDK tells of one', async () => {
    made.sdk.emit('TOPIC_CREATED', { groupID: 'club', topicID: 'club@TOPIC#_1' })
    expect(made.sdk.calls('getTopicList')).toEqual([])
    await loadTopics(made.kit, 'club')
    await createTopic(made.kit, 'club', ' News ')
    expect(topics()).toMatchObject({ phase: 'ready', list: [{ topicID: 'club@TOPIC#_1', name: 'News' }] })
    await made.sdk.instance.createTopicInCommunity({ groupID: 'club', topicName: 'Help' })
    made.sdk.emit('TOPIC_CREATED', { groupID: 'club', topicID: 'club@TOPIC#_2' })
    await settle()
    expect(topics()?.list.map(({ name }) => name)).toEqual(['News', 'Help'])
  })

  test('a chat about one is called by its name, and follows the rules of the community', async () => {
    made.sdk.groups.set('club', { profile: sdkProfile({ groupID: 'club', muteAllMembers: true }) })
    await createTopic(made.kit, 'club', 'News')
    await loadAccess(made.kit, 'GROUPclub@TOPIC#_1')
    const view = chatView(made.kit.store.get(), 'GROUPclub@TOPIC#_1', made.kit.t())
    expect(view).toMatchObject({ title: 'News', readOnly: true })
  })

  test('what this plan has not is said', async () => {
    made.sdk.rejectNext('getTopicList', sdkError(2998))
    await loadTopics(made.kit, 'club')
    expect(topics()).toMatchObject({ phase: 'failed', error: { code: 2998 } })
  })
})

describe('the announcement', () => {
  const bar = (): string => chatView(made.kit.store.get(), GROUP, made.kit.t()).announcement

  test('stands over the chat in one line until the user takes it away', async () => {
    await opened({ notification: 'Meet\nat eight' })
    expect(bar()).toBe('Meet at eight')
    closeAnnouncement(made.kit, 'team')
    expect(bar()).toBe('')
    made.sdk.emit('GROUP_LIST_UPDATED', [sdkProfile({ notification: 'Meet at nine' })])
    expect(bar()).toBe('Meet at nine')
  })

  test('that was taken away stays away after the next start', async () => {
    const kept = new Map<string, unknown>()
    const memory = {
      read: (key: string) => kept.get(key),
      write: (key: string, value: unknown) => void kept.set(key, JSON.parse(JSON.stringify(value))),
    }
    Object.assign(made.kit.memory, memory)
    await opened({ notification: 'Once' })
    closeAnnouncement(made.kit, 'team')
    await loadGroup(made.kit, 'team')
    expect(bar()).toBe('')
  })
})
