/**
 * A field to find something with. Events: `input` with `{ value }` as one types, `confirm` with `{ value }`, `enter`
 * when it only leads to a screen with such a field.
 */
Component({
  properties: {
    value: { type: String, value: '' },
    placeholder: { type: String, value: '' },
    clearLabel: { type: String, value: '' },
    /** The keyboard comes up at once. */
    focus: { type: Boolean, value: false },
    /** Looks like a field and is a button. */
    button: { type: Boolean, value: false },
  },
  data: { text: '' },
  observers: {
    value(value: string) {
      if (value !== this.data.text) this.setData({ text: value })
    },
  },
  methods: {
    onInput({ detail }: WechatMiniprogram.Input) {
      this.tell(detail.value)
    },
    onEnter() {
      this.triggerEvent('enter')
    },
    onClear() {
      this.tell('')
    },
    onConfirm({ detail }: WechatMiniprogram.InputConfirm) {
      this.triggerEvent('confirm', { value: detail.value })
    },
    tell(value: string) {
      this.setData({ text: value })
      this.triggerEvent('input', { value })
    },
  },
})
