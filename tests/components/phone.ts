/** The `wx` services that the kit asks for, and what a test can see or do on the other side of them. */

import { permissions } from '../../platform/permission'
import { createFakeSound } from '../fixtures/fake-sound'

/** Microphone, loudspeaker and permissions. */
export const sound = createFakeSound()

export interface Sheet {
  items: string[]
  choose(index: number): void
  cancel(): void
}

/** A download that waits for the test. */
export interface Download {
  readonly url: string
  progress(percent: number): void
  done(): void
  abort(): void
}

/** A question with two answers. */
export interface Modal {
  content: string
  buttons: [yes: string, no: string]
  answer(yes: boolean): void
}

type ThemeListener = (event: { theme: string }) => void

interface Callbacks<T> {
  success?: (result: T) => void
  fail?: (error: { errMsg: string }) => void
}

const NOTCHED = {
  windowWidth: 390,
  windowHeight: 844,
  screenWidth: 390,
  screenHeight: 844,
  screenTop: 0,
  statusBarHeight: 47,
  safeArea: { top: 47, bottom: 810, left: 0, right: 390, width: 390, height: 763 },
}
const CAPSULE = { top: 51, bottom: 83, left: 296, right: 383, width: 87, height: 32 }

const fresh = () => ({
  language: 'en',
  theme: 'light',
  /** WeChat's setting for the size of text. */
  textScale: 1 as number | undefined,
  window: { ...NOTCHED },
  capsule: { ...CAPSULE },
  /** Routes of the pages that are open, the front one last. */
  pages: ['pages/chat/index'],
  storage: new Map<string, unknown>(),
  /** Every access to the storage fails, as on a phone without space. */
  storageBroken: false,
  toasts: [] as string[],
  /** On the tabs of the tab bar, by index. */
  badges: {} as Record<number, string>,
  titles: [] as string[],
  barColors: [] as string[],
  clipboard: [] as string[],
  sheets: [] as Sheet[],
  modals: [] as Modal[],
  /** What was shown in full, and which of it first. */
  galleries: [] as { sources: unknown[]; current: number }[],
  galleryBroken: false,
  /** What was put into the album, and what the user says to it: nothing for yes. */
  saved: [] as string[],
  saveAnswer: '',
  /** Numbers that were dialled. */
  calls: [] as string[],
  /** Set to a list, downloads wait in it. */
  downloads: undefined as Download[] | undefined,
  /** Addresses of files that were opened, and places. */
  files: [] as string[],
  places: [] as unknown[],
  /** What a download answers. */
  downloadStatus: 200,
  vibrations: 0,
  /** The phone does not go dark, and asks before a page is left. */
  awake: false,
  leaving: '',
  platform: 'ios',
  /** What the user picks next in the album, from the camera, among files, and on the map; a text is a refusal. */
  picks: {} as { media?: object[] | string; files?: object[] | string; place?: object | string },
  /** How the pickers were called. */
  picked: [] as object[],
  themeListeners: new Set<ThemeListener>(),
})

export const phone = {
  ...fresh(),
  /** The user changes the appearance in the phone's settings. */
  switchTheme(theme: 'light' | 'dark') {
    phone.theme = theme
    for (const listener of [...phone.themeListeners]) listener({ theme })
  },
  /** A page with the platform's own bar: the window starts below it. */
  withPlatformBar() {
    phone.window = { ...NOTCHED, screenTop: 91, windowHeight: 753 }
  },
  sheet(): Sheet {
    const sheet = phone.sheets[phone.sheets.length - 1]
    if (!sheet) throw new Error('No action sheet was shown')
    return sheet
  },
}

/** Answers a picker with what the user has in mind; a text is why nothing was picked. */
function pick<T extends object>(name: string, wanted: T | string | undefined, calls: Callbacks<T>): void {
  if (wanted === undefined || typeof wanted === 'string')
    calls.fail?.({ errMsg: `${name}:${wanted ?? 'fail cancel'}` })
  else calls.success?.(wanted)
}

function save(path: string, { success, fail }: Callbacks<object>): void {
  if (phone.saveAnswer) return fail?.({ errMsg: phone.saveAnswer })
  phone.saved.push(path)
  success?.({})
}

