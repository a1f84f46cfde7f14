import { voicePlayer } from './audio'
import { openFile } from './open-file'
import { permissions } from './permission'
import { picker } from './pick'
import { recorder } from './recorder'
import { saveMedia } from './album'
import type { NavMetrics, NavigationStyle, Platform, Theme } from './types'

/** For calls whose failure nobody can do anything about; without it `wx` returns a promise that rejects unheard. */
const fail = (): void => undefined

const toTheme = (theme: unknown): Theme => (theme === 'dark' ? 'dark' : 'light')

/** The tokens' `color-surface`: the platform takes colours as values only. */
const BAR_LIGHT = '#FFFFFF'
const BAR_DARK = '#1E1F21'

/** WeChat's usual size of text, px. */
const USUAL_TEXT = 16
/** What the rows of the lists have room for. */
const LARGEST_TEXT = 1.3

/** The bar when the capsule cannot be measured, as on desktop clients. */
const BAR_HEIGHT = 44
const CAPSULE_SPACE = 96

function measure(style: NavigationStyle): NavMetrics {
  const info = wx.getWindowInfo()
  const statusBarHeight = info.statusBarHeight || 20
  // With the platform's own bar the window starts below it; without, at the screen's or at the status bar's edge.
  const custom = style === 'auto' ? (info.screenTop || 0) <= statusBarHeight : style === 'custom'
  const capsule = wx.getMenuButtonBoundingClientRect()
  if (!capsule.height) return { custom, statusBarHeight, barHeight: BAR_HEIGHT, capsuleSpace: CAPSULE_SPACE }
  return {
    custom,
    statusBarHeight,
    // The same distance above and below the capsule, so that the title is on its line.
    barHeight: Math.max(capsule.height + 2 * (capsule.top - statusBarHeight), BAR_HEIGHT - 4),
    capsuleSpace: info.windowWidth - capsule.left + 8,
  }
}

export const wxPlatform: Platform = {
  language: () => wx.getAppBaseInfo().language,
  textScale() {
    const { fontSizeScaleFactor, fontSizeSetting } = wx.getAppBaseInfo() as {
      fontSizeScaleFactor?: number
      fontSizeSetting?: number
    }
    const scale = Number(fontSizeScaleFactor) || Number(fontSizeSetting) / USUAL_TEXT || 1
    return Math.min(Math.max(scale, 1), LARGEST_TEXT)
  },
  theme: () => toTheme(wx.getAppBaseInfo().theme),
  onTheme(listener) {
    const handler = (event: { theme: string }): void => listener(toTheme(event.theme))
    wx.onThemeChange(handler)
    return () => wx.offThemeChange(handler)
  },
  navMetrics: measure,
  safeBottom() {
    const { screenHeight, safeArea } = wx.getWindowInfo()
    return safeArea ? Math.max(0, screenHeight - safeArea.bottom) : 0
  },
  setTitle: (title) => void wx.setNavigationBarTitle({ title, fail }),
  setBarTheme(theme) {
    const dark = theme === 'dark'
    // Nothing is lost on a page that is gone before its bar was coloured.
    wx.setNavigationBarColor({
      frontColor: dark ? '#ffffff' : '#000000',
      backgroundColor: dark ? BAR_DARK : BAR_LIGHT,
      fail,
    })
  },
  isShown(component) {
    const pages = getCurrentPages()
    const { getPageId } = component as { getPageId?: () => string }
    const front = pages[pages.length - 1] as { getPageId?: () => string } | undefined
    // A platform that cannot tell pages apart shows one at a time.
    if (!front?.getPageId || !getPageId) return true
    return front.getPageId() === getPageId.call(component)
  },
  pageDepth: () => getCurrentPages().length,
  leavePage() {
    if (getCurrentPages().length < 2) return false
    void wx.navigateBack({ delta: 1, fail })
    return true
  },
  tabBadge(index, text) {
    if (text) wx.setTabBarBadge({ index, text, fail })
    else wx.removeTabBarBadge({ index, fail })
  },
  toast: (title) => void wx.showToast({ title, icon: 'none', duration: 2000, fail }),
  confirm: ({ text, yes, no }) =>
    new Promise((resolve) => {
      wx.showModal({
        content: text,
        confirmText: yes,
        cancelText: no,
        success: ({ confirm }) => resolve(confirm),
        fail: () => resolve(false),
      })
    }),
  actionSheet: (itemList) =>
    new Promise((resolve) => {
      wx.showActionSheet({
        itemList,
        success: ({ tapIndex }) => resolve(tapIndex),
        fail: () => resolve(-1),
      })
    }),
  showMedia: (items, current) =>
    new Promise((resolve) => {
      wx.previewMedia({
        sources: items.map(({ type, url, poster }) => ({ type, url, ...(poster ? { poster } : {}) })),
        current,
        success: () => resolve(true),
        fail: () => resolve(false),
      })
    }),
  openFile,
  openPlace: (place) =>
    new Promise((resolve) => {
      wx.openLocation({ ...place, success: () => resolve(true), fail: () => resolve(false) })
    }),
  copy: (data) =>
    new Promise((resolve) => {
      wx.setClipboardData({ data, success: () => resolve(true), fail: () => resolve(false) })
    }),
  saveMedia,
  call: (phoneNumber) => void wx.makePhoneCall({ phoneNumber, fail }),
  vibrate: () => void wx.vibrateShort({ type: 'light', fail }),
  hideKeyboard: () => void wx.hideKeyboard({ fail }),
  readStorage(key) {
    try {
      return wx.getStorageSync<unknown>(key)
    } catch {
      // Storage that cannot be read is as good as empty: only conveniences are kept in it.
      return undefined
    }
  },
  writeStorage(key, data) {
    // A full storage loses a convenience, never a message: nobody needs to hear of it.
    wx.setStorage({ key, data, fail })
  },
  permissions,
  picker,
  recorder,
  voicePlayer,
}
