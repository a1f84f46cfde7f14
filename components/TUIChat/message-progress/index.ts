/** How much of an upload or a download is done, over a picture or a card. Event: `cancel`. */
Component({
  properties: {
    /** Whole percent. */
    progress: { type: Number, value: 0 },
    /** Over words, which stay readable: the picture beside them is covered instead. */
    bar: { type: Boolean, value: false },
    /** What a tap does. */
    label: { type: String, value: '' },
  },
  methods: {
    onCancel() {
      this.triggerEvent('cancel')
    },
  },
})
