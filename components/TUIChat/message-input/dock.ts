import { platform } from '../../../platform/index'

/** Height of a panel, px, until a keyboard has shown its own. */
const PANEL_HEIGHT = 291
const LEAST_HEIGHT = 220

export type Panel = '' | 'emoji' | 'tools'

/**
 * What is under the field: the keyboard, a panel, or the space for the home indicator. They share one dock, so that
 * going from one to the other moves nothing else.
 */
export const dock = Behavior({
  data: {
    focus: false,
    panel: '' as Panel,
    keyboardHeight: 0,
    panelHeight: PANEL_HEIGHT,
    safeBottom: 0,
  },
  lifetimes: {
    attached() {
      this.setData({ safeBottom: platform.safeBottom() })
    },
  },
  methods: {
    onFocus() {
      // The keyboard is held, so it goes only when `focus` goes from true to false.
      if (!this.data.focus) this.setData({ focus: true })
    },
    onKeyboardHeight(event: WechatMiniprogram.CustomEvent<{ height: number }>) {
      const { height } = event.detail
      if (height > 0)
        this.setData({ keyboardHeight: height, panelHeight: Math.max(height, LEAST_HEIGHT), panel: '' })
      // Not the end of the focus: with a keyboard of its own a tablet or a computer tells 0 as well.
      else this.setData({ keyboardHeight: 0 })
    },
    /** Shows a panel, or the keyboard in the place of the one that is there. */
    togglePanel(panel: Panel) {
      // The panel stays in the dock until the keyboard is really there, and the other way round.
      if (this.data.panel === panel) this.setData({ focus: true })
      else {
        this.setData({ panel, focus: false })
        platform.hideKeyboard()
      }
    },
    /** @returns whether there was a keyboard or a panel */
    close(): boolean {
      const { panel, focus, keyboardHeight } = this.data
      this.setData({ panel: '', focus: false })
      // Android keeps a held keyboard when only `focus` says no.
      platform.hideKeyboard()
      return panel !== '' || (focus && keyboardHeight > 0)
    },
  },
})
