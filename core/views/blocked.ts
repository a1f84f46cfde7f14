import { friendOf, profileOf, type ContactsSlice } from '../store/contacts'
import { avatarView, type AvatarView } from './avatar'
import { friendName, nickOf } from './people'

export interface BlockedRow {
  /** User ID. */
  id: string
  name: string
  avatar: AvatarView
}

export const blockedRows = (contacts: ContactsSlice): BlockedRow[] =>
  contacts.blocked.map((userID) => {
    const friend = friendOf(contacts, userID)
    const profile = profileOf(contacts, userID)
    const name = friend ? friendName(friend) : nickOf({ userID, nick: profile?.nick ?? '' })
    return { id: userID, name, avatar: avatarView(profile?.avatar ?? '', name, userID) }
  })
