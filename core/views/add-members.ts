import type { Translate } from '../../locales/index'
import { friendOf, profileOf } from '../store/contacts'
import type { Added } from '../store/groups'
import { profileOfGroup } from '../store/group-profiles'
import type { State } from '../store/state'
import { avatarView } from './avatar'
import { groupRights } from './group-rules'
import { friendName, nickOf, type PersonRow } from './people'
import { pickView, NO_PICK, type PickView } from './pick'

export interface AddMembersView extends PickView {
  /** Chosen by their user ID: they are no friends. */
  strangers: PersonRow[]
  /** `{ [userID]: 'on' | 'locked' }`, as `index-list` wants it. */
  selected: Record<string, 'on' | 'locked'>
  /** What somebody else has to agree to. */
  hint: string
}

export const NO_ADD_MEMBERS: AddMembersView = { ...NO_PICK, strangers: [], selected: {}, hint: '' }

function personRow({ contacts }: State, userID: string): PersonRow {
  const friend = friendOf(contacts, userID)
  const profile = profileOf(contacts, userID)
  const name = friend ? friendName(friend) : nickOf(profile ?? { userID, nick: '' })
  const avatar = avatarView(profile?.avatar ?? '', name, userID)
  return { id: userID, letter: '', name, avatar, note: '', value: '' }
}

/** Whom to add to a group: friends, and anybody by their ID; those who are in it already are locked. */
export function addMembersView(
  state: State,
  asked: { groupID: string; query: string; top: number; chosen: readonly string[] },
  t: Translate,
): AddMembersView {
  const { contacts, members, groups } = state
  const picks = pickView(contacts, asked.query, asked.top, t)
  const selected: Record<string, 'on' | 'locked'> = {}
  for (const userID of asked.chosen) selected[userID] = 'on'
  for (const { userID } of members[`GROUP${asked.groupID}`]?.list ?? [])
    if (selected[userID] || picks.rows.some(({ id }) => id === userID)) selected[userID] = 'locked'
  const group = profileOfGroup(groups, asked.groupID)
  const strangers = asked.query.trim()
    ? []
    : asked.chosen.filter((userID) => !friendOf(contacts, userID)).map((userID) => personRow(state, userID))
  return {
    ...picks,
    empty: picks.empty && !strangers.length,
    head: picks.head + strangers.length * 56,
    strangers,
    selected,
    hint: group && groupRights(group).add === 'approval' ? t('added.approval') : '',
  }
}

const ORDER = ['failed', 'full', 'waiting', 'already', 'added'] as const

/** What became of each, what went wrong first. */
export const addedRows = (state: State, added: Added, t: Translate): PersonRow[] =>
  ORDER.reduce<PersonRow[]>(
    (rows, what) =>
      rows.concat(added[what].map((userID) => ({ ...personRow(state, userID), value: t(`added.${what}`) }))),
    [],
  )
