/** A second tap of those that opened it, in ms: it falls on the scrim, which is there before the panel. */
const OPENING_MS = 300
const openedAt = new WeakMap<object, number>()

/**
 * A panel that slides up from the bottom over whatever is there, with a title, a button that closes it, and at most
 * one action. Its content is the slot; `full` takes all the height there is under the navigation bar.
 * Events: `close` (the button, or a touch beside it), `action`.
 */
Component({
  properties: {
    title: { type: String, value: '' },
    closeLabel: { type: String, value: '' },
    /** Empty: there is no action. */
    action: { type: String, value: '' },
    /** The action cannot be taken now. */
    disabled: { type: Boolean, value: false },
    full: { type: Boolean, value: false },
  },
  lifetimes: {
    attached() {
      openedAt.set(this, Date.now())
    },
  },
  methods: {
    onScrim() {
      if (Date.now() - (openedAt.get(this) ?? 0) >= OPENING_MS) this.onClose()
    },
    onClose() {
      this.triggerEvent('close')
    },
    onAction() {
      if (!this.data.disabled) this.triggerEvent('action')
    },
    /** What is touched on the panel does not reach what lies under it. */
    onPanel() {
      return
    },
  },
})
