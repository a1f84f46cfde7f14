import type { Translate } from '../../locales/index'
import { clip, singleLine } from '../../utils/text'
import type { State } from '../store/state'
import { avatarView, type AvatarView } from './avatar'
import { nickOf } from './people'
import { birthdayText, genderText } from './person'

export interface MyProfileView {
  avatar: AvatarView
  nick: string
  userID: string
  gender: string
  birthday: string
  /** For the platform's picker: `2000-01-31`. */
  date: string
  signature: string
  allow: string
}

export const NO_PROFILE: MyProfileView = {
  avatar: { url: '', text: '', tone: 0 },
  nick: '',
  userID: '',
  gender: '',
  birthday: '',
  date: '',
  signature: '',
  allow: '',
}

const SIGNATURE_LENGTH = 40

/** `2000-01-31` as the number that a profile has; 0 for what is no date. */
export function birthdayOf(date: string): number {
  const digits = date.replace(/-/g, '')
  return /^\d{8}$/.test(digits) ? Number(digits) : 0
}

const dateOf = (birthday: number): string => {
  const digits = String(birthday)
  return digits.length === 8 ? `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}` : ''
}

export function myProfileView({ contacts, session }: State, t: Translate): MyProfileView {
  const { me } = contacts
  if (!me) return { ...NO_PROFILE, userID: session.userID }
  const nick = nickOf(me)
  const birthday = birthdayText(me.birthday, t)
  return {
    avatar: avatarView(me.avatar, nick, me.userID),
    nick: clip(singleLine(me.nick), SIGNATURE_LENGTH),
    userID: me.userID,
    gender: genderText(me.gender, t),
    birthday,
    date: birthday ? dateOf(me.birthday) : '',
    signature: clip(singleLine(me.signature), SIGNATURE_LENGTH),
    allow: t(`allow.${me.allow}`),
  }
}
