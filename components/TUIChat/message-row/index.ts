import type { MessageRow } from '../../../core/views/message-row'
import { emptyRowLabels } from '../../../core/views/row-labels'

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

/** Two taps within this many milliseconds are one double tap. */
const DOUBLE_TAP = 300

/** When each bubble was last tapped; not for the view. */
const tapped = new WeakMap<object, number>()

/**
 * One message: separator, avatar, bubble, and what belongs to it. Events, each with `{ id }`: `open`, `failedtap`,
 * `reedit`, `quote`, `avatar`, `mention` (long press on the avatar), `readers`, `cancel`, `select`;
 * `link` also with `{ url, type }`, `react` with `{ reactionID }`, `menu` with the bubble's place.
 */
Component({
  properties: {
    row: { type: Object, value: NONE },
    labels: { type: Object, value: emptyRowLabels },
    /** Messages are being chosen: a tap anywhere is `select`. */
    selecting: { type: Boolean, value: false },
    selected: { type: Boolean, value: false },
    /** Of a voice message: `loading`, `playing` or nothing. */
    playing: { type: String, value: '' },
    /** Draws the eye to it once. */
    flash: { type: Boolean, value: false },
  },
  data: {
    /** Somebody wants to see what is covered. */
    uncovered: false,
  },
  methods: {
    // Not `id`: that name is the node's own on every component.
    tell(name: string, more: object = {}) {
      this.triggerEvent(name, { id: this.data.row.id, ...more })
    },
    onFailedTap() {
      this.tell('failedtap')
    },
    onOpen() {
      this.tell('open')
    },
    onReedit() {
      this.tell('reedit')
    },
    onQuote() {
      this.tell('quote')
    },
    onAvatar() {
      this.tell('avatar')
    },
    onMention() {
      this.tell('mention')
    },
    onReaders() {
      if (this.data.row.readable) this.tell('readers')
    },
    onCancel() {
      this.tell('cancel')
    },
    onSelect() {
      this.tell('select')
    },
    onUncover() {
      this.setData({ uncovered: true })
    },
    onReact({ detail }: WechatMiniprogram.CustomEvent<{ reactionID: string }>) {
      this.tell('react', detail)
    },
    onLink({ detail }: WechatMiniprogram.CustomEvent<{ url: string; type: string }>) {
      this.tell('link', detail)
    },
    /** Two taps on a text show it in full, to be chosen from. */
    onTextTap({ timeStamp }: WechatMiniprogram.TouchEvent) {
      const before = tapped.get(this)
      tapped.delete(this)
      if (before !== undefined && timeStamp - before < DOUBLE_TAP) this.tell('open')
      else tapped.set(this, timeStamp)
    },
    onLongPress() {
      this.createSelectorQuery()
        .select('.bubble')
        .boundingClientRect((rect) => {
          // The row may have gone while it was being measured.
          if (!rect) return
          const { top, bottom, left, right } = rect
          this.tell('menu', { top, bottom, left, right })
        })
        .exec()
    },
  },
})
