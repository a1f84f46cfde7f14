import type { Translate } from '../../locales/index'
import { clip } from '../../utils/text'
import { friendOf, profileOf } from '../store/contacts'
import type { State } from '../store/state'
import { avatarView, type AvatarView } from './avatar'
import { friendName, nickOf } from './people'

export interface AddView {
  /** `User ID: bob`, while it is typed and nobody is found yet. */
  byID: string
  /** The user's own, to be passed on. */
  myID: string
  name: string
  avatar: AvatarView
  idLine: string
  /** What one writes, unless one writes something else. */
  hello: string
  friend: boolean
  me: boolean
  /** They take nobody. */
  denied: string
  /** What the button says. */
  send: string
}

const NOBODY: AvatarView = { url: '', text: '', tone: 0 }

export const NO_ADD: AddView = {
  byID: '',
  myID: '',
  name: '',
  avatar: NOBODY,
  idLine: '',
  hello: '',
  friend: false,
  me: false,
  denied: '',
  send: '',
}

/** Somebody who was found by their user ID. */
function personOf({ contacts, session }: State, found: string, t: Translate): Partial<AddView> {
  const profile = profileOf(contacts, found)
  const friend = friendOf(contacts, found)
  const name = friend ? friendName(friend) : profile ? nickOf(profile) : found
  return {
    name,
    avatar: avatarView(profile?.avatar ?? '', name, found),
    idLine: t('profile.idIs', { id: clip(found, 60) }),
    friend: friend !== undefined,
    me: found === session.userID,
    denied: !friend && profile?.allow === 'nobody' ? t('add.deny') : '',
    send: t(profile?.allow === 'confirm' ? 'add.ask' : 'add.send'),
  }
}

/** @param found user ID of whoever was found; empty for nobody */
export function addView(state: State, query: string, found: string, t: Translate): AddView {
  const typed = query.trim()
  const { me } = state.contacts
  return {
    ...NO_ADD,
    byID: typed && !found ? t('start.byID', { id: clip(typed, 40) }) : '',
    myID: t('add.myID', { id: state.session.userID }),
    hello: me ? t('add.wordingHint', { name: nickOf(me) }) : '',
    ...(found && personOf(state, found, t)),
  }
}
