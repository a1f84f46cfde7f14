import type { TextView } from '../../../core/kinds/text'

const SCHEME = /^https?:/i
const NONE: TextView = { parts: [] }

/**
 * The body of a text message: exactly the characters that were sent, line breaks included, never markup.
 * Events: `link` with `{ url, type }` for a part that was tapped (`link`, `phone` or `email`), `open` to see all of it.
 */
Component({
  properties: {
    /** A plain text. */
    text: { type: String, value: '' },
    /** A text in parts, instead. */
    body: { type: Object, value: NONE },
    own: { type: Boolean, value: false },
    /** The words under a text that is not shown in full. */
    full: { type: String, value: '' },
    /** Of a kind that the host has registered: for the component that the host puts here. */
    kind: { type: String, value: '' },
    content: { type: Object, value: {} },
  },
  methods: {
    onPart(event: WechatMiniprogram.BaseEvent<object, { at?: number }>) {
      const part = this.data.body.parts[Number(event.currentTarget.dataset.at)]
      if (part?.type && part.type !== 'mention') {
        const bare = part.type === 'link' && !SCHEME.test(part.text)
        this.triggerEvent('link', { url: bare ? `https://${part.text}` : part.text, type: part.type })
      }
    },
    onFull() {
      this.triggerEvent('open')
    },
  },
})
