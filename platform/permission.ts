import type { Permission, Permissions, Scope } from './types'

/** What the phone calls the same thing, for WeChat as a whole. */
const SYSTEM = {
  record: 'microphoneAuthorized',
  camera: 'cameraAuthorized',
  writePhotosAlbum: 'albumAuthorized',
  userLocation: 'locationAuthorized',
} as const satisfies Record<Scope, keyof WechatMiniprogram.AppAuthorizeSetting>

/** Known to be granted: asked for once only, so that a pressed button acts at once. */
const granted = new Set<Scope>()

/** The privacy agreement of the mini program; the platform shows it when it was not accepted yet. */
function agreement(): Promise<boolean> {
  // Base libraries before 2.32.3 know no agreement.
  if (typeof wx.requirePrivacyAuthorize !== 'function') return Promise.resolve(true)
  return new Promise((resolve) => {
    wx.requirePrivacyAuthorize({ success: () => resolve(true), fail: () => resolve(false) })
  })
}

/** What the user has decided before; `undefined` for nothing. */
function decision(scope: Scope): Promise<boolean | undefined> {
  return new Promise((resolve) => {
    wx.getSetting({
      success: ({ authSetting }) =>
        resolve((authSetting as Record<string, boolean | undefined>)[`scope.${scope}`]),
      fail: () => resolve(undefined),
    })
  })
}

function ask(scope: Scope): Promise<Permission> {
  return new Promise((resolve) => {
    wx.authorize({
      scope: `scope.${scope}`,
      success: () => resolve('new'),
      fail: ({ errMsg }) => {
        if (/privacy/i.test(errMsg)) resolve('private')
        else resolve(/system/i.test(errMsg) ? 'forbidden' : 'declined')
      },
    })
  })
}

async function request(scope: Scope): Promise<Permission> {
  if (granted.has(scope)) return 'granted'
  if (!(await agreement())) return 'private'
  const decided = await decision(scope)
  if (decided === false) return 'refused'
  if (wx.getAppAuthorizeSetting()[SYSTEM[scope]] === 'denied') return 'forbidden'
  const answer = decided ? 'granted' : await ask(scope)
  if (answer === 'granted' || answer === 'new') granted.add(scope)
  return answer
}

function openSettings(scope: Scope, answer: 'refused' | 'forbidden'): Promise<boolean> {
  granted.delete(scope)
  return new Promise((resolve) => {
    const fail = (): void => resolve(false)
    if (answer === 'forbidden') wx.openAppAuthorizeSetting({ success: () => resolve(true), fail })
    else wx.openSetting({ success: () => resolve(true), fail })
  })
}

export const permissions: Permissions = {
  request,
  forget: (scope) => void granted.delete(scope),
  openSettings,
}
