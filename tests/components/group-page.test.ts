import { registerHooks } from '../../core/registry/hooks'
import { sdkMessage } from '../fixtures/builders'
import { sdkProfile } from '../fixtures/fake-groups'
import { sdkMember } from '../fixtures/fake-members'
import type { FakeSdk } from '../fixtures/fake-sdk'
import { choose, front, goBack, hasRow, press, row, slideAway, titleOf } from './contact-page'
import { mount, phone, setHost, settle, type Mounted, type Node } from './harness'
import { GROUP, hostSdk, ME, receive, sdkError } from './page'

const OWNER = { selfInfo: { role: 'Owner' } }
const ADMIN = { selfInfo: { role: 'Admin' } }

/** `<TUIGroup>` on its own, on a page of a host. */
async function groupPage(
  fields: Record<string, unknown> = {},
  properties: Record<string, unknown> = {},
): Promise<{ sdk: FakeSdk; group: Mounted }> {
  const sdk = hostSdk()
  const members = ['alice', 'bob', 'carol'].map((userID) => sdkMember(userID))
  sdk.groups.set('team', { profile: sdkProfile(fields), members })
  const group = mount('components/TUIGroup', {
    properties: { groupID: 'team', ...properties },
    events: ['open', 'back', 'left', 'depth'],
  })
  await settle()
  return { sdk, group }
}

const value = (screen: Node, title: string): unknown => row(screen, title).attr('value')
const isStill = (screen: Node, title: string): unknown => row(screen, title).attr('still')
const tiles = (screen: Node): string[] =>
  screen.all('view.tile').map((tile) => tile.attr('aria-label') as string)

describe('what a group is', () => {
  test('name, type and count, members, texts and rules in plain words', async () => {
    const { group } = await groupPage({ notification: 'Meet at eight', memberCount: 128 })
    const screen = front(group)
    expect(titleOf(screen)).toBe('Chat info')
    expect(screen.find('view.names').text).toBe('TeamPublic group · 128 members')
    expect(tiles(screen)).toEqual(['ALICE', 'BOB', 'CAROL', 'Add members'])
    expect(row(screen, 'Announcement').attr('note')).toBe('Meet at eight')
    expect(value(screen, 'About this group')).toBe('Not set')
    expect(value(screen, 'Group ID')).toBe('team')
  })

  test('what a member may not change is shown, and leads nowhere', async () => {
    const { group, sdk } = await groupPage()
    const screen = front(group)
    expect(isStill(screen, 'Group name')).toBe(true)
    expect(isStill(screen, 'Announcement')).toBe(true)
    expect(isStill(screen, 'Who can join')).toBe(true)
    expect(hasRow(screen, 'Manage group')).toBe(false)
    expect(hasRow(screen, 'Disband group')).toBe(false)
    await choose(screen, 'Who can join')
    expect(phone.sheets).toEqual([])
    expect(sdk.calls('updateGroupProfile')).toEqual([])
  })

  test('the ID is copied by a tap', async () => {
    const { group } = await groupPage()
    await choose(front(group), 'Group ID')
    expect(phone.clipboard).toEqual(['team'])
  })

  test('when it cannot be loaded, says why, and tries again', async () => {
    const sdk = hostSdk()
    sdk.rejectNext('getGroupProfile', sdkError(2801))
    sdk.groups.set('team', { profile: sdkProfile() })
    const group = mount('components/TUIGroup', { properties: { groupID: 'team' } })
    await settle()
    expect(front(group).find('tui-empty').attr('text')).toBe('Could not load the group')
    front(group).find('tui-empty').fire('action')
    await settle()
    expect(front(group).find('view.name').text).toBe('Team')
  })
})

test('a live room keeps nothing: no list of chats, no history, nobody is invited', async () => {
  const { group } = await groupPage({ type: 'AVChatRoom', selfInfo: { role: 'Owner' } })
  for (const title of ['Pin to top', 'Clear messages', 'Who can invite', 'My name in this group'])
    expect([title, hasRow(front(group), title)]).toEqual([title, false])
  expect(tiles(front(group))).toEqual(['ALICE', 'BOB', 'CAROL'])
})

