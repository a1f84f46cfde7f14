/** The container tells late that it was closed, ms. */
const LATE_MS = 250

/** When the kit itself closed the container that takes the back gesture, milliseconds since 1970. */
const closedAt = new WeakMap<object, number>()
/** The container is just being closed by the system. */
const closing = new WeakSet<object>()

/** The system's back gesture is taken while there is a step to go back inside the component. */
export const backGesture = Behavior({
  data: {
    /** Takes the system's back gesture. */
    intercept: false,
  },
  methods: {
    /** Whether there is a step to go back inside the component. */
    hasStepBack(): boolean {
      return false
    },
    /** Goes that step. */
    back() {},

    watchBack() {
      const { intercept } = this.data
      const wanted = this.hasStepBack()
      if (wanted === intercept || closing.has(this)) return
      if (intercept) closedAt.set(this, Date.now())
      this.setData({ intercept: wanted })
    },

    /**
     * The container was closed by the system. When the kit closed it itself, `intercept` is false already, unless a
     * chat was opened again before the container had told.
     */
    onSystemBack() {
      const late = Date.now() - (closedAt.get(this) ?? 0) < LATE_MS
      if (!this.data.intercept || late) return
      this.setData({ intercept: false })
      // The container opens again only when it has been told that it is closed.
      closing.add(this)
      this.back()
      wx.nextTick(() => {
        closing.delete(this)
        this.watchBack()
      })
    },
  },
})
