import type { Translate } from '../../locales/index'
import { friendOf, profileOf, type ContactsSlice, type GroupType, type JoinOption } from '../store/contacts'
import { fits } from '../store/limits'
import { avatarView, type AvatarView } from './avatar'
import { GROUP_TYPES } from './groups'
import { friendName, nickOf } from './people'

export interface CreateForm {
  name: string
  type: GroupType
  /** Empty: what is usual for the type. */
  rule: JoinOption | ''
  /** User IDs. */
  members: readonly string[]
  avatar: string
}

export interface CreateView {
  types: { id: GroupType; name: string; hint: string; check: 'on' | 'off' }[]
  /** What the group will be called: the name, or those who are in it. Empty: it has none yet. */
  finalName: string
  /** The name that it gets when none is typed. */
  placeholder: string
  face: AvatarView
  /** Whom it begins with. */
  chosen: string
  /** Whether members can be added at once. */
  hasMembers: boolean
  /** Who can join, where that can be chosen. */
  ruleText: string
}

export const NO_CREATE: CreateView = {
  types: [],
  finalName: '',
  placeholder: '',
  face: { url: '', text: '', tone: 0 },
  chosen: '',
  hasMembers: true,
  ruleText: '',
}

/** More than these are not named. */
const NAMED = 4

function nameOf(contacts: ContactsSlice, userID: string): string {
  const friend = friendOf(contacts, userID)
  const profile = profileOf(contacts, userID)
  return friend ? friendName(friend) : profile ? nickOf(profile) : userID
}

/** As WeChat does it: the members, with the user first. */
function namedAfter(contacts: ContactsSlice, members: readonly string[], t: Translate): string {
  if (!members.length) return ''
  const names = members.slice(0, NAMED).map((userID) => nameOf(contacts, userID))
  if (contacts.me) names.unshift(nickOf(contacts.me))
  while (names.length > 1 && !fits(names.join(t('person.separator')), 'groupName')) names.pop()
  return names.join(t('person.separator'))
}

export function createView(contacts: ContactsSlice, form: CreateForm, t: Translate): CreateView {
  const { type, members } = form
  const chosenType = GROUP_TYPES.find((known) => known.type === type)
  const hasMembers = type !== 'live'
  const automatic = hasMembers ? namedAfter(contacts, members, t) : ''
  const finalName = form.name.trim() || automatic
  const rule = form.rule || chosenType?.rules[0]
  return {
    types: GROUP_TYPES.map((known) => ({
      id: known.type,
      name: t(known.name),
      hint: t(known.hint),
      check: known.type === type ? 'on' : 'off',
    })),
    finalName,
    placeholder: automatic || t('create.nameHint'),
    face: avatarView(form.avatar, finalName || t('create.name'), finalName),
    chosen: members.length ? t('create.chosen', { count: members.length }) : t('create.addMembers'),
    hasMembers,
    ruleText: rule ? t(`join.${rule}`) : '',
  }
}
