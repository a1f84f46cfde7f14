import { TEXT_TOO_LONG } from '../store/codes'
import { fits } from '../store/limits'
import type { Topics } from '../store/topics'
import type { Result } from '../store/types'
import { attempt, whenReady } from './attempt'
import { intent, refuse } from './intent'
import type { Kit } from './kit'

function put(kit: Kit, groupID: string, change: Partial<Topics>): void {
  kit.store.set(({ topics }) => ({
    topics: { ...topics, [groupID]: { phase: 'loading', list: [], ...topics[groupID], ...change } },
  }))
}

/** Reads the topics of a community; later changes come by event. Waits for the SDK. SDK: `getTopicList`. */
export async function loadTopics(kit: Kit, groupID: string): Promise<Result<void>> {
  const known = kit.store.get().topics[groupID]
  if (!known?.list.length) put(kit, groupID, { phase: 'loading', error: undefined })
  const ready = await whenReady(kit)
  const { logins } = kit.store.get().session
  const result = ready.ok ? await attempt('getTopicList', () => kit.sdk.topics(groupID)) : ready
  if (kit.store.get().session.logins !== logins) return { ok: true, value: undefined }
  if (result.ok) {
    put(kit, groupID, { phase: 'ready', list: result.value, error: undefined })
    return { ok: true, value: undefined }
  }
  put(kit, groupID, { phase: 'failed', error: result.error })
  kit.reportQuietly(result.error)
  return result
}

/** SDK: `createTopicInCommunity`. */
export async function createTopic(kit: Kit, groupID: string, given: string): Promise<Result<void>> {
  const name = given.trim()
  if (!fits(name, 'groupName')) return refuse('createTopicInCommunity', TEXT_TOO_LONG, '')
  const made = await intent(kit, 'createTopicInCommunity', () => kit.sdk.createTopic(groupID, name))
  return made.ok ? loadTopics(kit, groupID) : made
}

/** Keeps topics that were asked for as the SDK has them. @returns the function that ends it */
export const watchTopics = (kit: Kit): (() => void) =>
  kit.sdk.listenContacts((event) => {
    if (event.type === 'topics' && kit.store.get().topics[event.groupID]) void loadTopics(kit, event.groupID)
  })
