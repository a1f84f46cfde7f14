/** How long a screen takes to slide away, ms: the same as in the stylesheet. */
const LEAVE_MS = 250

interface Screen {
  readonly type: string
}

/** A screen in its place. What else it was opened with stands beside these. */
export interface Layer extends Screen {
  /** Allotted once: the `wx:key` of the layer. */
  id: number
  /** User IDs that were chosen on the screen above, and how often that has happened. */
  picked: string[]
  picks: number
}

const leaveTimers = new WeakMap<object, ReturnType<typeof setTimeout>>()
let allotted = 0

const layer = (screen: Screen): Layer => ({ ...screen, id: ++allotted, picked: [], picks: 0 })

/**
 * A stack of screens, each of which slides over the one before. A screen triggers `go` with `{ screen }`, `back`, and
 * `picked` with `{ userIDs }`, which closes it and gives them to the one below. Method `stepBack()`.
 * Events: `open` with `{ conversationID, done }`, `back` from the first screen, `depth` with `{ depth }` when a screen
 * comes or goes. The stylesheet is `screen-stack.wxss`.
 */
export const screenStack = Behavior({
  properties: {
    /** False while something covers all of it: updates wait until it is seen again. */
    active: { type: Boolean, value: true },
    /** Shows a back button on the first screen. */
    back: { type: Boolean, value: false },
    navigationStyle: { type: String, value: 'auto' },
  },
  data: {
    stack: [] as Layer[],
    /** The front one slides away. */
    leaving: false,
  },
  lifetimes: {
    attached() {
      this.begin()
    },
    detached() {
      this.stopLeaving()
    },
  },
  methods: {
    /** What comes first. */
    firstScreen(): Screen {
      return { type: '' }
    },

    begin() {
      this.stopLeaving()
      this.show([layer(this.firstScreen())])
    },

    show(stack: Layer[]) {
      const before = this.data.stack.length
      this.setData({ stack, leaving: false })
      if (before && before !== stack.length) this.triggerEvent('depth', { depth: stack.length })
    },

    onGo({ detail }: WechatMiniprogram.CustomEvent<{ screen: Screen }>) {
      // A second tap on the way to a screen leads nowhere else.
      if (this.data.leaving) this.finishLeaving()
      this.show([...this.data.stack, layer(detail.screen)])
    },

    /** Closes the front screen, unless it is the first one. @returns whether there was one to close */
    stepBack(): boolean {
      if (this.data.leaving) this.finishLeaving()
      if (this.data.stack.length < 2) return false
      this.setData({ leaving: true })
      leaveTimers.set(
        this,
        setTimeout(() => this.finishLeaving(), LEAVE_MS),
      )
      return true
    },

    finishLeaving() {
      this.stopLeaving()
      this.show(this.data.stack.slice(0, -1))
    },

    stopLeaving() {
      const timer = leaveTimers.get(this)
      if (timer) clearTimeout(timer)
    },

    onBack() {
      if (!this.stepBack()) this.triggerEvent('back')
    },

    onPicked({ detail }: WechatMiniprogram.CustomEvent<{ userIDs: string[] }>) {
      const below = this.data.stack.length - 2
      const { picks = 0 } = this.data.stack[below] ?? {}
      this.setData({ [`stack[${below}].picked`]: detail.userIDs, [`stack[${below}].picks`]: picks + 1 })
      this.onBack()
    },

    onOpen({ detail }: WechatMiniprogram.CustomEvent<{ conversationID: string; done: boolean }>) {
      this.triggerEvent('open', detail)
    },
  },
})
