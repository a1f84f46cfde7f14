import { callPhone } from '../../platform/call-phone'

/** As high as the small window at most, px. */
const WINDOW = 160
const TOP = 96

interface Grip {
  /** Of the finger, when it came down. */
  y: number
  top: number
}

const grips = new WeakMap<object, Grip>()

type Touch = WechatMiniprogram.TouchEvent

/** The small window is moved up and down along the edge. */
export const drag = Behavior({
  data: { miniTop: TOP },
  methods: {
    onDragStart({ touches }: Touch) {
      grips.set(this, { y: touches[0]?.clientY ?? 0, top: this.data.miniTop })
    },
    onDrag({ touches }: Touch) {
      const grip = grips.get(this)
      const { shape } = this.data as unknown as { shape: string }
      if (!grip || shape !== 'mini') return
      const lowest = callPhone.height() - WINDOW
      const top = grip.top + (touches[0]?.clientY ?? 0) - grip.y
      const miniTop = Math.round(Math.max(TOP / 2, Math.min(lowest, top)))
      if (miniTop !== this.data.miniTop) this.setData({ miniTop })
    },
  },
})
