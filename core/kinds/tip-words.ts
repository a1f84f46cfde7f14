import type { Translate } from '../../locales/index'
import { clip, singleLine } from '../../utils/text'
import type { GroupTipContent, SystemNoticeContent } from '../store/types'
import { durationWords } from './duration-words'
import { personName, personNames } from './person-names'

/** The SDK's `GRP_TIP_…`. */
const Tip = {
  JOINED: 1,
  QUIT: 2,
  KICKED_OUT: 3,
  ADMIN_GIVEN: 4,
  ADMIN_TAKEN: 5,
  GROUP_CHANGED: 6,
  MEMBER_CHANGED: 7,
  BANNED: 10,
  UNBANNED: 11,
} as const

const GROUP_NAME_LENGTH = 30

function changeWords({ operator, members, changes }: GroupTipContent, t: Translate): string {
  const by = personName(operator, t)
  if (changes.owner !== undefined) {
    const known = members.find(({ userID }) => userID === changes.owner)
    const owner = known ?? { userID: changes.owner, name: changes.owner, self: false }
    return t('tip.ownerChanged', { operator: by, name: personName(owner, t) })
  }
  if (changes.name !== undefined) {
    const name = clip(singleLine(changes.name), GROUP_NAME_LENGTH)
    return t('tip.nameChanged', { operator: by, name })
  }
  if (changes.muteAll !== undefined) {
    return t(changes.muteAll ? 'tip.allMuted' : 'tip.allUnmuted', { operator: by })
  }
  if (changes.notification) return t('tip.notificationChanged', { operator: by })
  if (changes.avatar) return t('tip.avatarChanged', { operator: by })
  if (changes.introduction) return t('tip.introductionChanged', { operator: by })
  if (changes.joinOption) return t('tip.joinOptionChanged', { operator: by })
  return t('tip.groupChanged', { operator: by })
}

function muteWords({ operator, members, muteSeconds }: GroupTipContent, t: Translate): string {
  const words = { operator: personName(operator, t), names: personNames(members, t) }
  if (muteSeconds === 0) return t('tip.unmuted', words)
  return t('tip.muted', { ...words, duration: durationWords(muteSeconds, t) })
}

/** What happened in a group, in one sentence, told to the user who is logged in. */
export function tipWords(tip: GroupTipContent, t: Translate): string {
  const operator = personName(tip.operator, t)
  const names = personNames(tip.members, t)
  switch (tip.operation) {
    case Tip.JOINED:
      return tip.invited ? t('tip.invited', { operator, names }) : t('tip.joined', { names })
    case Tip.QUIT:
      return t('tip.quit', { names })
    case Tip.KICKED_OUT:
      return t('tip.kickedOut', { operator, names })
    case Tip.ADMIN_GIVEN:
      return t('tip.adminGiven', { operator, names })
    case Tip.ADMIN_TAKEN:
      return t('tip.adminTaken', { operator, names })
    case Tip.GROUP_CHANGED:
      return changeWords(tip, t)
    case Tip.MEMBER_CHANGED:
      return muteWords(tip, t)
    case Tip.BANNED:
      return t('tip.banned', { operator, names })
    case Tip.UNBANNED:
      return t('tip.unbanned', { operator, names })
    default:
      return t('tip.other')
  }
}

/** By the SDK's `operationType` of system notices. */
const NOTICES = {
  1: 'notice.applied',
  2: 'notice.accepted',
  3: 'notice.refused',
  4: 'notice.kickedOut',
  5: 'notice.dismissed',
  6: 'notice.created',
  7: 'notice.invited',
  8: 'notice.quit',
  9: 'notice.adminGiven',
  10: 'notice.adminTaken',
  12: 'notice.invitation',
  13: 'notice.inviteAgreed',
  14: 'notice.inviteRefused',
  23: 'notice.invitesOther',
} as const

/** What the group of a notice is called. */
export const noticeGroup = ({ groupName, groupID }: SystemNoticeContent): string =>
  clip(singleLine(groupName) || singleLine(groupID), GROUP_NAME_LENGTH)

/** What a user is told about a group, in one sentence. */
export function noticeWords(notice: SystemNoticeContent, t: Translate): string {
  const group = noticeGroup(notice)
  const key = (NOTICES as Partial<Record<number, (typeof NOTICES)[keyof typeof NOTICES]>>)[notice.operation]
  const names = personName({ userID: '', name: notice.invitee ?? '', self: false }, t)
  if (key) return t(key, { operator: personName(notice.operator, t), names, group })
  return singleLine(notice.words) || t('notice.other', { group })
}
