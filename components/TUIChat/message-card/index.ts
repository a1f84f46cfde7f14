import type { CardView } from '../../../core/kinds/card'

const NONE: CardView = { icon: '', title: '', lines: [], tag: '', opens: false }

/** The body of a message about a thing: a file, a place, a merged history. Event: `open`. */
Component({
  properties: {
    card: { type: Object, value: NONE },
  },
  methods: {
    onTap() {
      if (this.data.card.opens) this.triggerEvent('open')
    },
  },
})
