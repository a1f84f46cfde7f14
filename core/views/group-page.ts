import type { Translate } from '../../locales/index'
import { clip, singleLine } from '../../utils/text'
import type { JoinOption } from '../store/contacts'
import { profileOfGroup, type GroupProfile } from '../store/group-profiles'
import { waitingApplications } from '../store/group-applications'
import type { State } from '../store/state'
import { avatarView, groupAvatarView, type AvatarView } from './avatar'
import { badge } from './conversation-words'
import { errorText } from './error-text'
import { groupRights } from './group-rules'
import { groupName } from './groups'

/** One member, or a way to more or fewer of them. */
export interface GroupTile {
  id: string
  name: string
  avatar: AvatarView
  /** The name of an icon, instead of a picture. */
  icon: '' | 'plus' | 'minus'
}

export interface GroupPageView {
  /** Nothing is known yet. */
  loading: boolean
  /** Why nothing can be shown. */
  error: string
  name: string
  avatar: AvatarView
  groupID: string
  /** Its type and how many are in it. */
  kind: string
  /** The first members, and what may be done with them. */
  tiles: GroupTile[]
  count: string
  notification: string
  introduction: string
  join: string
  invite: string
  /** The user's own name in it. */
  nameCard: string
  muted: boolean
  pinned: boolean
  /** How many wait to be let in; empty when nobody does. */
  waiting: string
  /** What the user may do; what is false is shown and cannot be changed, or is not there. */
  can: {
    edit: boolean
    join: boolean
    invite: boolean
    nameCard: boolean
    manage: boolean
    answer: boolean
    transfer: boolean
    dismiss: boolean
    quit: boolean
  }
  /** A community that is divided in topics. */
  topics: boolean
  /** A live room: everybody joins, and nothing is kept of it, neither a place in the list nor messages. */
  live: boolean
}

export const NO_GROUP_PAGE: GroupPageView = {
  loading: true,
  error: '',
  name: '',
  avatar: avatarView('', '', ''),
  groupID: '',
  kind: '',
  tiles: [],
  count: '',
  notification: '',
  introduction: '',
  join: '',
  invite: '',
  nameCard: '',
  muted: false,
  pinned: false,
  waiting: '',
  can: {
    edit: false,
    join: false,
    invite: false,
    nameCard: false,
    manage: false,
    answer: false,
    transfer: false,
    dismiss: false,
    quit: false,
  },
  topics: false,
  live: false,
}

/** Two lines of five. */
const TILES = 10
const TEXT_LENGTH = 100
const NAME_LENGTH = 40

export const inviteText = (invite: JoinOption, t: Translate): string => t(`invite.${invite}`)

function tilesOf({ members }: State, profile: GroupProfile, t: Translate): GroupTile[] {
  const rights = groupRights(profile)
  const ways: GroupTile[] = []
  const way = (icon: 'plus' | 'minus', name: string): void => {
    ways.push({ id: icon, name, icon, avatar: NO_GROUP_PAGE.avatar })
  }
  if (rights.add !== 'no') way('plus', t('member.add'))
  if (rights.remove && profile.members > 1) way('minus', t('member.remove'))
  const known = members[`GROUP${profile.groupID}`]?.list ?? []
  const people = known.slice(0, TILES - ways.length).map(({ userID, name, avatar }) => ({
    id: `@${userID}`,
    name: clip(singleLine(name), NAME_LENGTH),
    avatar: avatarView(avatar, name, userID),
    icon: '' as const,
  }))
  return [...people, ...ways]
}

/** @param groupID of the group whose page it is */
export function groupPageView(state: State, groupID: string, t: Translate): GroupPageView {
  const entry = state.groups[groupID]
  const profile = profileOfGroup(state.groups, groupID)
  if (!profile) {
    const error = entry?.phase === 'failed' && entry.error ? errorText(entry.error, t) : ''
    return { ...NO_GROUP_PAGE, groupID, error }
  }
  const rights = groupRights(profile)
  const name = groupName(profile)
  const conversation = state.conversations.list.find((one) => one.conversationID === `GROUP${groupID}`)
  const line = (text: string): string => clip(singleLine(text), TEXT_LENGTH)
  return {
    loading: false,
    error: '',
    name,
    avatar: groupAvatarView(profile.avatar, name, groupID, state.faces[groupID]),
    groupID,
    kind: t('group.kind', {
      type: t(`groupType.${profile.type}`),
      members: t('group.members', { count: profile.members }),
    }),
    tiles: tilesOf(state, profile, t),
    count: t('group.members', { count: profile.members }),
    notification: line(profile.notification),
    introduction: line(profile.introduction),
    join: t(`join.${profile.join}`),
    invite: inviteText(profile.invite, t),
    nameCard: line(profile.nameCard),
    muted: conversation?.muted ?? false,
    pinned: conversation?.pinned ?? false,
    waiting: badge(waitingApplications(state.groupApplications, groupID)),
    can: {
      edit: rights.edit,
      join: rights.join,
      invite: rights.invite,
      nameCard: rights.nameCard,
      manage: rights.admins || rights.mute,
      answer: rights.answer,
      transfer: rights.transfer && profile.members > 1,
      dismiss: rights.dismiss,
      quit: rights.quit,
    },
    topics: profile.topics,
    live: profile.type === 'live',
  }
}

/** A text of a group in full. */
export interface GroupTextView {
  title: string
  text: string
  /** What stands there while there is none. */
  none: string
  editable: boolean
}

export type GroupTextField = 'notification' | 'introduction'

export function groupTextView(
  state: State,
  groupID: string,
  field: GroupTextField,
  t: Translate,
): GroupTextView {
  const profile = profileOfGroup(state.groups, groupID)
  return {
    title: t(`group.${field}`),
    text: profile?.[field] ?? '',
    none: t('group.noText'),
    editable: profile !== undefined && groupRights(profile).edit,
  }
}
