import type { ConversationRow } from '../../../core/views/conversation-list'

const NONE: ConversationRow = {
  id: '',
  name: '',
  avatar: { url: '', text: '', tone: 0 },
  time: '',
  preview: '',
  unread: '',
  muted: false,
  pinned: false,
  label: '',
}

/** One chat of the list. Event: `open` with `{ conversationID }`. */
Component({
  properties: {
    row: { type: Object, value: NONE },
    mutedLabel: { type: String, value: '' },
  },
  methods: {
    onTap() {
      this.triggerEvent('open', { conversationID: this.data.row.id })
    },
  },
})
