import type { Translate } from '../../locales/index'
import type { ContactsSlice } from '../store/contacts'
import type { State } from '../store/state'
import { avatarView, type AvatarView } from './avatar'
import { connectionText } from './connection'
import { badge } from './conversation-list'
import { errorText } from './error-text'
import { nickOf, normalQuery, peopleView, PERSON_HEIGHT, type PeopleView } from './people'

export interface ContactEntry {
  id: 'applications' | 'groups' | 'labels' | 'blocked' | 'me' | 'add'
  title: string
  icon: string
  avatar: AvatarView
  badge: string
  /** What a screen reader says; empty for what can be read. */
  label: string
}

export interface ContactListView extends PeopleView {
  phase: 'loading' | 'failed' | 'ready'
  error: string
  connection: string
  /** What stands before the first friend; nothing while one searches. */
  entries: ContactEntry[]
  /** Their height, px. */
  head: number
  /** How many friends there are. */
  foot: string
  /** There are no friends yet. */
  empty: boolean
  /** Nothing was found: a sentence. */
  nothing: string
}

export const NO_CONTACT_LIST: ContactListView = {
  phase: 'loading',
  error: '',
  connection: '',
  entries: [],
  head: 0,
  foot: '',
  empty: false,
  nothing: '',
  rows: [],
  before: 0,
  after: 0,
  letters: [],
}

const NO_AVATAR: AvatarView = { url: '', text: '', tone: 0 }

function entriesOf({ unreadApplications, me }: ContactsSlice, t: Translate): ContactEntry[] {
  const entry = (id: ContactEntry['id'], title: string, icon: string): ContactEntry => ({
    id,
    title,
    icon,
    avatar: NO_AVATAR,
    badge: '',
    label: '',
  })
  const fresh = badge(unreadApplications)
  const own = me && nickOf(me)
  return [
    {
      ...entry('applications', t('contact.new'), 'add-person'),
      badge: fresh,
      label: fresh && `${t('contact.new')}, ${t('contact.pending', { count: fresh })}`,
    },
    entry('add', t('add.friend'), 'search'),
    entry('groups', t('contact.groups'), 'people'),
    entry('labels', t('contact.labels'), 'tag'),
    entry('blocked', t('contact.blocked'), 'ban'),
    {
      ...entry('me', t('profile.mine'), 'person'),
      ...(me && own && { avatar: avatarView(me.avatar, own, me.userID) }),
    },
  ]
}

/** @param query what is being typed; @param top how far the list is scrolled, px */
export function contactListView(state: State, query: string, top: number, t: Translate): ContactListView {
  const { contacts } = state
  const searching = normalQuery(query) !== ''
  const people = peopleView(contacts.friends, query, top)
  const entries = searching ? [] : entriesOf(contacts, t)
  const phase = contacts.phase === 'idle' ? 'loading' : contacts.phase
  return {
    ...people,
    phase: contacts.friends.length ? 'ready' : phase,
    error: contacts.error ? errorText(contacts.error, t) : '',
    connection: connectionText(state, t),
    entries,
    head: entries.length * PERSON_HEIGHT,
    foot: searching || !contacts.friends.length ? '' : t('contact.count', { count: contacts.friends.length }),
    empty: !searching && phase === 'ready' && !contacts.friends.length,
    nothing:
      searching && !people.rows.length ? t('contact.nothingFound', { query: query.trim().slice(0, 20) }) : '',
  }
}
