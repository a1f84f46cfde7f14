import { FIRST_SCREENS, type ContactScreen, type FirstScreen } from './screens'

/** How long a screen takes to slide away, ms: the same as in the stylesheet. */
const LEAVE_MS = 250

type Layer = ContactScreen & {
  /** Allotted once: the `wx:key` of the layer. */
  id: number
  /** User IDs that were chosen on the screen above, and how often that has happened. */
  picked: string[]
  picks: number
}

const leaveTimers = new WeakMap<object, ReturnType<typeof setTimeout>>()
let allotted = 0

const layer = (screen: ContactScreen): Layer => ({ ...screen, id: ++allotted, picked: [], picks: 0 })

/**
 * Friends, groups, and the ways to new ones: a stack of screens, each of which slides over the one before.
 * Property `screen` says which one is the first. Method `stepBack()`.
 * Events: `open` with `{ conversationID, done }`, `back` from the first screen, `depth` with `{ depth }` when a screen
 * comes or goes.
 */
Component({
  properties: {
    /** The first screen: {@link FIRST_SCREENS}. */
    screen: { type: String, value: 'contacts' },
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
  observers: {
    screen() {
      if (this.data.stack.length) this.begin()
    },
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
    begin() {
      this.stopLeaving()
      const type = FIRST_SCREENS.includes(this.data.screen as FirstScreen) ? this.data.screen : 'contacts'
      this.show([layer({ type: type as FirstScreen })])
    },

    show(stack: Layer[]) {
      const before = this.data.stack.length
      this.setData({ stack, leaving: false })
      if (before && before !== stack.length) this.triggerEvent('depth', { depth: stack.length })
    },

    onGo({ detail }: WechatMiniprogram.CustomEvent<{ screen: ContactScreen }>) {
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

    onSaved({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const { stack } = this.data
      const front = stack[stack.length - 1]
      const below = stack.length - 2
      // The label is known by its name.
      if (front?.type === 'edit' && front.field === 'label')
        this.setData({ [`stack[${below}].name`]: detail.value })
      this.onBack()
    },

    onOpen({ detail }: WechatMiniprogram.CustomEvent<{ conversationID: string; done: boolean }>) {
      this.triggerEvent('open', detail)
    },
  },
})
