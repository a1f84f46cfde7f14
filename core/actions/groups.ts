import { TEXT_TOO_LONG } from '../store/codes'
import { changeGroup, type GroupChange, type GroupEntry } from '../store/group-profiles'
import type { GroupAccess } from '../store/groups'
import { fits } from '../store/limits'
import type { ChatError, Result } from '../store/types'
import { seenAnnouncement } from './announcement'
import { attempt, whenReady } from './attempt'
import { needGroupApplications } from './group-applications'
import { intent, refuse } from './intent'
import type { Kit } from './kit'
import { refreshMembers } from './members'

const DONE = { ok: true, value: undefined } as const

/** What the server says to whoever is not in a group, or asks for one that is none (any more). */
const OUT = new Set([10007])
const NO_GROUP = new Set([10010, 10015])

/** The SDK's code for what a build of it has not. */
const UNSUPPORTED: ChatError = { code: 2998, op: 'getGroupProfile', retryable: false, cause: '' }

const NO_ACCESS = { role: 'member', mutedUntil: 0, mutedAll: false } as const

function putEntry(kit: Kit, groupID: string, change: Partial<GroupEntry>): void {
  kit.store.set(({ groups }) => ({
    groups: { ...groups, [groupID]: { phase: 'loading', ...groups[groupID], ...change } },
  }))
}

function putAccess(kit: Kit, groupID: string, change: Partial<GroupAccess>): void {
  kit.store.set(({ access }) => {
    const conversationID = `GROUP${groupID}`
    const known = access[conversationID] ?? { ...NO_ACCESS, standing: 'in' }
    return { access: { ...access, [conversationID]: { ...known, ...change } } }
  })
}

/**
 * Asks what a group is, and what the user may do there; the SDK's list of groups and live messages keep it up to date
 * from then on. Waits for the SDK. SDK: `getGroupProfile`.
 */
export async function loadGroup(kit: Kit, groupID: string): Promise<Result<void>> {
  putEntry(kit, groupID, { phase: 'loading', error: undefined })
  const ready = await whenReady(kit)
  const { logins } = kit.store.get().session
  const result = ready.ok ? await attempt('getGroupProfile', () => kit.sdk.groupProfile(groupID)) : ready
  // Another login asks again.
  if (kit.store.get().session.logins !== logins) return DONE
  if (result.ok) {
    if (!result.value) {
      // This build of the SDK has no groups: whoever looks for one is told.
      putEntry(kit, groupID, { phase: 'failed', error: UNSUPPORTED })
      return DONE
    }
    const { access, profile } = result.value
    putEntry(kit, groupID, { phase: 'ready', profile, seen: seenAnnouncement(kit, groupID) })
    putAccess(kit, groupID, access)
    if (profile.role !== 'member' && profile.type !== 'live') void needGroupApplications(kit)
    return DONE
  }
  const { error } = result
  putEntry(kit, groupID, { phase: 'failed', error })
  if (OUT.has(error.code)) putAccess(kit, groupID, { ...NO_ACCESS, standing: 'left' })
  else if (NO_GROUP.has(error.code)) putAccess(kit, groupID, { ...NO_ACCESS, standing: 'dismissed' })
  else kit.reportQuietly(error)
  return result
}

/** Asks again at each login, and when the connection is back. @returns the function that ends it */
export function watchGroups(kit: Kit): () => void {
  let logins = 0
  let connection = ''
  return kit.store.subscribe(() => {
    const { session, groups } = kit.store.get()
    const fresh = session.logins !== logins
    const back = session.connection === 'connected' && connection !== 'connected'
    logins = session.logins
    connection = session.connection
    if (session.phase !== 'ready' || (!fresh && !back)) return
    for (const [groupID, { phase, error }] of Object.entries(groups))
      // Those that are being loaded wait for the first login anyway.
      if (fresh ? phase !== 'loading' || logins > 1 : phase === 'failed' && error?.retryable) {
        void loadGroup(kit, groupID)
        void refreshMembers(kit, groupID)
      }
  })
}

const TEXT_LIMITS = {
  name: 'groupName',
  introduction: 'groupIntroduction',
  notification: 'groupNotification',
} as const

/** Changes what a group tells of itself, or its rules. SDK: `updateGroupProfile`. */
export async function changeGroupProfile(
  kit: Kit,
  groupID: string,
  change: GroupChange,
): Promise<Result<void>> {
  const tooLong = (Object.keys(TEXT_LIMITS) as (keyof typeof TEXT_LIMITS)[]).find(
    (field) => !fits(change[field] ?? '', TEXT_LIMITS[field]),
  )
  if (tooLong) return refuse('updateGroupProfile', TEXT_TOO_LONG, tooLong)
  const result = await intent(kit, 'updateGroupProfile', () => kit.sdk.updateGroup(groupID, change))
  if (result.ok) kit.store.set(({ groups }) => ({ groups: changeGroup(groups, groupID, change) }))
  return result
}

/** Sets the user's own name in a group; empty takes it away. SDK: `setGroupMemberNameCard`. */
export async function setNameCard(kit: Kit, groupID: string, given: string): Promise<Result<void>> {
  const nameCard = given.trim()
  if (!fits(nameCard, 'nameCard')) return refuse('setGroupMemberNameCard', TEXT_TOO_LONG, '')
  const result = await intent(kit, 'setGroupMemberNameCard', () => kit.sdk.setNameCard(groupID, nameCard))
  if (result.ok) kit.store.set(({ groups }) => ({ groups: changeGroup(groups, groupID, { nameCard }) }))
  return result
}

/** Makes another member the owner. SDK: `changeGroupOwner`. */
export async function transferGroup(kit: Kit, groupID: string, userID: string): Promise<Result<void>> {
  const result = await intent(kit, 'changeGroupOwner', () => kit.sdk.changeOwner(groupID, userID))
  if (!result.ok) return result
  kit.store.set(({ groups }) => ({
    groups: changeGroup(groups, groupID, { role: 'member', ownerID: userID }),
  }))
  putAccess(kit, groupID, { role: 'member' })
  return result
}

/** Leaves a group. SDK: `quitGroup`. */
export async function quitGroup(kit: Kit, groupID: string): Promise<Result<void>> {
  const result = await intent(kit, 'quitGroup', () => kit.sdk.quitGroup(groupID))
  if (result.ok) putAccess(kit, groupID, { standing: 'left' })
  return result
}

/** Ends a group for all who are in it. SDK: `dismissGroup`. */
export async function dismissGroup(kit: Kit, groupID: string): Promise<Result<void>> {
  const result = await intent(kit, 'dismissGroup', () => kit.sdk.dismissGroup(groupID))
  if (result.ok) putAccess(kit, groupID, { standing: 'dismissed' })
  return result
}
