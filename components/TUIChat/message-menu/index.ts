import type { ReactionChoice } from '../../../core/views/reactions'

/** Distance from the bubble, and from the edges of the list, px. */
const GAP = 8

/**
 * What can be done with a message, next to its bubble: above it, or below when there is no room. It fills its parent
 * and stays inside it: neither bars nor a keyboard cover it. The emoji it can be answered with stand at its head. `anchor` is the bubble's place in the window, px.
 * Events: `select` with `{ id }` of the item, `react` with `{ reactionID }`, `close`.
 */
Component({
  properties: {
    items: { type: Array, value: [] as WechatMiniprogram.IAnyObject[] },
    reactions: { type: Array, value: [] as ReactionChoice[] },
    /** What the button for all other emoji is called. */
    more: { type: String, value: '' },
    anchor: { type: Object, value: { top: 0, bottom: 0, left: 0, right: 0 } },
  },
  data: {
    top: 0,
    left: 0,
    below: false,
    placed: false,
    /** Height that the entries are cut to, px; 0 when all of them fit. */
    room: 0,
  },
  lifetimes: {
    ready() {
      this.place()
    },
  },
  methods: {
    /** The menu's own size decides where it fits, so it is placed after it was laid out. */
    place() {
      const query = this.createSelectorQuery()
      for (const part of ['.area', '.menu', '.items']) query.select(part).boundingClientRect()
      query.exec((rects: (WechatMiniprogram.BoundingClientRectCallbackResult | null)[]) => {
        const [area, menu, items] = rects
        if (!area || !menu) return
        // Over a keyboard on a small phone there may be room for a part of it only.
        const most = area.height - 2 * GAP
        const cut = Math.max(0, menu.height - most)
        const height = menu.height - cut
        const { top, bottom, left, right } = this.data.anchor as Record<
          'top' | 'bottom' | 'left' | 'right',
          number
        >
        const below = top - area.top < height + 2 * GAP
        const middle = (left + right) / 2 - area.left - menu.width / 2
        const beside = below ? bottom - area.top + GAP : top - area.top - height - GAP
        this.setData({
          below,
          room: cut && items ? items.height - cut : 0,
          left: Math.max(GAP, Math.min(middle, area.width - menu.width - GAP)),
          // A bubble higher than the screen has no free side: the menu then lies over it.
          top: Math.max(GAP, Math.min(beside, area.height - height - GAP)),
          placed: true,
        })
      })
    },
    onSelect(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      this.triggerEvent('select', { id: event.currentTarget.dataset.id })
    },
    onReact(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      this.triggerEvent('react', { reactionID: event.currentTarget.dataset.id })
    },
    onMore() {
      this.triggerEvent('select', { id: MORE_REACTIONS })
    },
    onClose() {
      this.triggerEvent('close')
    },
  },
})

/** The `id` that `select` has for the button of all other emoji. */
const MORE_REACTIONS = 'reactions'
