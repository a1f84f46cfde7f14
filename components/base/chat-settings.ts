import { clearHistory } from '../../core/actions/delete-conversation'
import { muteConversation } from '../../core/actions/mute-conversation'
import { pinConversation } from '../../core/actions/pin-conversation'
import { platform } from '../../platform/index'
import { kitOf } from './connect'

/** The rows of a profile that are about the chat with it. The component's view has `muted` and `pinned`. */
export const chatSettings = Behavior({
  data: { muted: false, pinned: false },
  methods: {
    /** Its conversation ID. */
    chatOf(): string {
      return ''
    },
    onSearch() {
      this.triggerEvent('go', { screen: { type: 'search', conversationID: this.chatOf() } })
    },
    onMedia() {
      this.triggerEvent('go', { screen: { type: 'media', conversationID: this.chatOf() } })
    },
    onMute() {
      const kit = kitOf(this)
      if (kit) void muteConversation(kit, this.chatOf(), !this.data.muted)
    },
    onPin() {
      const kit = kitOf(this)
      if (kit) void pinConversation(kit, this.chatOf(), !this.data.pinned)
    },
    async onClear() {
      const kit = kitOf(this)
      if (kit && (await platform.actionSheet([kit.t()('conversation.clear')])) === 0)
        void clearHistory(kit, this.chatOf())
    },
  },
})
