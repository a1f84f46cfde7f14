import { sdkConversation, sdkMessage } from '../fixtures/builders'
import { sdkProfile } from '../fixtures/fake-groups'
import { sdkMember } from '../fixtures/fake-members'
import { choose, front, titleOf } from './contact-page'
import { advance, phone, settle, type Node } from './harness'
import { GROUP, hostSdk, kitPage, receive, SLIDE, type Page } from './page'

/** `<TUIKit>` with the chat of the group open. */
async function kitWithGroup(fields: Record<string, unknown> = {}): Promise<Page> {
  const sdk = hostSdk()
  sdk.conversations.push(sdkConversation({ conversationID: GROUP, type: 'GROUP' }))
  sdk.groups.set('team', { profile: sdkProfile(fields), members: [sdkMember('bob')] })
  const page = await kitPage({ sdk })
  await page.openConversation(GROUP)
  return page
}
const info = (page: Page): Node | undefined =>
  page
    .chat()
    .all('view.action')
    .find((node) => node.attr('aria-label') === 'Chat info')
const tap = async (node: Node | undefined): Promise<void> => {
  node?.tap()
  await settle()
}

describe('over a chat', () => {
  test('opens by the button in its header, and a step back closes it', async () => {
    const page = await kitWithGroup()
    await tap(info(page))
    expect(titleOf(front(page.kit.find('TUIGroup')))).toBe('Chat info')
    expect(page.kit.find('page-container').attr('show')).toBe(true)
    page.kit.instance<{ back(): void }>().back()
    await advance(SLIDE)
    expect(page.kit.has('TUIGroup')).toBe(false)
    expect(page.kit.has('TUIChat')).toBe(true)
  })

  test('the header of the chat tells how many there are, also after somebody came', async () => {
    const page = await kitWithGroup({ memberCount: 4 })
    expect(page.chat().find('view.count').text).toBe('(4)')
    page.sdk.emit('GROUP_LIST_UPDATED', [sdkProfile({ memberCount: 5 })])
    await settle()
    expect(page.chat().find('view.count').text).toBe('(5)')
  })

  test('a host opens it by its ID', async () => {
    const page = await kitWithGroup()
    page.kit.instance<{ openGroup(groupID: string): void }>().openGroup('team')
    await settle()
    expect(page.kit.find('TUIGroup').attr('groupID')).toBe('team')
  })

  test('nothing is reported as read that came while it covered the chat', async () => {
    const page = await kitWithGroup()
    await tap(info(page))
    const before = page.sdk.calls('setMessageRead').length
    receive(page.sdk, sdkMessage({ conversationID: GROUP, from: 'bob' }))
    await settle()
    expect(page.sdk.calls('setMessageRead')).toHaveLength(before)
  })

  test('closes when the user is removed: the chat says why', async () => {
    const page = await kitWithGroup()
    await tap(info(page))
    const notice = { operationType: 4, groupProfile: { groupID: 'team', name: 'Team' } }
    page.sdk.emit('MESSAGE_RECEIVED', [
      sdkMessage({ conversationID: '@TIM#SYSTEM', type: 'TIMGroupSystemNoticeElem', payload: notice }),
    ])
    await advance(SLIDE)
    expect(page.kit.has('TUIGroup')).toBe(false)
    expect(page.chat().find('view.readonly').text).toContain('removed')
    expect(info(page)).toBeUndefined()
  })

  test('who leaves is led back to the list', async () => {
    const page = await kitWithGroup()
    await tap(info(page))
    await choose(front(page.kit.find('TUIGroup')), 'Leave group')
    phone.sheet().choose(0)
    await settle()
    await advance(SLIDE)
    expect(page.kit.has('TUIGroup')).toBe(false)
    expect(page.kit.has('TUIChat')).toBe(false)
  })

  test('the announcement stands over the chat, leads to its text, and is gone then', async () => {
    const page = await kitWithGroup({ notification: 'Meet at eight' })
    const bar = page.chat().find('view.notice.brief')
    expect(bar.text).toBe('Meet at eight')
    await tap(bar)
    expect(titleOf(front(page.kit.find('TUIGroup')))).toBe('Announcement')
    page.kit.instance<{ back(): void }>().back()
    await advance(SLIDE)
    expect(page.chat().has('view.notice.brief')).toBe(false)
  })

  test('the announcement is taken away by its button', async () => {
    const page = await kitWithGroup({ notification: 'Meet at eight' })
    await tap(page.chat().find('view.notice.brief view.close'))
    expect(page.chat().has('view.notice.brief')).toBe(false)
    expect(page.kit.has('TUIGroup')).toBe(false)
  })
})
