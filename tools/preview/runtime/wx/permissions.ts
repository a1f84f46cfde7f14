import { asyncApis } from './call'
import { dialogsApi } from './dialogs'

const NAMES: Readonly<Record<string, string>> = {
  'scope.record': '麦克风',
  'scope.camera': '摄像头',
  'scope.writePhotosAlbum': '相册',
  'scope.userLocation': '位置',
}

/** What the user has decided; a scope that is not here was never asked for. The preview begins with all granted. */
const decided: Record<string, boolean> = Object.fromEntries(Object.keys(NAMES).map((scope) => [scope, true]))

/** Decides in the user's place; `undefined` forgets the decision. */
export function setPermission(scope: string, granted: boolean | undefined): void {
  if (granted === undefined) delete decided[scope]
  else decided[scope] = granted
}

export const isPermitted = (scope: string): boolean => decided[scope] === true

async function ask(question: string): Promise<boolean> {
  const answer = dialogsApi.showModal({ content: question, confirmText: '允许', cancelText: '拒绝' })
  return ((await answer) as { confirm: boolean }).confirm
}

async function authorize({ scope }: { scope: string }): Promise<void> {
  decided[scope] ??= await ask(`小程序想使用你的${NAMES[scope] ?? scope}`)
  if (!decided[scope]) throw new Error('auth deny')
}

/** The settings page: one switch after the other. */
async function openSetting(): Promise<object> {
  for (const scope of Object.keys(decided)) {
    if (!decided[scope]) decided[scope] = await ask(`设置：允许使用${NAMES[scope] ?? scope}`)
  }
  return { authSetting: { ...decided } }
}

export const permissionsApi = asyncApis({
  getSetting: () => ({ authSetting: { ...decided } }),
  openSetting,
  authorize,
  openAppAuthorizeSetting: () => undefined,
  requirePrivacyAuthorize: () => undefined,
  getPrivacySetting: () => ({ needAuthorization: false, privacyContractName: '《小程序隐私保护指引》' }),
})
