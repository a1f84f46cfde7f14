import { bucket } from '../../utils/text'
import type { GroupInfo, JoinOption } from './contacts'
import type { GroupAccess, GroupRole } from './groups'
import type { ChatError, Message } from './types'

/** All that is told of a group to somebody who is in it. */
export interface GroupProfile extends GroupInfo {
  /** The announcement. */
  readonly notification: string
  /** Empty when it has none, as a work group whose owner has left. */
  readonly ownerID: string
  /** What an invitation by a plain member needs (SDK: `inviteOption`). */
  readonly invite: JoinOption
  /** Nobody but the owner and administrators may speak. */
  readonly muteAll: boolean
  /** How many there can be. */
  readonly maxMembers: number
  /** Of the user who is logged in. */
  readonly role: GroupRole
  /** The name that they have in this group; empty when there is none. */
  readonly nameCard: string
  /** A community that is divided in topics (SDK: `isSupportTopic`). */
  readonly topics: boolean
}

/** A group that somebody looks at. */
export interface GroupEntry {
  readonly phase: 'loading' | 'ready' | 'failed'
  readonly profile?: GroupProfile
  /** The mark of the announcement that the user has taken away. */
  readonly seen?: number
  readonly error?: ChatError
}

/** By group ID; only those that were asked for. */
export type GroupsSlice = Readonly<Record<string, GroupEntry>>

/** The parts of a profile that can be changed (SDK: `updateGroupProfile`). */
export type GroupChange = Partial<
  Pick<GroupProfile, 'name' | 'avatar' | 'introduction' | 'notification' | 'join' | 'invite' | 'muteAll'>
>

/** Tells one announcement from another, also after the next start. */
export const announcementMark = (text: string): number => bucket(text, 2 ** 31)

export const profileOfGroup = (groups: GroupsSlice, groupID: string): GroupProfile | undefined =>
  groups[groupID]?.profile

const same = (a: GroupProfile, b: GroupProfile): boolean =>
  (Object.keys(b) as (keyof GroupProfile)[]).every((key) => a[key] === b[key])

/**
 * The groups after live messages. The SDK's list of groups tells of most changes, but not of another owner, nor at once
 * of the user's own role.
 */
export function groupsHeard(
  groups: GroupsSlice,
  access: Readonly<Record<string, GroupAccess>>,
  messages: readonly Message[],
): GroupsSlice {
  let next = groups
  for (const { content, conversationID } of messages) {
    const groupID = content.type === 'systemNotice' ? content.groupID : conversationID.slice('GROUP'.length)
    const profile = next[groupID]?.profile
    const role = access[`GROUP${groupID}`]?.role
    if (!profile || !role) continue
    const owner = content.type === 'groupTip' ? content.changes.owner : undefined
    if (profile.role !== role || owner)
      next = changeGroup(next, groupID, { role, ...(owner && { ownerID: owner }) })
  }
  return next
}

/** The groups after the SDK has told of all that the user is in; those it has not asked for yet it knows in part only. */
export function groupsAfter(groups: GroupsSlice, list: readonly GroupProfile[]): GroupsSlice {
  let next = groups
  for (const profile of list) {
    const entry = groups[profile.groupID]
    if (entry?.phase !== 'ready' || !entry.profile) continue
    // Who leads it tips and notices tell, and the list keeps for a while, or for good, what was before.
    const { role, ownerID } = entry.profile
    const told = { ...profile, role, ownerID }
    if (!same(entry.profile, told)) next = { ...next, [profile.groupID]: { ...entry, profile: told } }
  }
  return next
}

/** The groups after one of them was told anew; nothing for one that nobody asked for. */
export function changeGroup(
  groups: GroupsSlice,
  groupID: string,
  change: Partial<GroupProfile>,
): GroupsSlice {
  const entry = groups[groupID]
  if (!entry?.profile || !Object.keys(change).length) return groups
  return { ...groups, [groupID]: { ...entry, profile: { ...entry.profile, ...change } } }
}
