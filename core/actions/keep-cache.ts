import { keep, recall } from '../cache'
import { showRemembered, type Remembered } from '../store/remembered'
import type { Kit } from './kit'

const KEY = 'tuikit.cache'
/** Changes come in bursts; whoever leaves the mini program sooner has the state of a moment before. */
const PAUSE_MS = 3000

/**
 * Shows the last list and the last messages of the account as soon as it is known whose they are, and keeps them for
 * the next start. The phone keeps one account's at a time.
 * @param app distinguishes users of the same ID of several apps
 * @returns the function that stops it
 */
export function createCacheKeeper(kit: Kit, app: string): () => void {
  let account = ''
  let before: Remembered['chats'] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let seen: readonly unknown[] = []

  const accountOf = (): string => {
    const { userID } = kit.store.get().session
    return userID && `${app}/${userID}`
  }

  const show = (): void => {
    account = accountOf()
    const remembered = account ? recall(kit.memory.read(KEY), account) : undefined
    before = remembered?.chats ?? []
    if (remembered) kit.store.set((state) => showRemembered(state, remembered, (ID) => kit.sdk.rowID(ID)))
  }

  const save = (): void => {
    timer = undefined
    const state = kit.store.get()
    const { conversations, session } = state
    // Half of a list would be all that the next start has.
    if (session.phase !== 'ready' || conversations.phase !== 'ready' || conversations.remembered) return
    if (accountOf() !== account) return
    kit.memory.write(KEY, keep(state, account, kit.t(), before))
  }

  const look = (): void => {
    if (accountOf() !== account) show()
    const { conversations, messages } = kit.store.get()
    const now = [conversations.list, messages]
    if (now.every((part, at) => part === seen[at])) return
    seen = now
    timer ??= setTimeout(save, PAUSE_MS)
  }

  show()
  seen = [kit.store.get().conversations.list, kit.store.get().messages]
  const unsubscribe = kit.store.subscribe(look)
  return () => {
    unsubscribe()
    if (!timer) return
    clearTimeout(timer)
    save()
  }
}
