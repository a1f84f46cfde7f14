import type { QuoteView } from '../../../core/views/row-extras'

const NONE: QuoteView = { text: '' }

/** The message that this one answers to, in two lines under its bubble. Event: `open`. */
Component({
  properties: {
    quote: { type: Object, value: NONE },
  },
  methods: {
    onTap() {
      this.triggerEvent('open')
    },
  },
})
