/** A screen whose content scrolls: see `screen`. */
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
