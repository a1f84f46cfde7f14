import { platform, type NavigationStyle } from '../../../platform/index'

interface BarAction {
  id: string
  icon: string
  label: string
  /** Something is new behind it. */
  dot?: boolean
}

/**
 * The bar of a page that draws its own (`navigationStyle: custom`): clear of the notch and the capsule button.
 * On a page with the platform's bar it sets that bar's title, and draws a back button only where that bar has none.
 */
Component({
  properties: {
    title: { type: String, value: '' },
    /** How many are meant by the title; a long one does not push it out. */
    count: { type: String, value: '' },
    /** Shows the back button; `bind:back` hears it. */
    back: { type: Boolean, value: false },
    backLabel: { type: String, value: '' },
    /** Buttons beside the title; `bind:action` hears them with `{ id }`. */
    actions: { type: Array, value: [] as BarAction[] },
    navigationStyle: { type: String, value: 'auto' },
    /** The chat that it stands over: for a host's own header. */
    conversationID: { type: String, value: '' },
    /** Whether this bar belongs to what is in front. */
    active: { type: Boolean, value: true },
  },
  data: {
    /** The platform's bar has a back button of its own. */
    platformBack: false,
    custom: true,
    statusBarHeight: 20,
    barHeight: 44,
    capsuleSpace: 96,
  },
  observers: {
    'title, count, active, custom'() {
      this.tellTitle()
    },
    navigationStyle() {
      this.measure()
    },
  },
  lifetimes: {
    attached() {
      this.measure()
    },
  },
  pageLifetimes: {
    show() {
      this.measure()
      this.tellTitle()
    },
    resize() {
      this.measure()
    },
  },
  methods: {
    measure() {
      this.setData({
        ...platform.navMetrics(this.data.navigationStyle as NavigationStyle),
        platformBack: platform.pageDepth() > 1,
      })
    },
    /** The platform's bar is that of the page in front: a title that changes meanwhile waits for `show`. */
    tellTitle() {
      const { title, count, active, custom } = this.data
      if (active && !custom && title && platform.isShown(this)) platform.setTitle(title + count)
    },
    onAction({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      this.triggerEvent('action', { id: currentTarget.dataset.id })
    },
    onBack() {
      this.triggerEvent('back')
    },
  },
})