describe('a community with topics', () => {
  const COMMUNITY = { type: 'Community', isSupportTopic: true }

  test('lists them, and each opens as a chat', async () => {
    const { group, sdk } = await groupPage(COMMUNITY)
    await sdk.instance.createTopicInCommunity({ groupID: 'team', topicName: 'News' })
    await choose(front(group), 'Topics')
    expect(hasRow(front(group), 'New topic')).toBe(false)
    await choose(front(group), 'News')
    expect(group.events.open).toEqual([{ conversationID: 'GROUPteam@TOPIC#_1', done: true }])
  })

  test('can be the first screen', async () => {
    const { group } = await groupPage({ ...COMMUNITY, ...OWNER }, { screen: 'topics' })
    expect(titleOf(front(group))).toBe('Topics')
    expect(hasRow(front(group), 'New topic')).toBe(true)
  })

  test('its owner makes a new one', async () => {
    const { group, sdk } = await groupPage({ ...COMMUNITY, ...OWNER })
    await choose(front(group), 'Topics')
    expect(front(group).find('tui-empty').attr('text')).toBe('No topics yet')
    await choose(front(group), 'New topic')
    front(group).find('input').fire('input', { value: 'Help' })
    await settle()
    await press(front(group), 'Save')
    await slideAway()
    expect(sdk.calls('createTopicInCommunity')).toEqual([[{ groupID: 'team', topicName: 'Help' }]])
    expect(hasRow(front(group), 'Help')).toBe(true)
  })
})

describe('changing it', () => {
  test('the name, on a screen of its own', async () => {
    const { group, sdk } = await groupPage(OWNER)
    await choose(front(group), 'Group name')
    const field = front(group).find('input')
    expect(field.attr('value')).toBe('Team')
    field.fire('input', { value: 'New name' })
    await settle()
    await press(front(group), 'Save')
    await slideAway()
    expect(sdk.calls('updateGroupProfile')).toEqual([[{ groupID: 'team', name: 'New name' }]])
    expect(front(group).find('view.name').text).toBe('New name')
  })

  test('the announcement: read in full first, then edited', async () => {
    const { group, sdk } = await groupPage({ ...ADMIN, notification: 'Meet\nat eight' })
    await choose(front(group), 'Announcement')
    expect(front(group).find('text.text').text).toBe('Meet\nat eight')
    await press(front(group), 'Edit')
    front(group).find('textarea').fire('input', { value: 'Meet at nine' })
    await settle()
    await press(front(group), 'Save')
    await slideAway()
    expect(front(group).find('text.text').text).toBe('Meet at nine')
    expect(sdk.calls('updateGroupProfile')).toEqual([[{ groupID: 'team', notification: 'Meet at nine' }]])
  })

  test('an announcement that is not there yet is written at once', async () => {
    const { group } = await groupPage(OWNER)
    await choose(front(group), 'Announcement')
    expect(front(group).has('textarea')).toBe(true)
  })

  test('a member reads the announcement and is offered no editing', async () => {
    const { group } = await groupPage({ notification: 'Meet at eight' })
    await choose(front(group), 'Announcement')
    expect(front(group).find('text.text').text).toBe('Meet at eight')
    expect(front(group).has('tui-button')).toBe(false)
  })

  test('who can join and who can invite, from the rules there are', async () => {
    const { group, sdk } = await groupPage(OWNER)
    await choose(front(group), 'Who can join')
    expect(phone.sheet().items).toHaveLength(3)
    phone.sheet().choose(2)
    await settle()
    await choose(front(group), 'Who can invite')
    phone.sheet().choose(1)
    await settle()
    expect(sdk.calls('updateGroupProfile')).toEqual([
      [{ groupID: 'team', joinOption: 'DisableApply' }],
      [{ groupID: 'team', inviteOption: 'NeedPermission' }],
    ])
    expect(value(front(group), 'Who can invite')).toBe('Members, an admin agrees')
  })

  test('a refusal is said, and nothing changes', async () => {
    const { group, sdk } = await groupPage(OWNER)
    sdk.rejectNext('updateGroupProfile', sdkError(10007))
    const before = value(front(group), 'Who can join')
    await choose(front(group), 'Who can join')
    phone.sheet().choose(0)
    await settle()
    expect(phone.toasts).toEqual(['Only the owner and admins can do this'])
    expect(value(front(group), 'Who can join')).toBe(before)
  })

  test('the own name in it, which may be empty', async () => {
    const { group, sdk } = await groupPage({ selfInfo: { nameCard: 'Captain' } })
    await choose(front(group), 'My name in this group')
    front(group).find('input').fire('input', { value: '' })
    await settle()
    await press(front(group), 'Save')
    await slideAway()
    expect(sdk.calls('setGroupMemberNameCard')).toEqual([[{ groupID: 'team', nameCard: '' }]])
  })

  test('the picture, where the host takes files', async () => {
    setHost({ $chat_uploadFile: () => Promise.resolve('https://example.com/p.png') })
    const { group, sdk } = await groupPage(OWNER)
    phone.picks.media = [
      { tempFilePath: 'wxfile://p.png', fileType: 'image', size: 10, width: 10, height: 10 },
    ]
    front(group).find('view.picture').tap()
    await settle()
    expect(sdk.calls('updateGroupProfile')).toEqual([
      [{ groupID: 'team', avatar: 'https://example.com/p.png' }],
    ])
  })
})

