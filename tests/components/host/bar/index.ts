Component({
  properties: {
    title: { type: String, value: '' },
    back: { type: Boolean, value: false },
    backLabel: { type: String, value: '' },
    conversationID: { type: String, value: '' },
  },
  methods: {
    onBack(this: WechatMiniprogram.Component.TrivialInstance) {
      this.triggerEvent('back')
    },
  },
})
