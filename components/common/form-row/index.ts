/** A labelled field of a form. Events: `input` with `{ name, value }`, `confirm` with `{ name, value }`. */
Component({
  properties: {
    name: { type: String, value: '' },
    label: { type: String, value: '' },
    value: { type: String, value: '' },
    placeholder: { type: String, value: '' },
    /** Grows with its lines. */
    multiline: { type: Boolean, value: false },
    focus: { type: Boolean, value: false },
    /** What is wrong with the value. */
    problem: { type: String, value: '' },
    confirmType: { type: String, value: 'done' },
    last: { type: Boolean, value: false },
  },
  methods: {
    onInput({ detail }: WechatMiniprogram.Input) {
      this.triggerEvent('input', { name: this.data.name, value: detail.value })
    },
    onConfirm({ detail }: WechatMiniprogram.InputConfirm) {
      this.triggerEvent('confirm', { name: this.data.name, value: detail.value })
    },
  },
})
