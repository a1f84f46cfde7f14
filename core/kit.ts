import { nearestLocale, translator } from '../locales/index'
import { watchChatExtras } from './actions/chat-extras'
import type { Kit } from './actions/kit'
import { watchContacts } from './actions/contacts'
import { hearGroups } from './actions/hear-groups'
import { watchGroups } from './actions/groups'
import { createRevealer } from './actions/hide-conversation'
import { createCacheKeeper } from './actions/keep-cache'
import { watchLiveRooms } from './actions/live-room'
import { createReadReporter } from './actions/mark-read'
import { createPlayedBook, noMemory, type Memory } from './actions/played'
import { handOverToSdk } from './actions/outbox'
import { recover } from './actions/recover'
import { watchTopics } from './actions/topics'
import { createTypingReader } from './actions/typing'
import { tellError, tellReceived } from './registry/hooks'
import type { ChatInstance, ChatNamespace } from './sdk/contract'
import { createChatSdk } from './sdk/facade'
import { applyEvent } from './store/apply-event'
import { createStore } from './store/create-store'
import { initialState, type State } from './store/state'
import type { ChatError } from './store/types'

export type { Kit } from './actions/kit'

export interface KitOptions {
  instance: ChatInstance
  namespace: ChatNamespace
  /** The user the host is about to log in, known before the SDK is ready. */
  userID?: string
  /** The platform's language, for example `zh_CN`. */
  language?: string
  /** What the phone keeps; without one nothing is. */
  memory?: Memory
  /** The app that the user belongs to: users of the same ID exist in several. */
  appID?: string
}

interface Held {
  kit: Kit
  users: number
  dispose(): void
}

const kits = new WeakMap<object, Held>()
/** In the order in which they were made. */
const living: Kit[] = []

/** The kit that is in use: for what a host's own component does outside the kit's own. */
export const currentKit = (): Kit | undefined => living[living.length - 1]

/** How often relative times move on. */
const CLOCK_MS = 60_000

function createKit(options: KitOptions): { kit: Kit; dispose(): void } {
  const memory = options.memory ?? noMemory
  const played = createPlayedBook(
    memory,
    () => sdk.userID(),
    () => sdk.now(),
  )
  const sdk = createChatSdk(options.instance, options.namespace, (ID, time) => played.has(ID, time))
  const locale = nearestLocale(options.language ?? 'zh')
  const store = createStore<State>(initialState(sdk.userID() || options.userID || '', locale, sdk.now()))
  const told = new WeakSet<ChatError>()
  const errorListeners = new Set<(error: ChatError) => void>()
  let notices = 0

  const kit: Kit = {
    store,
    sdk,
    memory,
    played,
    t: () => translator(store.get().settings.locale),
    setLocale: (next) =>
      store.set(({ settings }) =>
        settings.locale === next ? {} : { settings: { ...settings, locale: next } },
      ),
    report(error) {
      store.set(() => ({ notice: { id: ++notices, error } }))
      kit.reportQuietly(error)
    },
    reportQuietly(error) {
      if (told.has(error)) return
      told.add(error)
      for (const listener of [...errorListeners]) listener(error)
      tellError(error)
    },
    onError(listener) {
      errorListeners.add(listener)
      return () => errorListeners.delete(listener)
    },
  }

  const typing = createTypingReader(kit)
  const live = watchLiveRooms(kit)
  const stopListening = sdk.listen((event) => {
    const { userID } = store.get().session
    if (event.type === 'ready' && userID && userID !== event.userID) sdk.forget()
    // Notices that somebody types come as messages, and are none.
    const heard = event.type === 'received' ? { ...event, messages: typing.read(event.messages) } : event
    if (heard.type === 'revoked') live.revoke(heard.messages)
    store.set((state) =>
      applyEvent(
        state,
        heard.type === 'received' ? { ...heard, messages: live.take(heard.messages) } : heard,
      ),
    )
    if (heard.type === 'received') {
      hearGroups(kit, heard.messages)
      tellReceived(heard.messages)
    }
    if (event.type === 'connection' && event.connection === 'connected') recover(kit)
  })
  if (sdk.isReady()) store.set((state) => applyEvent(state, { type: 'ready', userID: sdk.userID() }))
  const stopKeeping = createCacheKeeper(kit, options.appID ?? '')
  const stopRevealing = createRevealer(kit)
  const stopReporting = createReadReporter(kit)
  const stopExtras = watchChatExtras(kit)
  const stopContacts = watchContacts(kit)
  const stopGroups = watchGroups(kit)
  const stopTopics = watchTopics(kit)
  const clock = setInterval(() => store.set(() => ({ clock: sdk.now() })), CLOCK_MS)

  return {
    kit,
    dispose() {
      clearInterval(clock)
      stopKeeping()
      stopRevealing()
      stopReporting()
      stopExtras()
      stopContacts()
      stopGroups()
      stopTopics()
      live.stop()
      typing.stop()
      handOverToSdk(kit)
      stopListening()
    },
  }
}

/**
 * The kit of an SDK instance: made for the first component that uses it, shared by all, and gone with the last.
 * Every `acquireKit` is paired with one `releaseKit`.
 */
export function acquireKit(options: KitOptions): Kit {
  const held = kits.get(options.instance)
  if (held) {
    held.users++
    return held.kit
  }
  const made = { ...createKit(options), users: 1 }
  kits.set(options.instance, made)
  living.push(made.kit)
  return made.kit
}

export function releaseKit(kit: Kit): void {
  const held = kits.get(kit.sdk.instance)
  if (held?.kit !== kit || --held.users > 0) return
  kits.delete(kit.sdk.instance)
  living.splice(living.indexOf(kit), 1)
  held.dispose()
}
