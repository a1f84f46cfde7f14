import type { NewGroup } from '../sdk/calls/groups-start'
import { BAD_GROUP_ID, NO_SUCH_GROUP, TEXT_TOO_LONG } from '../store/codes'
import type { GroupInfo } from '../store/contacts'
import { fits } from '../store/limits'
import type { Result } from '../store/types'
import { attempt, whenReady } from './attempt'
import { tellContacts } from './contacts'
import { intent, refuse } from './intent'
import type { Kit } from './kit'

/** What is visible in ASCII; the server keeps this beginning for itself. */
export const isGroupID = (groupID: string): boolean =>
  /^[\x21-\x7e]+$/.test(groupID) && !groupID.startsWith('@TGS#') && fits(groupID, 'groupID')

/**
 * Creates a group with the user as its owner. SDK: `createGroup`.
 * @returns the ID of its conversation
 */
export async function createGroup(kit: Kit, given: NewGroup): Promise<Result<string>> {
  const group = { ...given, name: given.name.trim(), groupID: given.groupID.trim() }
  if (!fits(group.name, 'groupName')) return refuse('createGroup', TEXT_TOO_LONG, '')
  if (group.groupID && !isGroupID(group.groupID)) return refuse('createGroup', BAD_GROUP_ID, group.groupID)
  const created = await intent(kit, 'createGroup', () => kit.sdk.createGroup(group))
  if (!created.ok) return created
  const groupID = created.value
  if (group.type === 'live') {
    // Who opens a live room is not in it yet.
    const info: GroupInfo = { ...group, groupID, members: 0, introduction: '', join: 'any' }
    const joined = await intent(kit, 'joinGroup', () => kit.sdk.joinGroup(info, ''))
    if (!joined.ok) return joined
  }
  await refreshGroups(kit)
  return { ok: true, value: `GROUP${groupID}` }
}

/** The SDK tells of a new group before it knows how many are in it, and not again. */
async function refreshGroups(kit: Kit): Promise<void> {
  const groups = await attempt('getGroupList', () => kit.sdk.groups())
  // Without them the list is what it was.
  if (groups.ok) tellContacts(kit, { type: 'groups', groups: groups.value })
}

/** Looks a group up by its ID; those that take nobody in are not found. SDK: `searchGroupByID`. */
export async function findGroup(kit: Kit, given: string): Promise<Result<GroupInfo>> {
  const groupID = given.trim()
  const ready = await whenReady(kit)
  if (!ready.ok) return ready
  const joined = kit.store.get().contacts.groups.find((known) => known.groupID === groupID)
  if (joined) return { ok: true, value: joined }
  const result = await intent(kit, 'searchGroupByID', () => kit.sdk.findGroup(groupID))
  if (!result.ok) return result
  return result.value ? { ok: true, value: result.value } : refuse('searchGroupByID', NO_SUCH_GROUP, groupID)
}

/** SDK: `joinGroup`. @returns `waits` when somebody has to agree first */
export async function joinGroup(
  kit: Kit,
  group: GroupInfo,
  wording: string,
): Promise<Result<'joined' | 'waits'>> {
  if (!fits(wording, 'groupWording')) return refuse('joinGroup', TEXT_TOO_LONG, '')
  const result = await intent(kit, 'joinGroup', () => kit.sdk.joinGroup(group, wording))
  if (result.ok && result.value === 'joined') await refreshGroups(kit)
  return result
}
