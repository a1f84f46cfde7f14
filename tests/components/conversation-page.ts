import { sdkConversation } from '../fixtures/builders'
import { phone, settle, type Node } from './harness'
import { GROUP, NOW_S, hostSdk, kitPage, type Page } from './page'

export const last = (text: string, minutes = 0): Record<string, unknown> => ({
  lastTime: NOW_S - minutes * 60,
  fromAccount: 'bob',
  type: 'TIMTextElem',
  payload: { text },
})

export type Fields = Record<string, unknown>

export async function listOf(conversations: Fields[], config: Fields = {}): Promise<Page> {
  const sdk = hostSdk()
  sdk.conversations.push(...conversations.map((fields) => sdkConversation(fields)))
  const page = await kitPage({ sdk, properties: { config } })
  await settle()
  return page
}

export const bob: Fields = { remark: 'Bob', lastMessage: last('hi') }
export const team: Fields = {
  conversationID: GROUP,
  groupProfile: { groupID: 'team', name: 'Team', avatar: '' },
  lastMessage: last('hello', 60),
}

export const items = (page: Page): Node[] => page.list().all('conversation-item')
export const names = (page: Page): string[] => page.list().texts('text.name')
export const row = (page: Page, name = 'Bob'): Node => {
  const found = items(page).find((item) => item.find('text.name').text === name)
  if (!found) throw new Error(`There is no row ${name}`)
  return found
}
export const cell = (page: Page, name?: string): Node => row(page, name).find('tui-swipe-cell')

/** A finger has pushed the row aside: what the gesture tells. */
export async function swipe(page: Page, name = 'Bob', open = true): Promise<void> {
  cell(page, name).instance<{ onSettle(detail: { open: boolean }): void }>().onSettle({ open })
  await settle()
}

export async function longPress(page: Page, name = 'Bob'): Promise<string[]> {
  row(page, name).find('view.row').fire('longpress')
  await settle()
  return phone.sheet().items
}

export async function choose(label: string): Promise<void> {
  const at = phone.sheet().items.indexOf(label)
  if (at < 0) throw new Error(`Not on the sheet: ${label}`)
  phone.sheet().choose(at)
  await settle()
}
