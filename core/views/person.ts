import type { Translate } from '../../locales/index'
import { clip, singleLine } from '../../utils/text'
import { friendOf, profileOf, type ContactsSlice, type Profile } from '../store/contacts'
import type { State } from '../store/state'
import { avatarView, type AvatarView } from './avatar'
import { friendName, nickOf } from './people'

/** A line of what somebody tells of themselves. */
export interface FactView {
  id: string
  title: string
  value: string
}

export interface PersonView {
  /** Nothing is known yet. */
  loading: boolean
  name: string
  avatar: AvatarView
  /** The name they have given themselves, when the user has given them another one. */
  nick: string
  /** `ID: bob` */
  idLine: string
  facts: FactView[]
  friend: boolean
  me: boolean
  blocked: boolean
  remark: string
  /** Names of the friend groups they are in. */
  groups: string
  /** There is a chat with them, and how it is set. */
  chat: boolean
  pinned: boolean
  muted: boolean
}

const SIGNATURE_LENGTH = 200

/** 20000131 in words; empty for what is no day. */
export function birthdayText(birthday: number, t: Translate): string {
  const day = birthday % 100
  const month = Math.floor(birthday / 100) % 100
  const year = Math.floor(birthday / 10_000)
  if (year < 1900 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return ''
  return t('time.yearMonthDay', { year, month, day })
}

export const genderText = (gender: Profile['gender'], t: Translate): string =>
  gender ? t(`gender.${gender}`) : ''

function factsOf(profile: Profile, t: Translate): FactView[] {
  const facts: FactView[] = [
    {
      id: 'signature',
      title: t('profile.signature'),
      value: clip(singleLine(profile.signature), SIGNATURE_LENGTH),
    },
    { id: 'gender', title: t('profile.gender'), value: genderText(profile.gender, t) },
    { id: 'birthday', title: t('profile.birthday'), value: birthdayText(profile.birthday, t) },
  ]
  return facts.filter(({ value }) => value)
}

/** Names of the friend groups that somebody is in. */
export const groupsOf = ({ friendGroups }: ContactsSlice, userID: string): string[] =>
  friendGroups.filter(({ userIDs }) => userIDs.includes(userID)).map(({ name }) => name)

export function personView(
  { contacts, session, conversations }: State,
  userID: string,
  t: Translate,
): PersonView {
  const friend = friendOf(contacts, userID)
  const profile = profileOf(contacts, userID)
  const nick = profile ? nickOf(profile) : userID
  const name = friend ? friendName(friend) : nick
  const chat = conversations.list.find(({ conversationID }) => conversationID === `C2C${userID}`)
  return {
    loading: !profile,
    name,
    avatar: avatarView(profile?.avatar ?? '', name, userID),
    nick: name === nick ? '' : t('profile.nickIs', { name: nick }),
    idLine: t('profile.idIs', { id: clip(userID, 60) }),
    facts: profile ? factsOf(profile, t) : [],
    friend: Boolean(friend),
    me: userID === session.userID,
    blocked: contacts.blocked.includes(userID),
    remark: friend ? clip(singleLine(friend.remark), 40) : '',
    groups: clip(groupsOf(contacts, userID).map(singleLine).join(t('person.separator')), 40),
    chat: chat !== undefined,
    pinned: chat?.pinned ?? false,
    muted: chat?.muted ?? false,
  }
}
