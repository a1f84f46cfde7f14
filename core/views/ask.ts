import type { Translate } from '../../locales/index'
import type { AskView } from '../kinds/group-notice'
import { profileOf } from '../store/contacts'
import { groupApplicationID, type ApplicationAnswer } from '../store/group-applications'
import type { State } from '../store/state'
import { nickOf } from './people'

/** Whether a notice of the system still waits for an answer, and what became of it. */
export interface AskStanding {
  title: string
  open: boolean
  state: string
}

function titleOf({ contacts }: State, { title, invites }: AskView, t: Translate): string {
  const profile = invites && profileOf(contacts, invites.userID)
  if (!profile) return title
  const names = t('person.named', { name: nickOf(profile) })
  return t('notice.invitesOther', { operator: invites.operator, names, group: invites.group })
}

function answerOf(
  { groupApplications }: State,
  { application, message }: AskView,
): ApplicationAnswer | 'settled' | '' | undefined {
  const { list, invitations, phase } = groupApplications
  if (!application) return invitations[message] ?? ''
  const found = list.find((known) => groupApplicationID(known) === application)
  if (found) return found.answer ?? ''
  // The server has forgotten it: it was answered some time.
  return phase === 'ready' ? 'settled' : undefined
}

export function askStanding(state: State, ask: AskView, t: Translate): AskStanding {
  const answer = answerOf(state, ask)
  return {
    title: titleOf(state, ask, t),
    open: answer === '',
    state: answer ? t(`joining.${answer}`) : '',
  }
}
