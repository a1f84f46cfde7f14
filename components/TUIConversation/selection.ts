import { markAllRead } from '../../core/actions/mark-unread'
import { FOLDER_ID } from '../../core/views/conversation-list'
import { kitOf } from '../base/connect'
import { deleteChats } from './menu'

/** Conversation IDs of what is chosen, by the key of the row; also of rows that are far from the screen by now. */
const chosenBy = new WeakMap<object, Map<string, string>>()

function chosenOf(list: object): Map<string, string> {
  const chosen = chosenBy.get(list) ?? new Map<string, string>()
  chosenBy.set(list, chosen)
  return chosen
}

/** Choosing several chats, and what is done with all of them. */
export const selection = Behavior({
  data: {
    selecting: false,
    chosenCount: 0,
    /** By key. */
    chosen: {},
  },
  methods: {
    beginSelection(key: string, conversationID: string) {
      this.setData({ selecting: true })
      this.choose(key, conversationID)
    },
    choose(key: string, conversationID: string) {
      if (conversationID === FOLDER_ID) return
      const chosen = chosenOf(this)
      if (!chosen.delete(key)) chosen.set(key, conversationID)
      this.setData({ [`chosen.${key}`]: chosen.has(key), chosenCount: chosen.size })
    },
    endSelection() {
      chosenOf(this).clear()
      this.setData({ selecting: false, chosen: {}, chosenCount: 0 })
    },
    onRead() {
      const kit = kitOf(this)
      if (kit) void markAllRead(kit, [...chosenOf(this).values()])
      this.endSelection()
    },
    async onDelete() {
      const kit = kitOf(this)
      const chosen = [...chosenOf(this).values()]
      if (kit && chosen.length && (await deleteChats(kit, chosen))) this.endSelection()
    },
  },
})
