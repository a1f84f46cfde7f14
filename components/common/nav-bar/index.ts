import { platform, type NavigationStyle } from '../../../platform/index'

/**
 * The bar of a page that draws its own (`navigationStyle: custom`): clear of the notch and the capsule button.
 * On a page with the platform's bar it draws nothing and sets that bar's title.
 */
Component({
  properties: {
    title: { type: String, value: '' },
    subtitle: { type: String, value: '' },
    /** Shows the back button; `bind:back` hears it. */
    back: { type: Boolean, value: false },
    backLabel: { type: String, value: '' },
    navigationStyle: { type: String, value: 'auto' },
    /** Whether this bar belongs to what is in front. */
    active: { type: Boolean, value: true },
  },
  data: { custom: true, statusBarHeight: 20, barHeight: 44, capsuleSpace: 96 },
  observers: {
    'title, active, custom'(title: string, active: boolean, custom: boolean) {
      if (active && !custom && title) platform.setTitle(title)
    },
    navigationStyle(style: NavigationStyle) {
      this.setData({ ...platform.navMetrics(style) })
    },
  },
  lifetimes: {
    attached() {
      this.setData({ ...platform.navMetrics(this.data.navigationStyle as NavigationStyle) })
    },
  },
  methods: {
    onBack() {
      this.triggerEvent('back')
    },
  },
})
