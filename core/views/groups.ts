import type { Key, Translate } from '../../locales/index'
import { clip, singleLine } from '../../utils/text'
import { initials, sortKey } from '../../utils/pinyin'
import type { GroupInfo, GroupType, JoinOption } from '../store/contacts'
import { avatarView, type AvatarView } from './avatar'
import { normalQuery } from './people'

const NAME_LENGTH = 40
const INTRODUCTION_LENGTH = 120

export const groupName = ({ name, groupID }: Pick<GroupInfo, 'name' | 'groupID'>): string =>
  clip(singleLine(name) || groupID, NAME_LENGTH)

export interface GroupRow {
  /** Group ID. */
  id: string
  name: string
  avatar: AvatarView
  /** How many are in it. */
  note: string
}

export const groupRow = (group: GroupInfo, t: Translate): GroupRow => {
  const name = groupName(group)
  return {
    id: group.groupID,
    name,
    avatar: avatarView(group.avatar, name, group.groupID),
    note: group.members ? t('group.members', { count: group.members }) : '',
  }
}

/** Groups that the user is in, by name. @param query what is being typed to find one */
export function groupRows(groups: readonly GroupInfo[], query: string, t: Translate): GroupRow[] {
  const wanted = normalQuery(query)
  const keyed = groups.map((group) => ({ group, name: groupName(group), ...sortKey(groupName(group)) }))
  return keyed
    .filter(
      ({ name, group }) =>
        !wanted ||
        name.toLowerCase().includes(wanted) ||
        group.groupID.toLowerCase().includes(wanted) ||
        initials(name).startsWith(wanted),
    )
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ group }) => groupRow(group, t))
}

/** A group that was looked up by its ID. */
export interface FoundGroupView extends GroupRow {
  introduction: string
  /** In plain words, what happens when one asks to join. */
  rule: string
  /** Its owner or an administrator has to agree, and may read some words. */
  asks: boolean
  joinable: boolean
}

export function foundGroup(group: GroupInfo, t: Translate): FoundGroupView {
  return {
    ...groupRow(group, t),
    introduction: clip(singleLine(group.introduction), INTRODUCTION_LENGTH),
    rule: t(`join.${group.join}`),
    asks: group.join === 'confirm',
    joinable: group.join !== 'nobody',
  }
}

/** What can be created, the most usual first, and whether its join rule can be chosen. */
export const GROUP_TYPES: readonly { type: GroupType; name: Key; hint: Key; rules: readonly JoinOption[] }[] =
  [
    { type: 'work', name: 'groupType.work', hint: 'groupType.workHint', rules: [] },
    {
      type: 'public',
      name: 'groupType.public',
      hint: 'groupType.publicHint',
      rules: ['confirm', 'any', 'nobody'],
    },
    { type: 'meeting', name: 'groupType.meeting', hint: 'groupType.meetingHint', rules: [] },
    { type: 'live', name: 'groupType.live', hint: 'groupType.liveHint', rules: [] },
  ]
