import { attempt } from './attempt'
import type { Kit } from './kit'

/** Somebody who scrolls past is not asked about. */
const PAUSE_MS = 300
/** The SDK takes no more at a time. */
const MOST_USERS = 100

export interface PresenceWatch {
  /** Who is seen now, instead of those before. */
  see(userIDs: readonly string[]): void
  /** Nobody is seen any more. */
  stop(): void
}

/** What all lists of one kit look at together. */
interface Watching {
  /** By whoever looks: the users that are seen. */
  seen: Map<object, readonly string[]>
  /** Those that the server tells of. */
  subscribed: Set<string>
  logins: number
  timer?: ReturnType<typeof setTimeout> | undefined
  busy: boolean
  /** Since the last look. */
  changed: boolean
}
const watches = new WeakMap<Kit, Watching>()

function watchingOf(kit: Kit): Watching {
  const known = watches.get(kit)
  if (known) return known
  const made: Watching = { seen: new Map(), subscribed: new Set(), logins: 0, busy: false, changed: false }
  watches.set(kit, made)
  return made
}

async function subscribe(kit: Kit, watching: Watching, userIDs: readonly string[]): Promise<void> {
  if (!userIDs.length) return
  for (const userID of userIDs) watching.subscribed.add(userID)
  const result = await attempt('subscribeUserStatus', async () => {
    await kit.sdk.subscribePresence(userIDs)
    return kit.sdk.presence(userIDs)
  })
  if (kit.store.get().session.logins !== watching.logins) return
  if (result.ok) return kit.store.set(({ presence }) => ({ presence: { ...presence, ...result.value } }))
  for (const userID of userIDs) watching.subscribed.delete(userID)
  kit.reportQuietly(result.error)
}

async function unsubscribe(kit: Kit, watching: Watching, userIDs: readonly string[]): Promise<void> {
  if (!userIDs.length) return
  for (const userID of userIDs) watching.subscribed.delete(userID)
  kit.store.set(({ presence }) => {
    const left = { ...presence }
    for (const userID of userIDs) delete left[userID]
    return { presence: left }
  })
  const result = await attempt('unsubscribeUserStatus', () => kit.sdk.unsubscribePresence(userIDs))
  if (!result.ok) kit.reportQuietly(result.error)
}

async function settle(kit: Kit, watching: Watching): Promise<void> {
  watching.timer = undefined
  const { session, abilities } = kit.store.get()
  if (session.phase !== 'ready' || !abilities.presence || watching.busy) return
  watching.changed = false
  // What an account or a connection had subscribed is gone with it.
  if (watching.logins !== session.logins) watching.subscribed.clear()
  watching.logins = session.logins
  const seen = new Set<string>()
  for (const userIDs of watching.seen.values()) for (const userID of userIDs) seen.add(userID)
  const wanted = [...seen].slice(0, MOST_USERS)
  const gone = [...watching.subscribed].filter((userID) => !seen.has(userID)).slice(0, MOST_USERS)
  const come = wanted.filter((userID) => !watching.subscribed.has(userID))
  if (!gone.length && !come.length) return
  watching.busy = true
  await unsubscribe(kit, watching, gone)
  await subscribe(kit, watching, come)
  watching.busy = false
  // Somebody may have scrolled on meanwhile.
  if (watching.changed) await settle(kit, watching)
}

/**
 * Keeps `state.presence` true for the users that are seen, and for no others. Does nothing where the plan has no
 * online status. SDK: `subscribeUserStatus`, `getUserStatus`, `unsubscribeUserStatus`.
 */
export function watchPresence(kit: Kit): PresenceWatch {
  const watching = watchingOf(kit)
  const owner = {}
  const later = (): void => {
    watching.changed = true
    watching.timer ??= setTimeout(() => void settle(kit, watching), PAUSE_MS)
  }
  return {
    see(userIDs) {
      const { session, abilities } = kit.store.get()
      if (!abilities.presence) return
      const before = watching.seen.get(owner)
      const same = before?.length === userIDs.length && userIDs.every((userID, at) => userID === before[at])
      if (same && watching.logins === session.logins) return
      watching.seen.set(owner, userIDs)
      later()
    },
    stop() {
      watching.seen.delete(owner)
      watching.changed = true
      if (watching.timer) clearTimeout(watching.timer)
      watching.timer = undefined
      void settle(kit, watching)
    },
  }
}
