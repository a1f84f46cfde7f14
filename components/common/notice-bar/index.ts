/**
 * A line under the navigation bar that tells a state, such as a lost connection, or an announcement. Nothing while
 * `text` is empty. Events: `open` when it is `brief`, `close`.
 */
Component({
  properties: {
    text: { type: String, value: '' },
    icon: { type: String, value: '' },
    /** One line of it, which leads to the rest. */
    brief: { type: Boolean, value: false },
    /** Can be taken away, by a button that is called so. */
    closeLabel: { type: String, value: '' },
  },
  methods: {
    onOpen() {
      if (this.data.brief) this.triggerEvent('open')
    },
    onClose() {
      this.triggerEvent('close')
    },
  },
})
