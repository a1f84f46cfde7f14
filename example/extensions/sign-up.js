import { line, read } from './read'

const MOST_NAMES = 50

const titleOf = (content) => {
  const { businessID, title } = read(content)
  return businessID === 'sign_up' ? line(title, 60) || '接龙' : ''
}

/** `{ businessID: 'sign_up', title }`; whoever takes part puts `{ [userID]: name }` beside the message. */
export const signUp = {
  kind: 'sign-up',
  bare: true,
  match: (content) => titleOf(content) !== '',
  summary: (content) => `[接龙] ${titleOf(content)}`,
  view(content, { message, me }) {
    const names = message.extensions ?? {}
    const people = Object.keys(names)
    return {
      ID: message.ID,
      title: titleOf(content),
      lines: people.slice(0, MOST_NAMES).map((userID, at) => ({
        id: userID,
        text: `${at + 1}. ${line(names[userID], 20) || userID.slice(0, 20)}`,
        mine: userID === me,
        count: '',
        percent: 0,
      })),
      note: `${people.length} 人已接龙`,
      action: names[me] === undefined ? '我要参加' : '不参加了',
    }
  },
}

/** Takes part, or does not any more. */
export function takePart({ currentKit, messageByID, removeExtensions, setExtensions }, ID) {
  const kit = currentKit()
  const message = kit && messageByID(kit, ID)
  if (!message) return Promise.resolve()
  const { session, contacts } = kit.store.get()
  return message.extensions?.[session.userID] === undefined
    ? setExtensions(kit, message, { [session.userID]: contacts.me?.nick || session.userID })
    : removeExtensions(kit, message, [session.userID])
}
