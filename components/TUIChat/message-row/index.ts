import type { MessageRow } from '../../../core/views/message-row'

const NONE: MessageRow = {
  id: '',
  kind: 'text',
  own: false,
  text: '',
  bare: false,
  time: '',
  first: false,
  name: '',
  avatar: { url: '', text: '', tone: 0 },
  state: '',
  receipt: '',
  editable: false,
}

const NO_LABELS = { reedit: '', sending: '', sendFailed: '' }

/** One message: separator, avatar, bubble and state. Events with `{ id }`: `open`, `failedtap`, `reedit`, and `menu` with the bubble's place. */
Component({
  properties: {
    row: { type: Object, value: NONE },
    labels: { type: Object, value: NO_LABELS },
  },
  methods: {
    // Not `id`: that name is the node's own on every component.
    rowID(): string {
      return this.data.row.id
    },
    onFailedTap() {
      this.triggerEvent('failedtap', { id: this.rowID() })
    },
    onOpen() {
      this.triggerEvent('open', { id: this.rowID() })
    },
    onReedit() {
      this.triggerEvent('reedit', { id: this.rowID() })
    },
    onLongPress() {
      const id = this.rowID()
      this.createSelectorQuery()
        .select('.bubble')
        .boundingClientRect((rect) => {
          // The row may have gone while it was being measured.
          if (rect)
            this.triggerEvent('menu', {
              id,
              top: rect.top,
              bottom: rect.bottom,
              left: rect.left,
              right: rect.right,
            })
        })
        .exec()
    },
  },
})
