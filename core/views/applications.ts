import type { Translate } from '../../locales/index'
import { timeWords } from '../../locales/words'
import { clip, singleLine } from '../../utils/text'
import { listTime } from '../../utils/time'
import { friendOf, type Application, type ContactsSlice } from '../store/contacts'
import type { State } from '../store/state'
import { avatarView, type AvatarView } from './avatar'
import { nickOf } from './people'

export interface ApplicationRow {
  id: string
  userID: string
  name: string
  avatar: AvatarView
  /** What they write, or when. */
  note: string
  /** Waits for an answer of the user. */
  open: boolean
  /** What became of it, or that the other one has to answer. */
  state: string
}

/** The row's id: somebody may have asked the user, and been asked by them. */
export const applicationID = ({ incoming, userID }: Application): string =>
  `${incoming ? 'in' : 'out'}:${userID}`

const WORDING_LENGTH = 60

function stateOf(application: Application, contacts: ContactsSlice, t: Translate): string {
  if (application.answer) return t(`application.${application.answer}`)
  if (friendOf(contacts, application.userID)) return t('application.accepted')
  return application.incoming ? '' : t('application.waits')
}

function rowOf(application: Application, state: State, t: Translate): ApplicationRow {
  const { userID, wording, avatar, time } = application
  const name = nickOf(application)
  const text = stateOf(application, state.contacts, t)
  return {
    id: applicationID(application),
    userID,
    name,
    avatar: avatarView(avatar, name, userID),
    note: clip(singleLine(wording), WORDING_LENGTH) || listTime(time * 1000, state.clock, timeWords(t)),
    open: !text,
    state: text,
  }
}

/** Newest first. */
export const applicationRows = (state: State, t: Translate): ApplicationRow[] =>
  [...state.contacts.applications]
    .sort((a, b) => b.time - a.time)
    .map((application) => rowOf(application, state, t))
