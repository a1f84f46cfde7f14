import type { Translate } from '../../locales/index'
import { clip, singleLine } from '../../utils/text'
import type { Member } from '../store/groups'
import type { State } from '../store/state'
import { EVERYONE } from '../store/types'
import { avatarView, type AvatarView } from './avatar'

export interface MemberRow {
  /** A user ID, or `EVERYONE`. */
  id: string
  name: string
  /** Of the group; empty for most. */
  role: string
  avatar: AvatarView
}

export interface MentionPickerView {
  rows: MemberRow[]
  /** Nobody matches, in words; empty while there are rows or more of them may come. */
  empty: string
  failed: boolean
  loading: boolean
  /** More members can be loaded. */
  more: boolean
}

const rowsOfMembers = new WeakMap<Member, { t: Translate; row: MemberRow }>()

function memberRow(member: Member, t: Translate): MemberRow {
  const made = rowsOfMembers.get(member)
  if (made?.t === t) return made.row
  const { userID, name, avatar, role } = member
  const row: MemberRow = {
    id: userID,
    name: clip(singleLine(name), 40) || userID,
    role: role === 'member' ? '' : t(`mention.${role}`),
    avatar: avatarView(avatar, name, userID),
  }
  rowsOfMembers.set(member, { t, row })
  return row
}

/** Everybody is called by those who lead the group. */
export function mayMentionAll({ access }: State, conversationID: string): boolean {
  const role = access[conversationID]?.role
  return role === 'owner' || role === 'admin'
}

/** Whom a message in a group may mention. @param query part of a name or user ID */
export function mentionPickerView(
  state: State,
  { conversationID, query }: { conversationID: string; query: string },
  t: Translate,
): MentionPickerView {
  const members = state.members[conversationID]
  const wanted = singleLine(query).toLowerCase()
  const matches = ({ name, userID }: { name: string; userID: string }): boolean =>
    !wanted || name.toLowerCase().includes(wanted) || userID.toLowerCase().includes(wanted)
  const others = (members?.list ?? []).filter(
    (member) => member.userID !== state.session.userID && matches(member),
  )
  const rows = others.map((member) => memberRow(member, t))
  const all = t('mention.all')
  if (mayMentionAll(state, conversationID) && matches({ name: all, userID: '' }))
    rows.unshift({ id: EVERYONE, name: all, role: '', avatar: avatarView('', '@', EVERYONE) })
  const phase = members?.phase ?? 'loading'
  const more = members?.next !== undefined
  return {
    rows,
    empty: !rows.length && phase === 'ready' && !more ? t('mention.none') : '',
    failed: phase === 'failed',
    loading: phase === 'loading',
    more,
  }
}
