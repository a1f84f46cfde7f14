import type { OrderView } from '../../../core/kinds/order'

const NONE: OrderView = { title: '', description: '', price: '', image: '', link: '' }

/** The body of an order, or of something that is offered. Event: `link` with `{ url, type }`. */
Component({
  properties: {
    order: { type: Object, value: NONE },
  },
  data: {
    /** It could not be loaded; another address gets another chance. */
    brokenUrl: '',
  },
  methods: {
    onTap() {
      const { link } = this.data.order
      if (link) this.triggerEvent('link', { url: link, type: 'link' })
    },
    onError() {
      this.setData({ brokenUrl: this.data.order.image })
    },
  },
})
