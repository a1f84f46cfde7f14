/**
 * One row of a list of people or settings: picture or icon, title and note on the left; value, badge, switch and
 * arrow on the right. What stands in the slot comes last. Events: `choose` and `hold` (a long press) with `{ id }`.
 */
Component({
  properties: {
    rowId: { type: String, value: '' },
    /** An `AvatarView`, or nothing. */
    avatar: { type: Object, value: {} },
    icon: { type: String, value: '' },
    title: { type: String, value: '' },
    note: { type: String, value: '' },
    /** The note may take more than one line. */
    wrap: { type: Boolean, value: false },
    value: { type: String, value: '' },
    badge: { type: String, value: '' },
    arrow: { type: Boolean, value: false },
    /** `on`, `off` or `locked` draws a circle to choose it with; empty for none. */
    check: { type: String, value: '' },
    /** `on` or `off` draws a switch; empty for none. */
    toggle: { type: String, value: '' },
    /** `action` and `danger` put the title in the middle, as a button. */
    kind: { type: String, value: '' },
    /** Nothing happens on a tap. */
    still: { type: Boolean, value: false },
    /** No line below. */
    last: { type: Boolean, value: false },
    /** What a screen reader says; the texts of the row when empty. */
    label: { type: String, value: '' },
  },
  methods: {
    onTap() {
      if (!this.data.still && this.data.check !== 'locked')
        this.triggerEvent('choose', { id: this.data.rowId })
    },
    onHold() {
      if (!this.data.still) this.triggerEvent('hold', { id: this.data.rowId })
    },
  },
})
