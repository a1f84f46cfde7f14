import type { LetterView, PersonRow } from '../../../core/views/people'
import { platform } from '../../../platform/index'

/** How far the list is scrolled before its window moves, px. */
const STEP = 400
/** Height of a letter beside the list, px: that of the stylesheet. */
const LETTER = 16
/** How long the letter that was reached stays over the list, ms. */
const SHOWN_MS = 600

interface Drag {
  from: number
  y: number
}
const drags = new WeakMap<object, Drag>()
/** Where the window of a list stands, px. */
const places = new WeakMap<object, number>()
const timers = new WeakMap<object, ReturnType<typeof setTimeout>>()

function stopTimer(component: object): void {
  const timer = timers.get(component)
  if (timer) clearTimeout(timer)
}

/**
 * People from A to Z with an index beside them. It draws a window only: whoever owns it is told how far it was
 * scrolled (`scroll` with `{ top }`, px) and gives the rows around that place. The slot comes before the first row.
 * Events: `choose` and `hold` with `{ id }`, `scroll`.
 */
Component({
  properties: {
    /** `PersonRow[]` */
    rows: { type: Array, value: [] as PersonRow[] },
    /** Heights of what is left out above and below, px. */
    before: { type: Number, value: 0 },
    after: { type: Number, value: 0 },
    /** `LetterView[]`; empty for none. */
    letters: { type: Array, value: [] as LetterView[] },
    /** Height of what stands in the slot, px. */
    head: { type: Number, value: 0 },
    /** Each row has a circle to choose it with. */
    selecting: { type: Boolean, value: false },
    /** `{ [userID]: 'on' | 'locked' }` */
    selected: { type: Object, value: {} },
    /** A line below the last row. */
    foot: { type: String, value: '' },
    indexLabel: { type: String, value: '' },
  },
  data: { top: 0, letter: '' },
  lifetimes: {
    detached() {
      stopTimer(this)
    },
  },
  methods: {
    onScroll({ detail }: WechatMiniprogram.ScrollViewScroll) {
      const top = Math.max(0, Math.floor((detail.scrollTop - this.data.head) / STEP) * STEP)
      if (top === (places.get(this) ?? 0)) return
      places.set(this, top)
      this.triggerEvent('scroll', { top })
    },
    onChoose({ detail }: WechatMiniprogram.CustomEvent<{ id: string }>) {
      this.triggerEvent('choose', detail)
    },
    onHold({ detail }: WechatMiniprogram.CustomEvent<{ id: string }>) {
      this.triggerEvent('hold', detail)
    },

    onTouch({ touches, target }: WechatMiniprogram.TouchEvent) {
      const from = Number((target.dataset as { at?: unknown }).at)
      if (!Number.isInteger(from)) return
      drags.set(this, { from, y: touches[0]?.clientY ?? 0 })
      this.goTo(from)
    },
    onMove({ touches }: WechatMiniprogram.TouchEvent) {
      const drag = drags.get(this)
      const y = touches[0]?.clientY
      if (drag && y !== undefined) this.goTo(drag.from + Math.round((y - drag.y) / LETTER))
    },
    onRelease() {
      drags.delete(this)
    },
    goTo(index: number) {
      const { letters, head, letter, top } = this.data
      const found = letters[Math.max(0, Math.min(letters.length - 1, index))]
      if (!found) return
      stopTimer(this)
      timers.set(
        this,
        setTimeout(() => this.setData({ letter: '' }), SHOWN_MS),
      )
      if (found.letter === letter) return
      platform.vibrate()
      // The platform goes nowhere when it is told the same place again.
      const place = head + found.top
      this.setData({ letter: found.letter, top: place === top ? place + 0.1 : place })
    },
  },
})
