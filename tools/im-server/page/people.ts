import type { ConversationView, GroupView, UserView } from '../control/types'
import { ask, report } from './api'
import { byID, fieldsOf, fill, make } from './dom'

let chosen = ''

function userItem({ userID, nick, online }: UserView, refresh: () => void): HTMLElement {
  const choose = (): void => {
    chosen = userID
    byID('user-result').textContent = ''
    refresh()
  }
  return make(
    'button',
    { class: 'item', 'aria-pressed': String(userID === chosen), 'data-key': userID, click: choose },
    make('span', { class: online.length ? 'online' : 'offline' }, nick || userID),
    make('span', { class: 'faint' }, `  ${nick ? userID : ''} ${online.length ? '' : '(offline)'}`),
  )
}

function conversationItem({
  conversationID,
  name,
  pinned,
  unreadCount,
  lastMessage,
}: ConversationView): Node {
  const line =
    lastMessage && `${lastMessage.from}: ${lastMessage.revoked ? '(revoked)' : lastMessage.preview}`
  return make(
    'div',
    { class: 'item' },
    `${pinned ? '📌 ' : ''}${name || conversationID} `,
    ...(unreadCount ? [make('span', { class: 'unread', title: 'unread' }, String(unreadCount))] : []),
    make('div', { class: 'faint' }, conversationID),
    make('div', { class: 'preview' }, line ?? ''),
  )
}

function groupItem({ groupID, name, type, members, owner, messageCount }: GroupView): Node {
  return make(
    'details',
    { class: 'item', 'data-key': groupID },
    make('summary', {}, `${name || groupID} (${members.length})`),
    make(
      'div',
      { class: 'faint' },
      `${groupID}, ${type}, ${messageCount} messages, owner ${owner || 'nobody'}`,
    ),
    ...members.map(({ userID, role }) =>
      make('div', {}, `${userID} `, make('span', { class: 'faint' }, role)),
    ),
  )
}

function actions(userID: string): Node[] {
  const output = byID('user-result')
  const action = (label: string, run: () => Promise<string>): Node =>
    make(
      'button',
      { type: 'button', 'data-key': `${label} ${userID}`, click: () => void report(output, run) },
      label,
    )
  const path = `users/${encodeURIComponent(userID)}`
  return [
    action('Drop sockets', async () => {
      const { dropped } = await ask<{ dropped: number }>('POST', `${path}/drop`)
      return `${dropped} dropped`
    }),
    action('Kick', async () => {
      const { kicked } = await ask<{ kicked: number }>('POST', `${path}/kick`)
      return `${kicked} kicked`
    }),
    action('UserSig', async () => {
      const sdkAppID = Number(prompt('SDKAppID', '1400000000'))
      if (!sdkAppID) return ''
      return (await ask<{ userSig: string }>('POST', `${path}/usersig`, { sdkAppID })).userSig
    }),
  ]
}

/** Keeps the open ones open. */
function fillGroups(groups: GroupView[]): void {
  const parent = byID('groups')
  const details = (): HTMLDetailsElement[] => [...parent.querySelectorAll('details')]
  const open = new Set(details().flatMap((item) => (item.open ? [item.dataset.key] : [])))
  const items = groups.map(groupItem) as HTMLDetailsElement[]
  for (const item of items) item.open = open.has(item.dataset.key)
  fill(parent, items.length ? items : [make('p', { class: 'faint' }, 'none')])
}

async function refreshNow(refresh: () => void): Promise<void> {
  const [users, groups] = await Promise.all([
    ask<UserView[]>('GET', 'users'),
    ask<GroupView[]>('GET', 'groups'),
  ])
  if (!users.some(({ userID }) => userID === chosen)) chosen = users[0]?.userID ?? ''
  fill(byID('users'), [make('div', { class: 'list' }, ...users.map((user) => userItem(user, refresh)))])
  fillGroups(groups)
  fill(
    byID('user-ids'),
    users.map(({ userID }) => make('option', { value: userID })),
  )
  fill(byID('receiver-ids'), [
    ...users.map(({ userID }) => make('option', { value: userID })),
    ...groups.map(({ groupID, name }) => make('option', { value: `group:${groupID}` }, name)),
  ])
  if (chosen === '') return
  const path = `users/${encodeURIComponent(chosen)}/conversations`
  const conversations = await ask<ConversationView[]>('GET', path)
  byID('user-title').textContent = `Conversations of ${chosen}`
  fill(byID('user-actions'), actions(chosen))
  fill(byID('conversations'), [
    make('div', { class: 'list', tabindex: '0', 'data-key': 'list' }, ...conversations.map(conversationItem)),
  ])
}

/** Shows users, groups, and the conversations of the chosen user. @returns shows what has changed meanwhile */
export function showPeople(): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined
  const refresh = (): void => {
    clearTimeout(waiting)
    waiting = undefined
    refreshNow(refresh).catch((error: unknown) => (byID('state').textContent = String(error)))
  }
  const form = byID<HTMLFormElement>('new-user')
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void report(byID('user-result'), async () => {
      await ask('POST', 'users', fieldsOf(form))
      form.reset()
      refresh()
      return ''
    })
  })
  refresh()
  // Many frames in a row are one reason to look.
  return () => (waiting ??= setTimeout(refresh, 300))
}
