import { GroupType } from '../domain/groups'
import { SeedError, type Seed, type SeedGroup, type SeedMessage } from './format'

function checkUnique(list: string, kind: string, ids: readonly string[]): Set<string> {
  const known = new Set<string>()
  for (const id of ids) {
    if (known.has(id)) throw new SeedError(`${list}: the ${kind} ${id} occurs twice`)
    known.add(id)
  }
  return known
}

/** Everybody whom a message names. */
function peopleIn({ from, to, unread, at, reactions }: SeedMessage): string[] {
  return [
    from,
    ...(to === undefined ? [] : [to]),
    ...(typeof unread === 'boolean' ? [] : unread),
    ...(at ?? []).filter((userID) => userID !== 'all'),
    ...Object.values(reactions ?? {}).flat(),
  ]
}

/** The people who may be named: all users, and the members of each group. */
class Known {
  private readonly users: Set<string>
  private readonly members: Map<string, string[]>

  constructor({ users, groups }: Required<Seed>) {
    const ids = users.map(({ userID }) => userID)
    this.users = checkUnique('users', 'userID', ids)
    const groupIDs = groups.map(({ groupID }) => groupID)
    checkUnique('groups', 'groupID', groupIDs)
    this.members = new Map(groups.map((group) => [group.groupID, membersOf(group)]))
  }

  requireUsers(list: string, named: readonly string[]): void {
    const unknown = named.find((userID) => !this.users.has(userID))
    if (unknown !== undefined) throw new SeedError(`${list}: ${unknown} is not among the users`)
  }

  requireMembers(list: string, groupID: string, named: readonly string[]): void {
    const members = this.members.get(groupID)
    if (!members) throw new SeedError(`${list}: ${groupID} is not among the groups`)
    const stranger = named.find((userID) => !members.includes(userID))
    if (stranger !== undefined) throw new SeedError(`${list}: ${stranger} is not in the group ${groupID}`)
  }
}

const membersOf = ({ owner, members }: SeedGroup): string[] => [owner, ...members.map(({ userID }) => userID)]

/** Makes sure that everybody and everything that is named exists. @throws SeedError */
export function checkSeed(seed: Required<Seed>): void {
  const known = new Known(seed)
  for (const group of seed.groups) checkGroup(group, known)
  for (const message of seed.messages) {
    const people = peopleIn(message)
    known.requireUsers('messages', people)
    if (message.group !== undefined) known.requireMembers('messages', message.group, people)
  }
  for (const { between } of seed.friends) known.requireUsers('friends', between)
  for (const { from, to } of seed.applications) known.requireUsers('applications', [from, to])
  for (const { owner, userID } of seed.blacklist) known.requireUsers('blacklist', [owner, userID])
  for (const { owner, userID, groupID } of seed.conversations) {
    known.requireUsers('conversations', userID === undefined ? [owner] : [owner, userID])
    if (groupID !== undefined) known.requireMembers('conversations', groupID, [owner])
  }
}

function checkGroup(group: SeedGroup, known: Known): void {
  const { groupID, type } = group
  known.requireUsers('groups', membersOf(group))
  checkUnique(`groups: ${groupID}`, 'member', membersOf(group))
  if (groupID.startsWith('@TGS#_') !== (type === GroupType.COMMUNITY)) {
    throw new SeedError(`groups: @TGS#_ is how the IDs of communities begin, and no others: ${groupID}`)
  }
}
