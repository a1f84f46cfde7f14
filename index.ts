import { backGesture } from './components/base/back-gesture'
import { callMethods } from './components/base/call-methods'
import { acquireHostKit } from './components/base/connect'
import { navigation } from './components/base/navigation'
import { contactLayer } from './components/TUIContact/contact-layer'
import { personLayer } from './components/TUIContact/person-layer'
import { groupLayer } from './components/TUIGroup/group-layer'
import { canStepBack, stepBack } from './core/actions/step-back'
import { watchUnread } from './core/actions/watch-unread'
import { applySettings } from './core/actions/settings'
import { listSettings, localeOf, readConfig, type Settings } from './core/config'
import { releaseKit, type Kit } from './core/kit'
import { hostIsReady } from './core/registry/calls'
import type { ChatError } from './core/store/types'
import { badge } from './core/views/conversation-words'
import { errorText } from './core/views/error-text'
import { translator, type Key } from './locales/index'
import { hostGlobals, platform } from './platform/index'

export type * from './components/base/host-api'
export type { TUIKitConfig } from './core/config'
export type { ChatError } from './core/store/types'

/** How long a chat takes to slide away, ms: the same as in the stylesheet. */
const LEAVE_MS = 250

interface Running {
  kit: Kit
  stop(): void
}
const running = new WeakMap<object, Running>()
const themeStops = new WeakMap<object, () => void>()
const leaveTimers = new WeakMap<object, ReturnType<typeof setTimeout>>()

/**
 * `<TUIKit>`: the list of chats, and the chat that was opened from it.
 *
 * Properties: `config` ({@link TUIKitConfig}), `conversationID` (opens that chat directly, without the list).
 * Methods: `init()`, `openConversation(conversationID)`, `openContact(screen)`, `openPerson(userID)`,
 * `openGroup(groupID)`, `back()`,
 * `call({ userID, type })`, `groupCall({ userIDList, groupID, type })`, `handleCall(event)`.
 * Events: `ready` when the SDK is ready, `unread` with `{ count }`, `error` with a {@link ChatError},
 * `kickedout` with `{ reason }`, `navigate` with a {@link NavigateDetail}.
 */
