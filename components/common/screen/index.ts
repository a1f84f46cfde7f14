/** A screen under a bar with a title. What stands in the slot has all the height there is. Event: `back`. */
Component({
  properties: {
    title: { type: String, value: '' },
    back: { type: Boolean, value: true },
    backLabel: { type: String, value: '' },
    navigationStyle: { type: String, value: 'auto' },
    active: { type: Boolean, value: true },
  },
  methods: {
    onBack() {
      this.triggerEvent('back')
    },
  },
})