const services = {
  chooseMedia({ success, fail, ...options }: Callbacks<object>) {
    phone.picked.push(options)
    const { media } = phone.picks
    pick('chooseMedia', Array.isArray(media) ? { tempFiles: media, type: 'mix' } : media, { success, fail })
  },
  chooseMessageFile({ success, fail, ...options }: Callbacks<object>) {
    phone.picked.push(options)
    const { files } = phone.picks
    pick('chooseMessageFile', Array.isArray(files) ? { tempFiles: files } : files, { success, fail })
  },
  chooseLocation: (calls: Callbacks<object>) => pick('chooseLocation', phone.picks.place, calls),
  getImageInfo: ({ success }: Callbacks<object>) => success?.({ width: 400, height: 300, orientation: 'up' }),
  getAppBaseInfo: () => ({
    language: phone.language,
    theme: phone.theme,
    fontSizeScaleFactor: phone.textScale,
  }),
  getWindowInfo: () => phone.window,
  getMenuButtonBoundingClientRect: () => phone.capsule,
  onThemeChange: (listener: ThemeListener) => phone.themeListeners.add(listener),
  offThemeChange: (listener: ThemeListener) => phone.themeListeners.delete(listener),
  setNavigationBarTitle: ({ title }: { title: string }) => phone.titles.push(title),
  setNavigationBarColor: ({ backgroundColor }: { backgroundColor: string }) =>
    phone.barColors.push(backgroundColor),
  setTabBarBadge: ({ index, text }: { index: number; text: string }) => (phone.badges[index] = text),
  removeTabBarBadge: ({ index }: { index: number }) => (phone.badges[index] = ''),
  navigateBack: () => phone.pages.pop(),
  showToast: ({ title }: { title: string }) => phone.toasts.push(title),
  vibrateShort: () => void phone.vibrations++,
  vibrateLong: () => void phone.vibrations++,
  hideKeyboard: () => undefined,
  setKeepScreenOn: ({ keepScreenOn }: { keepScreenOn: boolean }) => (phone.awake = keepScreenOn),
  enableAlertBeforeUnload: ({ message }: { message: string }) => (phone.leaving = message),
  disableAlertBeforeUnload: () => (phone.leaving = ''),
  getDeviceInfo: () => ({ platform: phone.platform }),
  env: { USER_DATA_PATH: 'wxfile://usr' },
  getFileSystemManager: () => ({ writeFile: ({ success }: Callbacks<object>) => success?.({}) }),
  showActionSheet({ itemList, success, fail }: { itemList: string[] } & Callbacks<{ tapIndex: number }>) {
    phone.sheets.push({
      items: itemList,
      choose: (tapIndex) => success?.({ tapIndex }),
      cancel: () => fail?.({ errMsg: 'showActionSheet:fail cancel' }),
    })
  },
  showModal({
    content,
    confirmText,
    cancelText,
    success,
  }: { content: string; confirmText: string; cancelText: string } & Callbacks<{ confirm: boolean }>) {
    phone.modals.push({
      content,
      buttons: [confirmText, cancelText],
      answer: (confirm) => success?.({ confirm }),
    })
  },
  saveImageToPhotosAlbum: ({ filePath, success, fail }: { filePath: string } & Callbacks<object>) =>
    save(filePath, { success, fail }),
  saveVideoToPhotosAlbum: ({ filePath, success, fail }: { filePath: string } & Callbacks<object>) =>
    save(filePath, { success, fail }),
  makePhoneCall: ({ phoneNumber }: { phoneNumber: string }) => phone.calls.push(phoneNumber),
  showLoading: () => undefined,
  hideLoading: () => undefined,
  downloadFile({
    url,
    success,
    fail,
  }: { url: string } & Callbacks<{ tempFilePath: string; statusCode: number }>) {
    const done = (): void =>
      success?.({ tempFilePath: `wxfile://tmp/${url}`, statusCode: phone.downloadStatus })
    const download: Download = {
      url,
      progress: () => undefined,
      done,
      abort: () => fail?.({ errMsg: 'downloadFile:fail abort' }),
    }
    if (phone.downloads) phone.downloads.push(download)
    else done()
    return {
      abort: () => download.abort(),
      onProgressUpdate: (tell: (event: { progress: number }) => void) => {
        download.progress = (progress) => tell({ progress })
      },
    }
  },
  openDocument({ filePath, success }: { filePath: string } & Callbacks<object>) {
    phone.files.push(filePath)
    success?.({})
  },
  openLocation({ success, fail: _fail, ...place }: { latitude: number } & Callbacks<object>) {
    phone.places.push(place)
    success?.({})
  },
  previewMedia({
    sources,
    current,
    success,
    fail,
  }: { sources: unknown[]; current: number } & Callbacks<object>) {
    if (phone.galleryBroken) return fail?.({ errMsg: 'previewMedia:fail' })
    phone.galleries.push({ sources, current })
    success?.({})
  },
  setClipboardData({ data, success }: { data: string } & Callbacks<object>) {
    phone.clipboard.push(data)
    success?.({})
  },
  getStorageSync(key: string): unknown {
    if (phone.storageBroken) throw new Error('getStorageSync:fail')
    // The platform keeps JSON, never the object itself; a missing key is an empty string.
    const kept = phone.storage.get(key)
    return kept === undefined ? '' : JSON.parse(JSON.stringify(kept))
  },
  setStorage({ key, data, fail }: { key: string; data: unknown } & Callbacks<object>) {
    if (phone.storageBroken) fail?.({ errMsg: 'setStorage:fail' })
    else phone.storage.set(key, JSON.parse(JSON.stringify(data)))
  },
}

const HOST_GLOBALS = [
  '$TUIKit',
  'TencentCloudChat',
  '$chat_userID',
  '$chat_userSig',
  '$chat_SDKAppID',
  '$chat_uploadFile',
] as const

export type HostGlobal = (typeof HOST_GLOBALS)[number]

/** What a host writes into `wx` before it shows the kit. */
export function setHost(globals: Partial<Record<HostGlobal, unknown>>): void {
  Object.assign(wx, globals)
}

/** A phone fresh from the factory, with no host on it. */
export function resetPhone(): void {
  Object.assign(phone, fresh())
  Object.assign(wx, services, sound.services)
  sound.reset()
  permissions.forget('record')
  permissions.forget('camera')
  permissions.forget('writePhotosAlbum')
  for (const name of HOST_GLOBALS) delete (wx as unknown as Record<string, unknown>)[name]
  Object.assign(globalThis, { getCurrentPages: () => phone.pages.map((route) => ({ route })) })
}
