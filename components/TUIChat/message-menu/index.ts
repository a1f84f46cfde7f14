/** Height of the bars over the list that the menu must not cover, px, and its distance from the bubble. */
const BARS = 100
const GAP = 8

/**
 * What can be done with a message, next to its bubble: above it, or below when there is no room.
 * `anchor` is the bubble's place in the window, px. Events: `select` with `{ id }` of the item, `close`.
 */
Component({
  properties: {
    items: { type: Array, value: [] as WechatMiniprogram.IAnyObject[] },
    anchor: { type: Object, value: { top: 0, bottom: 0, left: 0, right: 0 } },
  },
  data: { top: 0, left: 0, below: false, placed: false },
  lifetimes: {
    ready() {
      this.place()
    },
  },
  methods: {
    /** The menu's own size decides where it fits, so it is placed after it was laid out. */
    place() {
      const query = this.createSelectorQuery()
      query.select('.mask').boundingClientRect()
      query.select('.menu').boundingClientRect()
      query.exec((rects: (WechatMiniprogram.BoundingClientRectCallbackResult | null)[]) => {
        const [mask, menu] = rects
        if (!mask || !menu) return
        const { top, bottom, left, right } = this.data.anchor as Record<
          'top' | 'bottom' | 'left' | 'right',
          number
        >
        const below = top - mask.top < BARS + menu.height + GAP
        const middle = (left + right) / 2 - mask.left - menu.width / 2
        const room = mask.height - menu.height - 12
        this.setData({
          below,
          left: Math.max(8, Math.min(middle, mask.width - menu.width - 8)),
          // A bubble higher than the screen has no free side: the menu then lies over it.
          top: Math.max(
            8,
            Math.min(below ? bottom - mask.top + GAP : top - mask.top - menu.height - GAP, room),
          ),
          placed: true,
        })
      })
    },
    onSelect(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      this.triggerEvent('select', { id: event.currentTarget.dataset.id })
    },
    onClose() {
      this.triggerEvent('close')
    },
  },
})
