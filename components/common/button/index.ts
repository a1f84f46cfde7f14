/** A button as wide as its place. `bind:press` hears it, unless it is disabled or busy. */
Component({
  properties: {
    text: { type: String, value: '' },
    /** `primary` for the one thing to do here, `plain` for others, `danger` for what cannot be undone. */
    kind: { type: String, value: 'primary' },
    disabled: { type: Boolean, value: false },
    /** What it does is under way. */
    busy: { type: Boolean, value: false },
    /** Only as wide as its text, for rows. */
    small: { type: Boolean, value: false },
  },
  methods: {
    onTap() {
      if (!this.data.disabled && !this.data.busy) this.triggerEvent('press')
    },
  },
})
