/**
 * A row that a finger pushes aside: what is under it (slot `actions`) is as wide as `width`. The gesture runs where it
 * is drawn, without this code; on a renderer without such gestures the row stays where it is.
 * Events: `change` with `{ open }` when the finger opened or closed it. Whoever uses it sets `open` to what it heard,
 * and to false to close it.
 */
Component({
  options: { multipleSlots: true },
  properties: {
    open: { type: Boolean, value: false },
    /** Of the actions, px; 0: there are none. */
    width: { type: Number, value: 0 },
    /** The row cannot be pushed now. */
    disabled: { type: Boolean, value: false },
  },
  methods: {
    /** Called by the gesture. */
    onSettle({ open }: { open: boolean }) {
      if (open !== this.data.open) this.triggerEvent('change', { open })
    },
    onCover() {
      this.triggerEvent('change', { open: false })
    },
  },
})
