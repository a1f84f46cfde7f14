import { addOlder } from '../store/thread'
import type { Message, Result, Thread } from '../store/types'
import { attempt } from './attempt'
import { changeThread } from './change-thread'
import { sharing } from './in-flight'
import type { Kit } from './kit'

/** The SDK allows 20 calls a second. */
const TOO_FREQUENT = 2996
const PAUSE_MS = 1000

/** Asks once more a moment later when somebody scrolls faster than the SDK allows. */
export async function patiently<T>(op: string, ask: () => Promise<T>): Promise<Result<T>> {
  const result = await attempt(op, ask)
  if (result.ok || result.error.code !== TOO_FREQUENT) return result
  await new Promise<void>((resolve) => setTimeout(resolve, PAUSE_MS))
  return attempt(op, ask)
}

interface Page {
  messages: Message[]
  cursor: string
  complete: boolean
  olderFrom?: number
}

function ask(kit: Kit, conversationID: string, { cursor, olderFrom }: Thread): Promise<Result<Page>> {
  if (olderFrom === undefined)
    return patiently('getMessageList', () => kit.sdk.history(conversationID, cursor))
  return patiently('getMessageListHopping', async () => {
    const { messages, next } = await kit.sdk.hop(conversationID, olderFrom, 'older')
    // A page that leads nowhere would be asked for for ever.
    const stuck = next === olderFrom && !messages.length
    return { messages, cursor: '', complete: next === undefined || stuck, olderFrom: next }
  })
}

async function load(kit: Kit, conversationID: string): Promise<Result<void>> {
  const thread = kit.store.get().messages[conversationID]
  if (thread?.phase !== 'ready' || thread.complete) return { ok: true, value: undefined }
  changeThread(kit, conversationID, (before) => ({ ...before, loadingOlder: true, error: undefined }))
  const answer = await ask(kit, conversationID, thread)
  changeThread(kit, conversationID, (before) => {
    // The thread of another account, or another part of the history, opened meanwhile.
    if (before.cursor !== thread.cursor || before.olderFrom !== thread.olderFrom) return before
    return answer.ok
      ? addOlder(before, answer.value.messages, answer.value)
      : { ...before, loadingOlder: false, error: answer.error }
  })
  return answer.ok ? { ok: true, value: undefined } : answer
}

/** Loads the page before the oldest loaded one, once for all who ask meanwhile. Does nothing when there is none. */
export const loadOlder = sharing(load, (thread) => thread.loadingOlder)
