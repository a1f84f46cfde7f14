import { TEXT_TOO_LONG } from '../store/codes'
import { fits } from '../store/limits'
import type { Result } from '../store/types'
import { attempt } from './attempt'
import { tellContacts } from './contacts'
import { intent, refuse } from './intent'
import type { Kit } from './kit'

/** The SDK has changed its list by the time it answers. */
async function then(kit: Kit, result: Result<void>): Promise<Result<void>> {
  if (!result.ok) return result
  const groups = await attempt('getFriendGroupList', () => kit.sdk.friendGroups())
  if (groups.ok) tellContacts(kit, { type: 'friendGroups', friendGroups: groups.value })
  return result
}

/** SDK: `createFriendGroup`. */
export async function createFriendGroup(
  kit: Kit,
  given: string,
  userIDs: readonly string[],
): Promise<Result<void>> {
  const name = given.trim()
  if (!fits(name, 'friendGroup')) return refuse('createFriendGroup', TEXT_TOO_LONG, '')
  return then(kit, await intent(kit, 'createFriendGroup', () => kit.sdk.createFriendGroup(name, userIDs)))
}

/** SDK: `renameFriendGroup`. */
export async function renameFriendGroup(kit: Kit, name: string, given: string): Promise<Result<void>> {
  const newName = given.trim()
  if (newName === name) return { ok: true, value: undefined }
  if (!fits(newName, 'friendGroup')) return refuse('renameFriendGroup', TEXT_TOO_LONG, '')
  return then(kit, await intent(kit, 'renameFriendGroup', () => kit.sdk.renameFriendGroup(name, newName)))
}

/** Its friends stay friends. SDK: `deleteFriendGroup`. */
export const deleteFriendGroup = async (kit: Kit, name: string): Promise<Result<void>> =>
  then(kit, await intent(kit, 'deleteFriendGroup', () => kit.sdk.deleteFriendGroup(name)))

/** Makes `userIDs` all that are in it. SDK: `addToFriendGroup`, `removeFromFriendGroup`. */
export async function sortFriends(kit: Kit, name: string, userIDs: readonly string[]): Promise<Result<void>> {
  const group = kit.store.get().contacts.friendGroups.find((known) => known.name === name)
  const before = new Set(group?.userIDs)
  const after = new Set(userIDs)
  const added = userIDs.filter((userID) => !before.has(userID))
  const removed = [...before].filter((userID) => !after.has(userID))
  if (added.length) {
    const result = await intent(kit, 'addToFriendGroup', () => kit.sdk.sortFriends(name, added, true))
    if (!result.ok) return then(kit, result)
  }
  return then(
    kit,
    removed.length
      ? await intent(kit, 'removeFromFriendGroup', () => kit.sdk.sortFriends(name, removed, false))
      : { ok: true, value: undefined },
  )
}
