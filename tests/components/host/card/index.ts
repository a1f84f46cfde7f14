Component({
  properties: {
    kind: { type: String, value: '' },
    content: { type: Object, value: { title: '' } },
    text: { type: String, value: '' },
    own: { type: Boolean, value: false },
  },
  methods: {
    onTap(this: WechatMiniprogram.Component.TrivialInstance) {
      this.triggerEvent('open')
    },
  },
})
