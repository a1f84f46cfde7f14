/** A line under the navigation bar that tells a state, such as a lost connection. Nothing while `text` is empty. */
Component({
  properties: {
    text: { type: String, value: '' },
    icon: { type: String, value: '' },
  },
})
