import { dropLastCharacter } from '../../../utils/text'
import { platform } from '../../../platform/index'
import { connect } from '../../base/connect'

type FieldEvent = WechatMiniprogram.CustomEvent<{ value: string; cursor: number }>

/** Height of the panel, px, until a keyboard has shown its own. */
const PANEL_HEIGHT = 291

/**
 * The composer. Panel and keyboard share one dock under the field: switching between them moves nothing else.
 * Event: `send` with `{ text }`. Methods: `edit(text)`, `close()`.
 */
Component({
  behaviors: [
    connect({
      initial: { labels: { placeholder: '', send: '', emoji: '', keyboard: '' } },
      view: (_state, _props, t) => ({
        labels: {
          placeholder: t('input.placeholder'),
          send: t('input.send'),
          emoji: t('input.emoji'),
          keyboard: t('input.keyboard'),
        },
      }),
    }),
  ],
  properties: {
    conversationID: { type: String, value: '' },
  },
  data: {
    text: '',
    /** There is something to send: the button is there. */
    sendable: false,
    focus: false,
    /** `emoji` while its panel is in the dock. */
    panel: '' as '' | 'emoji',
    keyboardHeight: 0,
    panelHeight: PANEL_HEIGHT,
    safeBottom: 0,
    cursor: -1,
    /** The conversation that the text is meant for. */
    composedFor: '',
  },
  observers: {
    conversationID(conversationID: string) {
      if (conversationID === this.data.composedFor) return
      this.data.composedFor = conversationID
      this.data.cursor = -1
      if (this.data.text || this.data.panel) this.setData({ text: '', sendable: false, panel: '' })
    },
  },
  lifetimes: {
    attached() {
      this.setData({ safeBottom: platform.safeBottom() })
    },
  },
  methods: {
    onInput(event: FieldEvent) {
      const { value, cursor } = event.detail
      // The two-way binding has usually been there before.
      this.write(value)
      this.data.cursor = cursor
    },
    write(text: string) {
      const sendable = Boolean(text.trim())
      if (text !== this.data.text || sendable !== this.data.sendable) this.setData({ text, sendable })
    },
    onFocus() {
      // The keyboard is held, so it goes only when `focus` goes from true to false.
      if (!this.data.focus) this.setData({ focus: true })
    },
    onBlur(event: FieldEvent) {
      this.data.cursor = event.detail.cursor
      if (this.data.focus) this.setData({ focus: false })
    },
    onKeyboardHeight(event: WechatMiniprogram.CustomEvent<{ height: number }>) {
      const { height } = event.detail
      if (height > 0) this.setData({ keyboardHeight: height, panelHeight: Math.max(height, 220), panel: '' })
      // Not the end of the focus: with a keyboard of its own a tablet or a computer tells 0 as well.
      else this.setData({ keyboardHeight: 0 })
    },
    onTogglePanel() {
      // The panel stays in the dock until the keyboard is really there, and the other way round.
      if (this.data.panel) this.setData({ focus: true })
      else {
        this.setData({ panel: 'emoji', focus: false })
        platform.hideKeyboard()
      }
    },
    close() {
      this.setData({ panel: '', focus: false })
      // Android keeps a held keyboard when only `focus` says no.
      platform.hideKeyboard()
    },
    /** Puts text into the field for editing, in front of what is there. */
    edit(text: string) {
      this.data.cursor = text.length
      const { text: written } = this.data
      // Asked for twice, it is there once.
      this.write(written.startsWith(text) ? written : text + written)
      this.setData({ panel: '', focus: true })
    },
    onEmoji(event: WechatMiniprogram.CustomEvent<{ emoji: string }>) {
      const { text, cursor } = this.data
      const at = cursor < 0 ? text.length : Math.min(cursor, text.length)
      const { emoji } = event.detail
      this.data.cursor = at + emoji.length
      this.write(text.slice(0, at) + emoji + text.slice(at))
    },
    onDelete() {
      const { text, cursor } = this.data
      const at = cursor < 0 ? text.length : Math.min(cursor, text.length)
      const before = dropLastCharacter(text.slice(0, at))
      this.data.cursor = before.length
      this.write(before + text.slice(at))
    },
    onSend() {
      const { text } = this.data
      if (!text.trim()) return
      this.data.cursor = -1
      this.write('')
      this.triggerEvent('send', { text })
    },
  },
})
