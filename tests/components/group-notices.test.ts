import { sdkProfile } from '../fixtures/fake-groups'
import { sdkGroupApplication, sdkMember } from '../fixtures/fake-members'
import { sdkConversation, sdkMessage } from '../fixtures/builders'
import type { FakeSdk } from '../fixtures/fake-sdk'
import { press } from './contact-page'
import { phone, settle, type Node } from './harness'
import { GROUP, hostSdk, kitPage, sdkError, type Page } from './page'

const SYSTEM = '@TIM#SYSTEM'

const notice = (operationType: number, fields: Record<string, unknown> = {}) =>
  sdkMessage({
    conversationID: SYSTEM,
    conversationType: SYSTEM,
    from: SYSTEM,
    type: 'TIMGroupSystemNoticeElem',
    payload: {
      operationType,
      operatorID: 'bob',
      operatorInfo: { userID: 'bob', nick: 'Bob' },
      groupProfile: { groupID: 'team', name: 'Team' },
      handleMessage: '',
      ...fields,
    },
  })

/** `<TUIKit>` with the notices of the system open, and a group that the user leads. */
async function notices(
  messages: ReturnType<typeof notice>[],
  prepare: (sdk: FakeSdk) => void = () => undefined,
): Promise<Page> {
  const sdk = hostSdk()
  sdk.conversations.push(sdkConversation({ conversationID: SYSTEM, type: SYSTEM }))
  sdk.conversations.push(sdkConversation({ conversationID: GROUP }))
  sdk.historyOf(SYSTEM).push(...messages)
  sdk.groups.set('team', {
    profile: sdkProfile({ selfInfo: { role: 'Owner' } }),
    members: [sdkMember('alice', { role: 'Owner' })],
  })
  sdk.members.applications = [sdkGroupApplication('bob')]
  prepare(sdk)
  const page = await kitPage({ sdk })
  await page.openConversation(SYSTEM)
  return page
}
const ask = (page: Page): Node => page.chat().find('message-ask')

test('somebody asks to come in: the card lets them in, and says so afterwards', async () => {
  const page = await notices([notice(1, { handleMessage: 'let me in' })])
  expect(ask(page).find('view.title').text).toBe('“Bob” asked to join “Team”')
  expect(ask(page).find('view.words').text).toBe('let me in')
  await press(ask(page), 'Accept')
  expect(page.sdk.calls('handleGroupApplication')).toMatchObject([[{ handleAction: 'Agree' }]])
  expect(ask(page).find('view.state').text).toBe('Accepted')
  expect(ask(page).has('tui-button')).toBe(false)
})

test('one that was answered some time ago, or by another administrator, has no buttons', async () => {
  const page = await notices([notice(1)], (sdk) => (sdk.members.applications = []))
  expect(ask(page).find('view.state').text).toBe('Answered')
  const other = await notices([notice(1)])
  other.sdk.rejectNext('handleGroupApplication', sdkError(10024))
  await press(ask(other), 'Decline')
  expect(phone.toasts).toEqual(['Another admin has answered this already'])
  expect(ask(other).find('view.state').text).toBe('Answered by another admin')
})

test('a lost connection leaves the buttons', async () => {
  const page = await notices([notice(1)])
  page.sdk.rejectNext('handleGroupApplication', sdkError(2801))
  await press(ask(page), 'Accept')
  expect(phone.toasts).toHaveLength(1)
  await press(ask(page), 'Accept')
  expect(ask(page).find('view.state').text).toBe('Accepted')
})

test('a member wants to bring somebody in: who that is, by name', async () => {
  const page = await notices([notice(23, { inviteeList: ['carol'] })], (sdk) => {
    sdk.users.add('carol')
    sdk.contacts.profiles.set('carol', { nick: 'Carol' })
    sdk.members.applications = [sdkGroupApplication('bob', { applicationType: 2, userID: 'carol' })]
  })
  expect(ask(page).find('view.title').text).toBe('“Bob” wants to add “Carol” to “Team”. You decide.')
  await press(ask(page), 'Decline')
  expect(ask(page).find('view.state').text).toBe('Declined')
})

test('an invitation that needs consent is accepted on its card', async () => {
  const page = await notices([notice(12)])
  await press(ask(page), 'Accept')
  expect(ask(page).find('view.state').text).toBe('Accepted')
})

test('any other notice is a card; one of a group that the user is in leads to its chat', async () => {
  const page = await notices([notice(5), notice(4, { handleMessage: 'spam' }), notice(9)])
  const cards = page.chat().all('message-card')
  expect(cards.map((card) => card.texts('text.title')[0])).toEqual([
    '“Team” was disbanded',
    '“Bob” removed you from “Team”',
    'You are now an admin of “Team”',
  ])
  expect(cards[1]?.texts('text.line')).toEqual(['spam'])
  cards[0]?.find('view.card').tap()
  await settle()
  expect(page.chat().attr('conversationID')).toBe(SYSTEM)
  cards[2]?.find('view.card').tap()
  await settle()
  expect(page.chat().attr('conversationID')).toBe(GROUP)
})

test('in the chat of the group: how many ask, and a tap leads to them', async () => {
  const page = await notices([])
  await page.openConversation(GROUP)
  const bars = page.chat().all('tui-notice-bar')
  const bar = bars.find((one) => one.attr('text') === '1 asking to join')
  bar?.find('view.notice').tap()
  await settle()
  expect(page.kit.find('TUIGroup').find('join-requests').all('list-row')).toHaveLength(1)
})

test('who does not decide is told nothing of it', async () => {
  const page = await notices([], (sdk) =>
    sdk.groups.set('team', { profile: sdkProfile({ selfInfo: { role: 'Member' } }), members: [] }),
  )
  await page.openConversation(GROUP)
  expect(
    page
      .chat()
      .all('tui-notice-bar')
      .some((one) => /asking/.test(String(one.attr('text')))),
  ).toBe(false)
})
