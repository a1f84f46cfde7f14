import { emptyConversationRow } from '../../../core/views/conversation-row'
import { emptyItemLabels } from '../labels'

/**
 * One chat of the list. Events, each with `{ conversationID }`: `open`, `menu` (a long press), `action` with `{ id }`
 * (`pin`, `mute`, `delete`, from under the row), `swipe` with `{ open }`.
 */
Component({
  properties: {
    row: { type: Object, value: emptyConversationRow },
    labels: { type: Object, value: emptyItemLabels },
    /** Its actions are uncovered. */
    swiped: { type: Boolean, value: false },
    /** Chats are being chosen; a tap chooses this one. */
    selecting: { type: Boolean, value: false },
    selected: { type: Boolean, value: false },
  },
  methods: {
    tell(name: string, detail: object = {}) {
      this.triggerEvent(name, { conversationID: this.data.row.id, ...detail })
    },
    onTap() {
      this.tell('open')
    },
    onLongPress() {
      if (!this.data.selecting) this.tell('menu')
    },
    onSwipe(event: WechatMiniprogram.CustomEvent<{ open: boolean }>) {
      this.tell('swipe', event.detail)
    },
    onAction(event: WechatMiniprogram.BaseEvent<object, { id: string }>) {
      this.tell('action', { id: event.currentTarget.dataset.id })
    },
  },
})
