import { device } from '../device'
import type { Program } from '../program'
import type { Router } from '../pages'
import { asyncApis } from './call'

const SDK_VERSION = '3.8.9'

/** What the phone and WeChat say about themselves. */
export function systemApi(program: Program, router: Router) {
  const theme = (): string | undefined => (program.config.app.darkmode ? device.theme : undefined)
  const deviceInfo = () => ({
    brand: device.platform === 'ios' ? 'iPhone' : 'Xiaomi',
    model: device.platform === 'ios' ? 'iPhone X' : 'Redmi',
    system: device.platform === 'ios' ? 'iOS 17.5' : 'Android 14',
    platform: device.platform,
    benchmarkLevel: 40,
    memorySize: 4096,
    abi: 'arm64-v8a',
  })
  const windowInfo = () => ({
    pixelRatio: window.devicePixelRatio,
    screenWidth: device.width,
    screenHeight: device.height,
    windowWidth: device.width,
    windowHeight: router.top?.webview.clientHeight ?? device.height,
    statusBarHeight: device.statusBarHeight,
    safeArea: device.safeArea,
    // Where the page's own part of the screen begins: at the top of it when the page draws its own bar.
    screenTop: device.height - (router.top?.webview.clientHeight ?? device.height),
  })
  const appBaseInfo = () => ({
    SDKVersion: SDK_VERSION,
    version: '8.0.50',
    language: device.language.replace('-', '_'),
    theme: theme(),
    enableDebug: false,
    host: { appId: '', env: 'WeChat' },
    fontSizeSetting: Math.round(16 * device.textScale),
    fontSizeScaleFactor: device.textScale,
  })
  const setting = () => ({
    bluetoothEnabled: true,
    locationEnabled: true,
    wifiEnabled: true,
    deviceOrientation: 'portrait',
  })
  const everything = () => ({
    ...deviceInfo(),
    ...windowInfo(),
    ...appBaseInfo(),
    ...setting(),
    albumAuthorized: true,
    cameraAuthorized: true,
    microphoneAuthorized: true,
    notificationAuthorized: true,
  })
  const launch = () => ({
    path: router.stack[0]?.route ?? '',
    query: { ...device.query },
    scene: 1001,
    referrerInfo: {},
  })
  const themeListeners = new Map<unknown, (theme: string) => void>()
  return {
    getSystemInfoSync: everything,
    getDeviceInfo: deviceInfo,
    getWindowInfo: windowInfo,
    getAppBaseInfo: appBaseInfo,
    getSystemSetting: setting,
    getAppAuthorizeSetting: () => ({
      albumAuthorized: 'authorized',
      cameraAuthorized: 'authorized',
      microphoneAuthorized: 'authorized',
    }),
    getMenuButtonBoundingClientRect: () => device.menuButton,
    getLaunchOptionsSync: launch,
    getEnterOptionsSync: launch,
    getAccountInfoSync: () => ({
      miniProgram: { appId: 'wx0000000000000000', envVersion: 'develop', version: '' },
    }),
    onThemeChange: (listener: (result: { theme: string }) => void) => {
      const wrapped = (value: string): void => listener({ theme: value })
      themeListeners.set(listener, wrapped)
      if (program.config.app.darkmode) device.on('theme', wrapped)
    },
    offThemeChange: (listener: unknown) =>
      device.off('theme', themeListeners.get(listener) ?? (() => undefined)),
    getUpdateManager: () => ({
      onCheckForUpdate: (listener: (result: object) => void) =>
        void setTimeout(() => listener({ hasUpdate: false })),
      onUpdateReady: () => undefined,
      onUpdateFailed: () => undefined,
      applyUpdate: () => location.reload(),
    }),
    getPerformance: () => ({
      now: () => performance.now(),
      getEntries: () => [],
      createObserver: () => ({ observe: () => undefined, disconnect: () => undefined }),
    }),
    ...asyncApis({
      getSystemInfo: everything,
      getSystemInfoAsync: everything,
      login: () => ({ code: 'preview' }),
      checkSession: () => undefined,
      vibrateShort: () => undefined,
      vibrateLong: () => undefined,
      setKeepScreenOn: () => undefined,
      enableAlertBeforeUnload: () => undefined,
      disableAlertBeforeUnload: () => undefined,
      getBatteryInfo: () => ({ level: 80, isCharging: false }),
    }),
  }
}
