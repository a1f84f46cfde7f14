import type { Translate } from '../../locales/index'
import { timeWords } from '../../locales/words'
import { clip, singleLine } from '../../utils/text'
import { listTime } from '../../utils/time'
import { profileOf } from '../store/contacts'
import { groupApplicationID, type GroupApplication } from '../store/group-applications'
import type { State } from '../store/state'
import { avatarView, type AvatarView } from './avatar'
import { errorText } from './error-text'
import { nickOf } from './people'

export interface GroupApplicationRow {
  id: string
  name: string
  avatar: AvatarView
  /** What they write, who brings them, or when. */
  note: string
  /** Waits for an answer. */
  open: boolean
  /** What became of it. */
  state: string
}

export interface GroupApplicationsView {
  phase: 'loading' | 'failed' | 'ready'
  error: string
  rows: GroupApplicationRow[]
}

/** One application in full. */
export interface GroupApplicationView extends GroupApplicationRow {
  idLine: string
  words: string
}

const WORDS_LENGTH = 300

/** Whoever would come in. */
function nameOf({ contacts }: State, application: GroupApplication): string {
  const { invited, userID, name } = application
  const profile = profileOf(contacts, userID)
  if (profile) return nickOf(profile)
  return nickOf({ userID, nick: invited ? '' : name })
}

const inviter = ({ applicant, name }: GroupApplication): string => nickOf({ userID: applicant, nick: name })

function rowOf(application: GroupApplication, state: State, t: Translate): GroupApplicationRow {
  const { userID, words, time, answer, invited } = application
  const name = nameOf(state, application)
  const line = invited ? t('joining.invitedBy', { name: inviter(application) }) : clip(singleLine(words), 60)
  return {
    id: groupApplicationID(application),
    name,
    avatar: avatarView(profileOf(state.contacts, userID)?.avatar ?? '', name, userID),
    note: line || listTime(time * 1000, state.clock, timeWords(t)),
    open: !answer,
    state: answer ? t(`joining.${answer}`) : '',
  }
}

/** Who asks to come into a group, newest first. */
export function groupApplicationsView(state: State, groupID: string, t: Translate): GroupApplicationsView {
  const { phase, list, error } = state.groupApplications
  const mine = list.filter((application) => application.groupID === groupID)
  return {
    phase: mine.length ? 'ready' : phase === 'idle' ? 'loading' : phase,
    error: error ? errorText(error, t) : '',
    rows: [...mine].sort((a, b) => b.time - a.time).map((application) => rowOf(application, state, t)),
  }
}

export const findGroupApplication = (
  { groupApplications }: State,
  id: string,
): GroupApplication | undefined =>
  groupApplications.list.find((application) => groupApplicationID(application) === id)

/** @param id of the row */
export function groupApplicationView(
  state: State,
  id: string,
  t: Translate,
): GroupApplicationView | undefined {
  const application = findGroupApplication(state, id)
  return (
    application && {
      ...rowOf(application, state, t),
      idLine: t('profile.idIs', { id: clip(application.userID, 60) }),
      words: clip(application.words.trim(), WORDS_LENGTH),
    }
  )
}
