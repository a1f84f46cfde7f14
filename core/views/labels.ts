import type { Translate } from '../../locales/index'
import { clip, singleLine } from '../../utils/text'
import { friendOf, type ContactsSlice } from '../store/contacts'
import { avatarView, type AvatarView } from './avatar'
import { friendName } from './people'

export interface LabelRow {
  /** The friend group's name in full. */
  id: string
  name: string
  count: string
  /** Whether somebody is in it, where that is the question. */
  check: 'on' | 'off' | ''
}

/** @param userID of somebody who gets labels; empty for nobody */
export const labelRows = ({ friendGroups }: ContactsSlice, userID: string, t: Translate): LabelRow[] =>
  friendGroups.map(({ name, userIDs }) => ({
    id: name,
    name: clip(singleLine(name), 30) || name,
    count: t('label.count', { count: userIDs.length }),
    check: !userID ? '' : userIDs.includes(userID) ? 'on' : 'off',
  }))

export interface LabelView {
  /** The label is there. */
  known: boolean
  name: string
  members: { id: string; name: string; avatar: AvatarView }[]
}

/** @param name of the friend group */
export function labelView(contacts: ContactsSlice, name: string): LabelView {
  const group = contacts.friendGroups.find((known) => known.name === name)
  const members = (group?.userIDs ?? []).map((userID) => {
    const friend = friendOf(contacts, userID)
    const shown = friend ? friendName(friend) : userID
    return { id: userID, name: shown, avatar: avatarView(friend?.profile.avatar ?? '', shown, userID) }
  })
  return { known: group !== undefined, name, members }
}
