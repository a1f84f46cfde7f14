import type { ReaderPages } from '../store/overlays'
import type { Result } from '../store/types'
import { attempt } from './attempt'
import { messageOf } from './find-message'
import type { Kit } from './kit'
import { changeOverlay, openOverlay } from './overlays'

export type ReaderTab = 'read' | 'unread'

const NONE: ReaderPages = { people: [], cursor: '', complete: false, loading: false }

/** Opens the list of who has read a message of a group, and who has not. */
export function openReaders(kit: Kit, conversationID: string, id: string): void {
  const { overlays } = kit.store.get()
  if (overlays.some((overlay) => overlay.type === 'readers' && overlay.id === id)) return
  openOverlay(kit, { type: 'readers', conversationID, id })
  void loadReaders(kit, id, 'read')
  void loadReaders(kit, id, 'unread')
}

/** Loads the next page of one of the two lists. SDK: `getGroupMessageReadMemberList`. */
export async function loadReaders(kit: Kit, id: string, tab: ReaderTab): Promise<Result<void>> {
  const overlay = kit.store.get().overlays.find((one) => one.type === 'readers' && one.id === id)
  const done: Result<void> = { ok: true, value: undefined }
  if (overlay?.type !== 'readers') return done
  const before = overlay[tab] ?? NONE
  const message = messageOf(kit, overlay.conversationID, id)
  if (!message || before.loading || before.complete) return done
  const put = (pages: ReaderPages): void =>
    changeOverlay(kit, 'readers', id, (open) => ({ ...open, [tab]: pages }))
  put({ ...before, loading: true, error: undefined })
  const result = await attempt('getGroupMessageReadMemberList', () =>
    kit.sdk.readers(message, tab === 'read', before.cursor),
  )
  if (!result.ok) {
    put({ ...before, loading: false, error: result.error })
    kit.reportQuietly(result.error)
    return result
  }
  const { readers, cursor, complete } = result.value
  const known = new Set(before.people.map(({ userID }) => userID))
  const fresh = readers.filter(({ userID }) => !known.has(userID))
  put({ people: [...before.people, ...fresh], cursor, complete, loading: false })
  return done
}
