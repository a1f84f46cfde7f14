import type { Translate } from '../../locales/index'
import { clip, singleLine } from '../../utils/text'
import { clockTime, daysBetween } from '../../utils/time'
import { profileOfGroup, type GroupProfile } from '../store/group-profiles'
import type { GroupRole } from '../store/groups'
import type { State } from '../store/state'
import { avatarView, type AvatarView } from './avatar'
import { groupRights, outranks } from './group-rules'
import { memberName, roleWord } from './member-list'

/** One member of a group, and what the user may do about them. */
export interface MemberView {
  loading: boolean
  name: string
  avatar: AvatarView
  /** Their own name, where they have another one in the group. */
  nick: string
  idLine: string
  role: string
  /** Until when they may not speak, in words. */
  muted: string
  me: boolean
  /** They were here, or never were. */
  gone: boolean
  isAdmin: boolean
  mayAdmin: boolean
  mayMute: boolean
  mayRemove: boolean
  mayTransfer: boolean
  mayMark: boolean
}

export const NO_MEMBER: MemberView = {
  loading: true,
  name: '',
  avatar: { url: '', text: '', tone: 0 },
  nick: '',
  idLine: '',
  role: '',
  muted: '',
  me: false,
  gone: false,
  isAdmin: false,
  mayAdmin: false,
  mayMute: false,
  mayRemove: false,
  mayTransfer: false,
  mayMark: false,
}

/** Longer is for good: the SDK writes "for ever" as the largest number it has. */
const FOREVER = 10 * 365 * 86_400_000

/** Until when somebody may not speak. @param until milliseconds since 1970 */
function mutedWords(until: number, now: number, t: Translate): string {
  if (until <= now) return ''
  if (until - now > FOREVER) return t('member.muted')
  const date = new Date(until)
  const day = { month: date.getMonth() + 1, day: date.getDate(), year: date.getFullYear() }
  const clock = clockTime(until)
  const time = daysBetween(until, now) ? `${t('time.monthDay', day)} ${clock}` : clock
  return t('member.mutedUntil', { time })
}

type May = Pick<MemberView, 'mayAdmin' | 'mayMute' | 'mayRemove' | 'mayTransfer' | 'mayMark'>

const NOTHING: May = { mayAdmin: false, mayMute: false, mayRemove: false, mayTransfer: false, mayMark: false }

function mayWith(group: GroupProfile, role: GroupRole): May {
  const { admins, mute, remove, transfer } = groupRights(group)
  const above = outranks(group.role, role)
  return {
    mayAdmin: admins,
    mayMute: mute && above,
    mayRemove: remove && above,
    mayTransfer: transfer,
    mayMark: group.type === 'live' && group.role === 'owner',
  }
}

export function memberView(state: State, groupID: string, userID: string, t: Translate): MemberView {
  const { list = [], phase } = state.members[`GROUP${groupID}`] ?? {}
  const { userID: me } = state.session
  const shared = { me: userID === me, idLine: t('profile.idIs', { id: clip(userID, 60) }) }
  const member = list.find((known) => known.userID === userID)
  if (!member) {
    const avatar = avatarView('', userID, userID)
    const loading = phase === 'loading'
    return { ...NO_MEMBER, ...shared, loading, gone: !loading, name: clip(userID, 40), avatar }
  }
  const { role, avatar, nick, mutedUntil = 0 } = member
  const name = memberName(member)
  const group = profileOfGroup(state.groups, groupID)
  return {
    ...shared,
    loading: false,
    gone: false,
    name,
    avatar: avatarView(avatar, name, userID),
    nick: nick ? t('profile.nickIs', { name: clip(singleLine(nick), 40) }) : '',
    role: roleWord(role, t) || t('member.plain'),
    muted: mutedWords(mutedUntil * 1000, state.clock, t),
    isAdmin: role === 'admin',
    ...(group && userID !== me ? mayWith(group, role) : NOTHING),
  }
}