describe('its conversation', () => {
  test('without notices, at the top, and emptied', async () => {
    const { group, sdk } = await groupPage()
    await choose(front(group), 'Mute')
    await choose(front(group), 'Pin to top')
    expect(sdk.calls('setMessageRemindType')).toHaveLength(1)
    expect(sdk.calls('pinConversation')).toEqual([[{ conversationID: GROUP, isPinned: true }]])
    await choose(front(group), 'Clear messages')
    phone.sheet().choose(0)
    await settle()
    expect(sdk.calls('clearHistoryMessage')).toEqual([[GROUP]])
  })

  test('is reported only where the host hears it', async () => {
    const plain = await groupPage()
    expect(hasRow(front(plain.group), 'Report')).toBe(false)
    const reported: string[] = []
    const stop = registerHooks({ onReport: (conversationID) => void reported.push(conversationID) })
    const { group } = await groupPage()
    await choose(front(group), 'Report')
    stop()
    expect(reported).toEqual([GROUP])
  })
})

describe('leaving it', () => {
  test('asks once, with the verb on the button', async () => {
    const { group, sdk } = await groupPage()
    await choose(front(group), 'Leave group')
    expect(phone.sheet().items).toEqual(['Leave group'])
    phone.sheet().cancel()
    await settle()
    expect(sdk.calls('quitGroup')).toEqual([])
    await choose(front(group), 'Leave group')
    phone.sheet().choose(0)
    await settle()
    expect(sdk.calls('quitGroup')).toEqual([['team']])
    expect(group.events.left).toEqual([{ groupID: 'team' }])
  })

  test('its owner disbands it, or gives it away first', async () => {
    const { group, sdk } = await groupPage(OWNER)
    expect(hasRow(front(group), 'Leave group')).toBe(false)
    expect(hasRow(front(group), 'Transfer ownership')).toBe(true)
    await choose(front(group), 'Disband group')
    phone.sheet().choose(0)
    await settle()
    expect(sdk.calls('dismissGroup')).toEqual([['team']])
  })

  test('given away on the way out: asked about leaving as soon as another one is the owner', async () => {
    const { group, sdk } = await groupPage(OWNER)
    await choose(front(group), 'Transfer and leave')
    await goBack(group)
    expect(phone.sheets).toEqual([])
    await choose(front(group), 'Transfer and leave')
    const tip = { operationType: 6, newGroupProfile: { ownerID: 'bob' }, operatorID: ME }
    receive(sdk, sdkMessage({ conversationID: GROUP, type: 'TIMGroupTipElem', payload: tip }))
    await goBack(group)
    expect(phone.sheet().items).toEqual(['Leave group'])
    phone.sheet().choose(0)
    await settle()
    expect(sdk.calls('quitGroup')).toEqual([['team']])
  })
})
