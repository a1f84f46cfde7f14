import { line, read } from './read'

const MOST_OPTIONS = 9

/** `{ businessID: 'poll', title, options }`; each voter puts `{ [userID]: number of the option }` beside the message. */
function pollOf(content) {
  const { businessID, title, options } = read(content)
  if (businessID !== 'poll' || !Array.isArray(options)) return undefined
  const texts = options.slice(0, MOST_OPTIONS).map((option) => line(option, 40))
  return texts.some(Boolean) ? { title: line(title, 60) || '投票', texts } : undefined
}

export const poll = {
  kind: 'poll',
  bare: true,
  match: (content) => pollOf(content) !== undefined,
  summary: (content) => `[投票] ${pollOf(content)?.title ?? ''}`,
  view(content, { message, me }) {
    const { title, texts } = pollOf(content)
    const votes = message.extensions ?? {}
    const counts = texts.map(() => 0)
    for (const userID of Object.keys(votes)) {
      if (Number.isInteger(counts[Number(votes[userID])])) counts[Number(votes[userID])] += 1
    }
    const total = counts.reduce((sum, count) => sum + count, 0)
    const mine = votes[me] === undefined ? -1 : Number(votes[me])
    return {
      ID: message.ID,
      title,
      lines: texts.map((text, at) => ({
        id: String(at),
        text,
        mine: at === mine,
        count: total ? `${counts[at]} 票` : '',
        percent: total ? Math.round((100 * counts[at]) / total) : 0,
      })),
      note: total ? `${total} 人参与` : '还没有人投票',
      action: '',
    }
  },
}

/** Votes, or takes the vote back. */
export function vote({ currentKit, messageByID, removeExtensions, setExtensions }, ID, option) {
  const kit = currentKit()
  const message = kit && messageByID(kit, ID)
  if (!message) return Promise.resolve()
  const { userID } = kit.store.get().session
  return message.extensions?.[userID] === option
    ? removeExtensions(kit, message, [userID])
    : setExtensions(kit, message, { [userID]: option })
}