Component({
  behaviors: [backGesture, callMethods, contactLayer, groupLayer, personLayer, navigation],
  properties: {
    config: { type: Object, value: {} },
    conversationID: { type: String, value: '' },
  },
  data: {
    /** A sentence for the developer: the kit cannot start like this. */
    problem: '',
    /** What the host has not handed over: the key of its sentence. */
    missing: '' as Key | '',
    started: false,
    theme: 'light' as 'light' | 'dark',
    textScale: 1,
    navigationStyle: 'auto' as Settings['navigationStyle'],
    list: listSettings(readConfig({}).settings),
    title: '',
    loading: '',
    /** The page was opened from another one: the list has a back button. */
    leavable: false,
    /** The open chat; empty while the list is in front. */
    chatID: '',
    leaving: false,
    /** Steps back inside the list of chats: a selection, or the folder. */
    listDepth: 0,
  },
  observers: {
    config() {
      // Before it is attached nobody hears of what is wrong with it.
      if (themeStops.has(this)) this.applyConfig()
    },
    'chatID, leaving, contactScreen, contactLeaving, groupID, groupLeaving, personID, personLeaving, listDepth'() {
      if (themeStops.has(this)) this.watchBack()
    },
    conversationID(conversationID: string) {
      if (!this.data.started) return
      if (conversationID) this.openConversation(conversationID)
      else this.closeChat()
    },
  },
  lifetimes: {
    attached() {
      this.applyConfig()
      themeStops.set(
        this,
        platform.onTheme(() => this.applyConfig()),
      )
      this.setData({ leavable: platform.pageDepth() > 1 })
    },
    detached() {
      themeStops.get(this)?.()
      themeStops.delete(this)
      this.stop()
    },
  },
  pageLifetimes: {
    show() {
      this.colourBar()
    },
  },
  methods: {
    /**
     * Starts the kit on the SDK instance in `wx.$TUIKit`. May be called before the SDK is ready, and again after
     * the host changed the instance.
     */
    init() {
      const { instance, namespace } = hostGlobals()
      const missing = !instance ? 'error.noInstance' : !namespace ? 'error.noNamespace' : ''
      this.setData({ missing })
      this.applyConfig()
      if (missing) {
        this.triggerEvent('error', { code: 0, op: 'init', retryable: false, cause: this.data.problem })
        return
      }
      if (running.get(this)?.kit.sdk.instance !== instance) this.start()
      hostIsReady()
      const { conversationID } = this.data
      if (conversationID) this.openConversation(conversationID)
    },

    /** Opens a chat by its conversation ID, over the list if there is one. */
    openConversation(conversationID: string) {
      if (!conversationID) return
      this.stopLeaving()
      this.closeGroup()
      this.closePerson()
      this.setData({ chatID: conversationID, leaving: false })
      this.watchBack()
    },

    /**
     * One step back: closes what lies over the chat, ends the choosing of messages, leads from the chat to the list,
     * and from the first screen out of the page.
     */
    back() {
      const { chatID, conversationID, leaving } = this.data
      if (this.leavePerson() || this.leaveGroup()) return
      const kit = running.get(this)?.kit
      if (kit && chatID && !leaving && stepBack(kit, chatID)) return
      if (chatID && !conversationID && !leaving) this.closeChat()
      else if (!this.leaveContact() && !this.leaveInList()) platform.leavePage()
    },

    /** Ends the choosing of chats, or leaves the folder. @returns whether there was such a step */
    leaveInList(): boolean {
      const list = this.selectComponent('#list') as unknown as { stepBack(): boolean } | null
      return list?.stepBack() ?? false
    },

    start() {
      this.stop()
      if (this.data.started) this.clear()
      const kit = acquireHostKit()
      if (!kit) return
      running.set(this, { kit, stop: this.listen(kit) })
      this.setData({ started: true })
      this.applyConfig()
    },

    /** Takes everything off the page: it belongs to another account, or to another SDK instance. */
    clear() {
      this.stopLeaving()
      this.dropContact()
      this.dropGroup()
      this.dropPerson()
      this.setData({ started: false, chatID: '', leaving: false })
      this.watchBack()
    },

    /** Another account logged in: it gets a page of its own. */
    startOver() {
      this.clear()
      this.setData({ started: true })
      const { conversationID } = this.data
      if (conversationID) this.openConversation(conversationID)
    },

    /** Turns changes of the state into what only the root can do: events, toasts, leaving another account's chat. */
    listen(kit: Kit): () => void {
      let { phase, userID } = kit.store.get().session
      let noticeID = kit.store.get().notice?.id
      if (phase === 'ready') this.triggerEvent('ready')
      const stopUnread = watchUnread(kit, (count) => {
        this.triggerEvent('unread', { count })
        const { tabBarIndex } = readConfig(this.data.config).settings
        if (tabBarIndex >= 0) platform.tabBadge(tabBarIndex, badge(count))
      })
      const stopErrors = kit.onError((error: ChatError) => this.triggerEvent('error', error))
      const stopStore = kit.store.subscribe(() => {
        const { session, notice } = kit.store.get()
        if (notice && notice.id !== noticeID) platform.toast(errorText(notice.error, kit.t()))
        noticeID = notice?.id
        // The state may have changed while this component is being updated.
        void Promise.resolve().then(() => {
          if (running.get(this)?.kit !== kit) return
          this.updateTools(kit)
          this.checkGroup(kit.store.get())
          this.watchBack()
        })
        if (session.phase === 'ready' && phase !== 'ready') this.triggerEvent('ready')
        const other = Boolean(userID) && session.userID !== userID
        if (session.phase === 'kicked' && phase !== 'kicked')
          this.triggerEvent('kickedout', { reason: session.kickReason ?? 'other' })
        phase = session.phase
        userID = session.userID
        if (other) this.startOver()
      })
      return () => {
        stopErrors()
        stopUnread()
        stopStore()
      }
    },

    stop() {
      const run = running.get(this)
      this.stopLeaving()
      running.delete(this)
      if (!run) return
      run.stop()
      releaseKit(run.kit)
    },

    applyConfig() {
      const { settings, problems } = readConfig(this.data.config)
      const locale = localeOf(settings, platform.language())
      const t = translator(locale)
      const { missing, problem: told } = this.data
      const invalid = problems.length ? t('error.badConfig', { reason: problems.join('; ') }) : ''
      const problem = invalid || (missing && t(missing))
      const kit = running.get(this)?.kit
      kit?.setLocale(locale)
      if (kit) {
        applySettings(kit, settings)
        this.updateTools(kit)
      }
      const theme = settings.theme === 'auto' ? platform.theme() : settings.theme
      this.setData({
        problem,
        theme,
        textScale: platform.textScale(),
        navigationStyle: settings.navigationStyle,
        list: listSettings(settings),
        title: t('conversation.title'),
        loading: t('session.waiting'),
      })
      this.colourBar()
      if (invalid && invalid !== told)
        this.triggerEvent('error', { code: 0, op: 'config', retryable: false, cause: invalid })
    },

    /** The status bar over a bar of ours takes its theme. It is the shown page's: another one's is not touched. */
    colourBar(covered = false) {
      const { navigationStyle, theme } = this.data
      if (platform.isShown(this) && platform.navMetrics(navigationStyle).custom)
        platform.setBarTheme(covered ? 'dark' : theme)
    },

    hasStepBack(): boolean {
      const { chatID, conversationID, leaving, contactScreen, contactLeaving } = this.data
      if ((contactScreen && !contactLeaving) || this.isGroupOpen() || this.isPersonOpen()) return true
      if (!chatID || leaving) return this.data.listDepth > 0
      const kit = running.get(this)?.kit
      return !conversationID || Boolean(kit && canStepBack(kit.store.get(), chatID))
    },

    closeChat() {
      const { chatID, leaving } = this.data
      if (!chatID || leaving) return
      this.setData({ leaving: true })
      this.watchBack()
      leaveTimers.set(
        this,
        setTimeout(() => this.setData({ chatID: '', leaving: false }), LEAVE_MS),
      )
    },

    /** Opened again, or gone altogether, while it was sliding away. */
    stopLeaving() {
      const timer = leaveTimers.get(this)
      if (timer) clearTimeout(timer)
    },

    /** From the list, or from the contacts: those are `done` when nothing on the way there is of use any more. */
    onOpen({ detail }: WechatMiniprogram.CustomEvent<{ conversationID: string; done?: boolean }>) {
      this.openConversation(detail.conversationID)
      if (detail.done) this.dropContactLater()
    },

    onListDepth({ detail }: WechatMiniprogram.CustomEvent<{ depth: number }>) {
      this.setData({ listDepth: detail.depth })
    },

    contactKit() {
      return running.get(this)?.kit
    },
  },
})
