/** Nothing to show: one line of plain words, a hint, and at most one action (`bind:action`). */
Component({
  properties: {
    icon: { type: String, value: '' },
    text: { type: String, value: '' },
    hint: { type: String, value: '' },
    action: { type: String, value: '' },
    /** The chat in which there is nothing: for a host's own screen. */
    conversationID: { type: String, value: '' },
  },
  methods: {
    onAction() {
      this.triggerEvent('action')
    },
  },
})
