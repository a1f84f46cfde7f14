/** Which message the one that is being written answers to or changes, over the field. Event: `close`. */
Component({
  properties: {
    text: { type: String, value: '' },
    /** What it is, in words; empty when `text` says it. */
    title: { type: String, value: '' },
    closeLabel: { type: String, value: '' },
  },
  methods: {
    onClose() {
      this.triggerEvent('close')
    },
  },
})
