import { applicationsAfter } from '../store/group-applications'
import { groupsHeard } from '../store/group-profiles'
import { accessAfter } from '../store/groups'
import { membersAfter } from '../store/members'
import type { Message } from '../store/types'
import { hearApplications } from './group-applications'
import type { Kit } from './kit'

/** Takes over what live messages tell of groups: tips to all members, and notices to this user. */
export function hearGroups(kit: Kit, messages: readonly Message[]): void {
  const now = kit.sdk.now() / 1000
  kit.store.set(({ access, groups, members, groupApplications, session }) => {
    const heard = accessAfter(access, messages, now, session.userID)
    return {
      access: heard,
      groups: groupsHeard(groups, heard, messages),
      members: membersAfter(members, messages, now),
      groupApplications: applicationsAfter(groupApplications, messages),
    }
  })
  hearApplications(kit, messages)
}
