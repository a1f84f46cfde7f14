/** The newest message that is pinned in a group, over its list. Nothing without a text. Event: `open`. */
Component({
  properties: {
    text: { type: String, value: '' },
    /** How many there are, when there are several. */
    count: { type: String, value: '' },
    /** What it is, for a screen reader. */
    label: { type: String, value: '' },
  },
  methods: {
    onOpen() {
      this.triggerEvent('open')
    },
  },
})
