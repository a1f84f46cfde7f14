import type { Translate } from '../../locales/index'
import { clip } from '../../utils/text'
import type { ContactsSlice, GroupInfo } from '../store/contacts'
import { foundGroup, type FoundGroupView } from './groups'

export interface JoinView {
  /** `Group ID: team`, while it is typed and nothing is found yet. */
  byID: string
  group: FoundGroupView
  /** The user is in it. */
  joined: boolean
  /** Whether words can be sent along. */
  asks: boolean
  /** What the button says; empty where nobody can join. */
  submit: string
}

const NO_GROUP: FoundGroupView = {
  id: '',
  name: '',
  avatar: { url: '', text: '', tone: 0 },
  note: '',
  introduction: '',
  rule: '',
  asks: false,
  joinable: false,
}

export const NO_JOIN: JoinView = { byID: '', group: NO_GROUP, joined: false, asks: false, submit: '' }

export function joinView(
  contacts: ContactsSlice,
  query: string,
  found: GroupInfo | null,
  t: Translate,
): JoinView {
  const typed = query.trim()
  const byID = typed && !found ? t('join.byID', { id: clip(typed, 48) }) : ''
  if (!found) return { ...NO_JOIN, byID }
  const group = foundGroup(found, t)
  const joined = contacts.groups.some(({ groupID }) => groupID === found.groupID)
  return {
    byID,
    group,
    joined,
    asks: group.asks && !joined,
    submit: joined || !group.joinable ? '' : t(group.asks ? 'join.apply' : 'join.submit'),
  }
}
