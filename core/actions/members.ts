import { parseConversationID } from '../store/conversation-id'
import type { Added, Member, Members } from '../store/groups'
import { changeMember, withMembers, withoutMembers } from '../store/members'
import type { Result } from '../store/types'
import { attempt } from './attempt'
import { intent } from './intent'
import type { Kit } from './kit'

const DONE = { ok: true, value: undefined } as const

const idOf = (groupID: string): string => `GROUP${groupID}`

/** Changes the members that are loaded; those of a group that nobody has asked for stay unknown. */
function change(kit: Kit, groupID: string, next: (members: Members) => Members): void {
  const id = idOf(groupID)
  kit.store.set(({ members }) => {
    const known = members[id]
    return known ? { members: { ...members, [id]: next(known) } } : {}
  })
}

const put = (kit: Kit, id: string, members: Members): void =>
  kit.store.set((state) => ({ members: { ...state.members, [id]: members } }))

/** Administrators may stand on any page, and are wanted at once. */
async function loadAdmins(kit: Kit, groupID: string): Promise<void> {
  const result = await attempt('getGroupMemberList', () => kit.sdk.groupAdmins(groupID))
  // Without them each comes with its page.
  if (result.ok) change(kit, groupID, (known) => ({ ...known, list: withMembers(known.list, result.value) }))
}

/**
 * Loads the next page of a group's members; the first one again when all are there or the last try failed.
 * SDK: `getGroupMemberList`, 100 at a time.
 */
export async function loadMembers(kit: Kit, conversationID: string): Promise<Result<void>> {
  const parsed = parseConversationID(conversationID)
  const known = kit.store.get().members[conversationID]
  if (parsed?.type !== 'GROUP' || known?.phase === 'loading') return DONE
  const groupID = parsed.target
  const from = known?.next ?? 0
  put(kit, conversationID, { list: [], ...known, phase: 'loading', error: undefined })
  const result = await attempt('getGroupMemberList', () => kit.sdk.groupMembers(groupID, from))
  // Nothing is known when another account has logged in meanwhile.
  if (!result.ok) {
    change(kit, groupID, (before) => ({ ...before, phase: 'failed', error: result.error }))
    kit.reportQuietly(result.error)
    return result
  }
  const { members, next } = result.value
  change(kit, groupID, ({ list }) => ({
    phase: 'ready',
    list: from ? withMembers(list, members) : members,
    next,
  }))
  if (!from && next !== undefined) await loadAdmins(kit, groupID)
  return DONE
}

/** Loads the first page, unless members are there already. */
export async function needMembers(kit: Kit, conversationID: string): Promise<void> {
  if (!kit.store.get().members[conversationID]?.list.length) await loadMembers(kit, conversationID)
}

/**
 * Reads the first page again, after what a connection has missed. Of a group that has only one it is the truth; of a
 * larger one the others stay as they were.
 */
export async function refreshMembers(kit: Kit, groupID: string): Promise<void> {
  if (!kit.store.get().members[idOf(groupID)]?.list.length) return
  const result = await attempt('getGroupMemberList', () => kit.sdk.groupMembers(groupID, 0))
  if (!result.ok) return kit.reportQuietly(result.error)
  const { members, next } = result.value
  change(kit, groupID, (known) => ({
    ...known,
    list: next === undefined ? members : withMembers(known.list, members),
  }))
}

/** Reads one member anew, also one whose page is not loaded. SDK: `getGroupMemberProfile`. */
export async function loadMember(
  kit: Kit,
  groupID: string,
  userID: string,
): Promise<Result<Member | undefined>> {
  const result = await intent(kit, 'getGroupMemberProfile', () => kit.sdk.membersOf(groupID, [userID]))
  if (!result.ok) return result
  const found = result.value.find((member) => member.userID === userID)
  if (!found) return { ok: true, value: undefined }
  const id = idOf(groupID)
  const known = kit.store.get().members[id] ?? { phase: 'ready', list: [], next: 0 }
  // This answer does not know who is online.
  const before = known.list.find((member) => member.userID === userID)
  const member = before?.online ? { ...found, online: true } : found
  put(kit, id, { ...known, list: withMembers(known.list, [member]) })
  return { ok: true, value: member }
}

/** Adds people to a group. SDK: `addGroupMember`, which says of each what became of them. */
export const addMembers = (kit: Kit, groupID: string, userIDs: readonly string[]): Promise<Result<Added>> =>
  intent(kit, 'addGroupMember', () => kit.sdk.addMembers(groupID, userIDs))

/** The SDK takes no more at a time. */
const MOST_REMOVED = 100

/**
 * Removes members from a group. SDK: `deleteGroupMember`.
 * @param seconds live rooms only: for how long they stay out
 */
export async function removeMembers(
  kit: Kit,
  groupID: string,
  userIDs: readonly string[],
  seconds = 0,
): Promise<Result<void>> {
  for (let at = 0; at < userIDs.length; at += MOST_REMOVED) {
    const some = userIDs.slice(at, at + MOST_REMOVED)
    const result = await intent(kit, 'deleteGroupMember', () => kit.sdk.removeMembers(groupID, some, seconds))
    if (!result.ok) return result
    change(kit, groupID, (known) => withoutMembers(known, some))
  }
  return DONE
}

/** Makes members administrators, or takes that from them; stops at the first refusal. SDK: `setGroupMemberRole`. */
export async function setAdmins(
  kit: Kit,
  groupID: string,
  userIDs: readonly string[],
  admin: boolean,
): Promise<Result<void>> {
  for (const userID of userIDs) {
    const result = await intent(kit, 'setGroupMemberRole', () => kit.sdk.setAdmin(groupID, userID, admin))
    if (!result.ok) return result
    change(kit, groupID, (known) => changeMember(known, [userID], { role: admin ? 'admin' : 'member' }))
  }
  return DONE
}

/** Keeps a member from speaking. SDK: `setGroupMemberMuteTime`. @param seconds 0 lets them speak again */
export async function muteMember(
  kit: Kit,
  groupID: string,
  userID: string,
  seconds: number,
): Promise<Result<void>> {
  const result = await intent(kit, 'setGroupMemberMuteTime', () =>
    kit.sdk.muteMember(groupID, userID, seconds),
  )
  if (result.ok) {
    const mutedUntil = seconds && Math.floor(kit.sdk.now() / 1000) + seconds
    change(kit, groupID, (known) => changeMember(known, [userID], { mutedUntil }))
  }
  return result
}

/** The mark of a member in a live room; what it means is for the host to say. */
export const MEMBER_MARK = 1000

/** Marks members of a live room, or takes the mark from them. SDK: `markGroupMemberList`. */
export const markMembers = (
  kit: Kit,
  groupID: string,
  userIDs: readonly string[],
  on: boolean,
  mark = MEMBER_MARK,
): Promise<Result<void>> =>
  intent(kit, 'markGroupMemberList', () => kit.sdk.markMembers(groupID, userIDs, mark, on))
