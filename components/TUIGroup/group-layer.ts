import type { State } from '../../core/store/state'
import type { GroupStart } from '../base/host-api'

/** How long a group takes to slide away, ms: the same as in the stylesheet. */
const SLIDE_MS = 250

const timers = new WeakMap<object, ReturnType<typeof setTimeout>>()

function stopTimer(component: object): void {
  const timer = timers.get(component)
  if (timer) clearTimeout(timer)
}

/** What `<TUIKit>` has to do with the page of a group: it lies over the chat. */
export const groupLayer = Behavior({
  data: {
    /** The group whose page is open; empty while there is none. */
    groupID: '',
    /** The chat under it; the component's own. */
    chatID: '',
    groupLeaving: false,
    groupScreen: 'group' as GroupStart,
  },
  lifetimes: {
    detached() {
      stopTimer(this)
    },
  },
  methods: {
    /**
     * Opens the page of a group over what is there.
     * @param groupID without `GROUP` before it
     * @param screen what is seen of it first: `group` (default), `notification` (its announcement), or `requests`
     * (who asks to come in)
     */
    openGroup(groupID: string, screen: GroupStart = 'group') {
      if (!groupID) return
      stopTimer(this)
      this.setData({ groupID, groupScreen: screen, groupLeaving: false })
    },

    onGroup({ detail }: WechatMiniprogram.CustomEvent<{ groupID: string; screen?: GroupStart }>) {
      this.openGroup(detail.groupID, detail.screen)
    },

    /** The user has left it: neither its page nor its chat is of use any more. */
    onLeft({ detail }: WechatMiniprogram.CustomEvent<{ groupID: string }>) {
      this.closeGroup()
      const { conversationID } = this.data as { conversationID?: string }
      // A page with one chat only has nothing else to show.
      if (this.data.chatID === `GROUP${detail.groupID}` && !conversationID) this.closeChat()
    },

    /** Closes the page of a group that the user is no member of any more: the chat under it says why. */
    checkGroup({ access }: State) {
      const conversationID = `GROUP${this.data.groupID}`
      const standing = access[conversationID]?.standing ?? 'in'
      if (standing !== 'in' && this.data.chatID === conversationID) this.closeGroup()
    },

    /** Leads from the chat to the list: the component's own. */
    closeChat() {},

    isGroupOpen(): boolean {
      return this.data.groupID !== '' && !this.data.groupLeaving
    },

    /** One step back inside the group. @returns whether there was one */
    leaveGroup(): boolean {
      if (!this.isGroupOpen()) return false
      const group = this.selectComponent('#group') as { stepBack?: () => boolean } | null
      if (!group?.stepBack?.()) this.closeGroup()
      return true
    },

    closeGroup() {
      if (!this.isGroupOpen()) return
      this.setData({ groupLeaving: true })
      stopTimer(this)
      timers.set(
        this,
        setTimeout(() => this.dropGroup(), SLIDE_MS),
      )
    },

    dropGroup() {
      stopTimer(this)
      if (this.data.groupID) this.setData({ groupID: '', groupLeaving: false })
    },
  },
})
