import type { CallInfo } from '../calls/engine'
import type { CallSlice } from '../store/call'
import { friendOf, profileOf } from '../store/contacts'
import type { State } from '../store/state'
import { friendName, nickOf } from '../views/people'
import type { Kit } from './kit'
import { loadPeople } from './people'

/** What is known of somebody: the user's own name for them, that in the group, their own. */
function personOf(
  { contacts, members }: State,
  userID: string,
  groupID?: string,
): CallSlice['people'][string] {
  const friend = friendOf(contacts, userID)
  const profile = profileOf(contacts, userID)
  const member = groupID && members[`GROUP${groupID}`]?.list.find((known) => known.userID === userID)
  const name = (friend && friendName(friend)) || (member && member.name) || (profile && nickOf(profile))
  return { name: name || userID, avatar: profile?.avatar || (member && member.avatar) || '' }
}

const everybody = ({ members, callerID }: CallInfo): string[] => [
  ...new Set([callerID, ...members.map(({ userID }) => userID)]),
]

/** Names of all who are in the call, as far as they are known by now. */
export function peopleOf(state: State, info: CallInfo, before: CallSlice['people']): CallSlice['people'] {
  const people: Record<string, CallSlice['people'][string]> = {}
  for (const userID of everybody(info)) {
    const now = personOf(state, userID, info.groupID)
    const known = before[userID]
    people[userID] = known?.name === now.name && known.avatar === now.avatar ? known : now
  }
  const same =
    Object.keys(people).length === Object.keys(before).length &&
    Object.keys(people).every((userID) => people[userID] === before[userID])
  return same ? before : people
}

/** Asks for those that nobody knows. SDK: `getUserProfile`. */
export async function loadCallPeople(kit: Kit, info: CallInfo): Promise<void> {
  const { contacts } = kit.store.get()
  const unknown = everybody(info).filter((userID) => userID && !profileOf(contacts, userID))
  if (unknown.length) await loadPeople(kit, unknown)
}
