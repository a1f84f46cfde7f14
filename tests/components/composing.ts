/** What people do with the composer of a chat. */
import type { FakeSdk } from '../fixtures/fake-sdk'
import { settle, type Node } from './harness'
import { GROUP, hostSdk, loneChat, type Page } from './page'

export const button = (page: Page, label: string): Node => {
  const found = page
    .chat()
    .all('view')
    .find((node) => node.attr('aria-label') === label)
  if (!found) throw new Error(`No button ${label}`)
  return found
}
export const tap = async (page: Page, label: string): Promise<void> => {
  button(page, label).tap()
  await settle()
}
export const tool = async (page: Page, label: string): Promise<void> => {
  if (!page.input().has('tool-panel')) await tap(page, 'More')
  await tap(page, label)
  await settle()
}
export const field = (page: Page): Node => page.input().find('textarea')
export const text = (page: Page): unknown => field(page).attr('value')
export const sent = (sdk: FakeSdk): Record<string, unknown>[] =>
  sdk.calls('sendMessage').map(([message]) => message as Record<string, unknown>)
export const send = async (page: Page): Promise<void> => {
  page.input().find('view.send').tap()
  await settle()
}
export const groupSdk = (profile: object = {}): FakeSdk => {
  const sdk = hostSdk()
  const members = ['alice', 'bob', 'carol'].map((userID) => ({
    userID,
    nick: userID.toUpperCase(),
    role: 'Member',
  }))
  sdk.groups.set('team', { profile: { selfInfo: { role: 'Member', muteUntil: 0 }, ...profile }, members })
  return sdk
}
export const groupChat = async (profile?: object): Promise<Page> => {
  const page = await loneChat([], { conversationID: GROUP, sdk: groupSdk(profile) })
  await settle()
  return page
}
