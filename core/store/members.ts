import type { GroupTipContent, Person } from './content'
import type { GroupRole, Member, Members } from './groups'
import type { Message } from './types'

type Slice = Readonly<Record<string, Members>>

/** Of group tips (the SDK's `GRP_TIP_…`). */
const TIP = { joined: 1, quit: 2, removed: 3, adminGiven: 4, adminTaken: 5, group: 6, member: 7 } as const

/** Adds those who are not there yet, and takes over what is new of the others. */
export function withMembers(before: readonly Member[], more: readonly Member[]): readonly Member[] {
  const fresh = new Map(more.map((member) => [member.userID, member]))
  const kept = before.map((member) => {
    const newer = fresh.get(member.userID)
    fresh.delete(member.userID)
    return newer ?? member
  })
  return [...kept, ...fresh.values()]
}

export function changeMember(members: Members, userIDs: readonly string[], change: Partial<Member>): Members {
  const meant = new Set(userIDs)
  let changed = false
  const list = members.list.map((member) => {
    if (!meant.has(member.userID)) return member
    changed = true
    return { ...member, ...change }
  })
  return changed ? { ...members, list } : members
}

export function withoutMembers(members: Members, userIDs: readonly string[]): Members {
  const gone = new Set(userIDs)
  const list = members.list.filter(({ userID }) => !gone.has(userID))
  const count = members.list.length - list.length
  if (!count) return members
  // Those of the next page have moved up by as many.
  const { next } = members
  return { ...members, list, ...(typeof next === 'number' && { next: Math.max(1, next - count) }) }
}

const newMember = ({ userID, name, avatar = '' }: Person): Member => ({
  userID,
  name,
  avatar,
  role: 'member',
  mutedUntil: 0,
})

const hasRole = (members: Members, people: readonly Person[], role: GroupRole): Members =>
  changeMember(
    members,
    people.map(({ userID }) => userID),
    { role },
  )

export function withOwner(members: Members, userID: string): Members {
  const before = members.list.filter(({ role }) => role === 'owner').map((owner) => owner.userID)
  return changeMember(changeMember(members, before, { role: 'member' }), [userID], { role: 'owner' })
}

/** @param now seconds since 1970 */
function afterTip(members: Members, tip: GroupTipContent, now: number): Members {
  const userIDs = tip.members.map(({ userID }) => userID)
  switch (tip.operation) {
    case TIP.joined: {
      const known = new Set(members.list.map(({ userID }) => userID))
      const fresh = tip.members.filter(({ userID }) => !known.has(userID))
      return fresh.length ? { ...members, list: [...members.list, ...fresh.map(newMember)] } : members
    }
    case TIP.quit:
      return withoutMembers(members, [...userIDs, tip.operator.userID])
    case TIP.removed:
      return withoutMembers(members, userIDs)
    case TIP.adminGiven:
      return hasRole(members, tip.members, 'admin')
    case TIP.adminTaken:
      return hasRole(members, tip.members, 'member')
    case TIP.group:
      return tip.changes.owner === undefined ? members : withOwner(members, tip.changes.owner)
    case TIP.member:
      return changeMember(members, userIDs, { mutedUntil: tip.muteSeconds ? now + tip.muteSeconds : 0 })
    default:
      return members
  }
}

/** What live messages change about the members that were loaded. @param now seconds since 1970 */
export function membersAfter(slice: Slice, messages: readonly Message[], now: number): Slice {
  let next = slice
  for (const { conversationID, content } of messages) {
    const known = next[conversationID]
    if (!known || content.type !== 'groupTip') continue
    const changed = afterTip(known, content, now)
    if (changed !== known) next = { ...next, [conversationID]: changed }
  }
  return next
}
