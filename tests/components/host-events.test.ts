import { bob, choose, listOf, longPress, row, team } from './conversation-page'
import { advance, settle } from './harness'
import { C2C, kitPage, SLIDE, type Page } from './page'

interface Methods {
  openContact(screen?: string): void
  openPerson(userID: string): void
  openGroup(groupID: string): void
  back(): void
}
const methods = (page: Page): Methods => page.kit.instance<Methods>()
const told = (page: Page): unknown[] => page.kit.events.navigate ?? []

describe('navigate', () => {
  test('tells which screen is in front, each once', async () => {
    const page = await listOf([bob, team])
    expect(told(page)).toEqual([{ screen: 'list', conversationID: '' }])
    await page.openConversation(C2C)
    methods(page).openPerson('bob')
    await settle()
    methods(page).back()
    await advance(SLIDE)
    methods(page).openGroup('team')
    await settle()
    methods(page).back()
    await advance(SLIDE)
    methods(page).back()
    await advance(SLIDE)
    methods(page).openContact()
    await settle()
    expect(told(page).slice(1)).toEqual([
      { screen: 'chat', conversationID: C2C },
      { screen: 'person', conversationID: C2C },
      { screen: 'chat', conversationID: C2C },
      { screen: 'group', conversationID: C2C },
      { screen: 'chat', conversationID: C2C },
      { screen: 'list', conversationID: '' },
      { screen: 'contact', conversationID: '' },
    ])
  })

  test('a chat without the list is in front at once', async () => {
    const page = await kitPage({ properties: { conversationID: C2C } })
    expect(told(page).at(-1)).toEqual({ screen: 'chat', conversationID: C2C })
  })
})

test('kickedout tells why, once', async () => {
  const page = await listOf([bob])
  page.sdk.emit('KICKED_OUT', { type: 'multipleAccount' })
  await settle()
  expect(page.kit.events.kickedout).toEqual([{ reason: 'multipleAccount' }])
})

describe("the system's back gesture in the list", () => {
  test('ends the choosing of chats before the page is left', async () => {
    const page = await listOf([bob, team])
    const container = page.kit.find('page-container')
    expect(container.attr('show')).toBe(false)
    await longPress(page)
    await choose('More')
    await choose('Select')
    expect(row(page).has('view.check')).toBe(true)
    expect(container.attr('show')).toBe(true)
    container.fire('afterleave')
    await settle()
    expect(row(page).has('view.check')).toBe(false)
    expect(container.attr('show')).toBe(false)
  })
})
