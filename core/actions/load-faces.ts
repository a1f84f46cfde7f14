import type { Conversation } from '../store/types'
import { attempt } from './attempt'
import type { Kit } from './kit'

/** More composed pictures than anybody scrolls past; older ones are asked for again when they are seen. */
const MOST_GROUPS = 200
/** Until the SDK has the list of groups it answers at once, with nobody: then it is asked again with the next change. */
const MOST_TRIES = 100
/** At a time: pictures must not keep messages waiting. */
const AT_A_TIME = 2

interface Loader {
  waiting: Set<string>
  running: Set<string>
  /** How often nobody was told for each; {@link MOST_TRIES} when it is not asked for again. */
  tries: Map<string, number>
  logins: number
}
const loaders = new WeakMap<Kit, Loader>()

function loaderOf(kit: Kit): Loader {
  const { logins } = kit.store.get().session
  const known = loaders.get(kit)
  if (known?.logins === logins) return known
  const made: Loader = { waiting: new Set(), running: new Set(), tries: new Map(), logins }
  loaders.set(kit, made)
  return made
}

async function load(kit: Kit, loader: Loader, groupID: string): Promise<void> {
  const result = await attempt('getGroupMemberList', () => kit.sdk.groupFaces(groupID))
  const tries = loader.tries.get(groupID) ?? 0
  if (!result.ok) {
    loader.tries.set(groupID, MOST_TRIES)
    return kit.reportQuietly(result.error)
  }
  if (!result.value.length) return void loader.tries.set(groupID, tries + 1)
  if (kit.store.get().session.logins !== loader.logins) return
  kit.store.set(({ faces }) => {
    const next = { ...faces, [groupID]: result.value }
    for (const old of Object.keys(next).slice(0, -MOST_GROUPS)) delete next[old]
    return { faces: next }
  })
}

function next(kit: Kit, loader: Loader): void {
  while (loader.running.size < AT_A_TIME && loader.waiting.size) {
    const [groupID = ''] = loader.waiting
    loader.waiting.delete(groupID)
    loader.running.add(groupID)
    void load(kit, loader, groupID).then(() => {
      loader.running.delete(groupID)
      next(kit, loader)
    })
  }
}

/**
 * Asks for the members that make up the pictures of the groups on the screen that have none. Those that left the
 * screen before their turn are not asked for. SDK: `getGroupMemberList`.
 */
export function loadFaces(kit: Kit, seen: readonly Conversation[]): void {
  if (kit.store.get().session.phase !== 'ready') return
  const loader = loaderOf(kit)
  const { faces } = kit.store.get()
  loader.waiting = new Set(
    seen
      .filter(({ type, avatar }) => type === 'GROUP' && !avatar)
      .map(({ target }) => target)
      .filter((groupID) => !faces[groupID] && !loader.running.has(groupID))
      .filter((groupID) => (loader.tries.get(groupID) ?? 0) < MOST_TRIES),
  )
  next(kit, loader)
}
