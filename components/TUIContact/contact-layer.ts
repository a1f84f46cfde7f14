import type { Kit } from '../../core/actions/kit'
import { platform } from '../../platform/index'
import { FIRST_SCREENS, type FirstScreen } from './first-screens'

/** How long the contacts take to slide away, or a chat over them, ms: the same as in the stylesheet. */
const SLIDE_MS = 250

/** A button in the bar over the list of chats. */
export interface Tool {
  id: 'contacts' | 'add'
  icon: string
  label: string
  /** Something is new behind it. */
  dot: boolean
}

/** What the add button offers, in this order. */
const STARTS = [
  { key: 'start.chat', screen: 'chat' },
  { key: 'group.create', screen: 'create' },
  { key: 'group.join', screen: 'join' },
  { key: 'add.friend', screen: 'add' },
] as const

const timers = new WeakMap<object, ReturnType<typeof setTimeout>>()

function stopTimer(component: object): void {
  const timer = timers.get(component)
  if (timer) clearTimeout(timer)
}

/** What `<TUIKit>` has to do with the contacts: they lie over the list of chats, and under a chat. */
export const contactLayer = Behavior({
  data: {
    /** The first screen; empty while there are no contacts on the page. */
    contactScreen: '' as FirstScreen | '',
    contactLeaving: false,
    tools: [] as Tool[],
  },
  lifetimes: {
    detached() {
      stopTimer(this)
    },
  },
  methods: {
    /**
     * Opens the contacts over the list of chats.
     * @param screen which of them: `contacts` (default), `applications`, `groups`, `blocked`, `labels`, `me`, `add`
     * (a friend), `chat` (start one), `create` or `join` (a group), `search`
     */
    openContact(screen: string = 'contacts') {
      const known = FIRST_SCREENS.find((name) => name === screen) ?? 'contacts'
      stopTimer(this)
      this.setData({ contactScreen: known, contactLeaving: false })
    },

    /** One step back inside the contacts. @returns whether there was one */
    leaveContact(): boolean {
      if (!this.data.contactScreen || this.data.contactLeaving) return false
      const contact = this.selectComponent('#contact') as { stepBack?: () => boolean } | null
      if (!contact?.stepBack?.()) this.closeContact()
      return true
    },

    closeContact() {
      if (!this.data.contactScreen) return
      this.setData({ contactLeaving: true })
      this.dropContactLater()
    },

    /** Once it is out of sight. */
    dropContactLater() {
      stopTimer(this)
      timers.set(
        this,
        setTimeout(() => this.dropContact(), SLIDE_MS),
      )
    },

    dropContact() {
      stopTimer(this)
      if (this.data.contactScreen) this.setData({ contactScreen: '', contactLeaving: false })
    },

    /** The field over the list of chats was tapped. */
    onSearch() {
      this.openContact('search')
    },

    /** Keeps the buttons as the state and the language are. */
    updateTools(kit: Kit) {
      const t = kit.t()
      const { unreadApplications: count } = kit.store.get().contacts
      const title = t('contact.title')
      const label = count ? `${title}, ${t('contact.pending', { count })}` : title
      const add = t('start.menu')
      const [contacts, more] = this.data.tools
      if (contacts?.label === label && more?.label === add) return
      this.setData({
        tools: [
          { id: 'contacts', icon: 'contacts', label, dot: count > 0 },
          { id: 'add', icon: 'plus', label: add, dot: false },
        ],
      })
    },

    async onTool({ detail }: WechatMiniprogram.CustomEvent<{ id: Tool['id'] }>) {
      if (detail.id === 'contacts') return this.openContact()
      const kit = this.contactKit()
      if (!kit) return
      const start = STARTS[await platform.actionSheet(STARTS.map(({ key }) => kit.t()(key)))]
      if (start) this.openContact(start.screen)
    },

    /** The kit of the component that this is a part of. */
    contactKit(): Kit | undefined {
      return undefined
    },
  },
})
