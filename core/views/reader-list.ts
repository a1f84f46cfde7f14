import type { Translate } from '../../locales/index'
import { clip, singleLine } from '../../utils/text'
import type { Reader, ReaderPages, ReadersOverlay } from '../store/overlays'
import type { State } from '../store/state'
import { findMessage } from '../store/thread'
import { avatarView, type AvatarView } from './avatar'
import { errorText } from './error-text'

export interface ReaderRow {
  /** User ID. */
  id: string
  name: string
  avatar: AvatarView
}

export interface ReadersView {
  tabs: { id: 'read' | 'unread'; label: string }[]
  /** Of the chosen list. */
  rows: ReaderRow[]
  /** What stands under the rows; `ready`: nothing. */
  phase: 'loading' | 'empty' | 'failed' | 'ready'
  empty: string
  error: string
}

const NAME_LENGTH = 40

const made = new WeakMap<Reader, ReaderRow>()

function rowOf(reader: Reader): ReaderRow {
  const known = made.get(reader)
  if (known) return known
  const { userID, name, avatar } = reader
  const row = {
    id: userID,
    name: clip(singleLine(name), NAME_LENGTH) || userID,
    avatar: avatarView(avatar, name, userID),
  }
  made.set(reader, row)
  return row
}

function phaseOf(pages: ReaderPages | undefined): ReadersView['phase'] {
  if (pages?.error) return 'failed'
  if (!pages || pages.loading || !pages.complete) return 'loading'
  return pages.people.length ? 'ready' : 'empty'
}

/** Who has read a message of a group, and who has not. @param id the message's local id */
export function readersView(
  { overlays, messages }: State,
  conversationID: string,
  id: string,
  tab: 'read' | 'unread',
  t: Translate,
): ReadersView {
  const overlay = overlays.find((one): one is ReadersOverlay => one.type === 'readers' && one.id === id)
  const pages = overlay?.[tab]
  const thread = messages[conversationID]
  const message = thread && findMessage(thread, (one) => one.id === id)
  // The lists themselves are newer than the count that came with the message, once they are whole.
  const count = (which: 'read' | 'unread'): number => {
    const list = overlay?.[which]
    return list?.complete ? list.people.length : (message?.readers?.[which] ?? list?.people.length ?? 0)
  }
  return {
    tabs: [
      { id: 'read', label: t('readers.read', { count: count('read') }) },
      { id: 'unread', label: t('readers.unread', { count: count('unread') }) },
    ],
    rows: pages?.people.map(rowOf) ?? [],
    phase: phaseOf(pages),
    empty: t(tab === 'read' ? 'readers.nobodyRead' : 'readers.nobodyUnread'),
    error: pages?.error ? errorText(pages.error, t) : '',
  }
}
