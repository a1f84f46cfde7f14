import type { Translate } from '../../locales/index'
import { clip, singleLine } from '../../utils/text'
import { friendOf, profileOf } from '../store/contacts'
import type { SearchKind } from '../store/searches'
import type { State } from '../store/state'
import { friendName, nickOf } from './people'
import { placeOf } from './search'

const NAMES = {
  image: 'search.image',
  video: 'search.video',
  file: 'search.file',
  audio: 'search.audio',
  location: 'search.location',
} as const

/** What a type of messages is called. */
export const kindName = (kind: SearchKind, t: Translate): string =>
  kind in NAMES ? t(NAMES[kind as keyof typeof NAMES]) : kind

/** What a day is called. @param day `2024-03-14` */
export function dayName(day: string, t: Translate): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return t('time.yearMonthDay', { year, month, day: date })
}

/** What a sender is called, whatever is known of them. */
export function senderName(state: State, userID: string, t: Translate): string {
  if (userID === state.session.userID) return t('search.me')
  const friend = friendOf(state.contacts, userID)
  if (friend) return friendName(friend)
  const profile = profileOf(state.contacts, userID)
  if (profile) return nickOf(profile)
  for (const { list } of Object.values(state.members)) {
    const member = list.find((one) => one.userID === userID)
    if (member) return clip(singleLine(member.name), 40) || userID
  }
  return placeOf(state, `C2C${userID}`, t).name
}
