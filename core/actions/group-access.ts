import { parseConversationID } from '../store/conversation-id'
import type { Members } from '../store/groups'
import type { Result } from '../store/types'
import { attempt, whenReady } from './attempt'
import type { Kit } from './kit'

/** What the server says to whoever is not in a group, or asks for one that is none (any more). */
const OUT = new Set([10007])
const NO_GROUP = new Set([10010, 10015])

/** Asks what the user may do in a group; live messages keep it up to date from then on. SDK: `getGroupProfile`. */
export async function loadAccess(kit: Kit, conversationID: string): Promise<void> {
  const parsed = parseConversationID(conversationID)
  if (parsed?.type !== 'GROUP' || !(await whenReady(kit)).ok) return
  const { userID } = kit.store.get().session
  const result = await attempt('getGroupProfile', () => kit.sdk.groupAccess(parsed.target))
  if (kit.store.get().session.userID !== userID) return
  const code = result.ok ? 0 : result.error.code
  const standing = OUT.has(code) ? 'left' : NO_GROUP.has(code) ? 'dismissed' : undefined
  if (!result.ok && !standing) return kit.reportQuietly(result.error)
  const found = result.ok
    ? result.value
    : ({ standing: standing ?? 'left', role: 'member', mutedUntil: 0, mutedAll: false } as const)
  if (found) kit.store.set(({ access }) => ({ access: { ...access, [conversationID]: found } }))
}

function put(kit: Kit, conversationID: string, next: (before: Members | undefined) => Members): void {
  kit.store.set(({ members }) => ({
    members: { ...members, [conversationID]: next(members[conversationID]) },
  }))
}

/**
 * Loads the next page of a group's members; the first one again when all are there or the last try failed.
 * SDK: `getGroupMemberList`, 100 at a time.
 */
export async function loadMembers(kit: Kit, conversationID: string): Promise<Result<void>> {
  const parsed = parseConversationID(conversationID)
  const known = kit.store.get().members[conversationID]
  if (parsed?.type !== 'GROUP' || known?.phase === 'loading') return { ok: true, value: undefined }
  const from = known?.next ?? 0
  put(kit, conversationID, (before) => ({ list: [], ...before, phase: 'loading', error: undefined }))
  const result = await attempt('getGroupMemberList', () => kit.sdk.groupMembers(parsed.target, from))
  // Another account has logged in meanwhile.
  if (!kit.store.get().members[conversationID]) return { ok: true, value: undefined }
  if (!result.ok) {
    put(kit, conversationID, (before) => ({ list: [], ...before, phase: 'failed', error: result.error }))
    kit.reportQuietly(result.error)
    return result
  }
  const { members, next } = result.value
  put(kit, conversationID, (before) => {
    const list = from ? (before?.list ?? []) : []
    const there = new Set(list.map(({ userID }) => userID))
    return { phase: 'ready', list: [...list, ...members.filter(({ userID }) => !there.has(userID))], next }
  })
  return { ok: true, value: undefined }
}
