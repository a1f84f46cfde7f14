import TencentCloudChat from '@tencentcloud/chat'
import TIMProfanityFilterPlugin from 'tim-profanity-filter-plugin'
import TIMUploadPlugin from 'tim-upload-plugin'
import { config as account } from '../../config'
import { genTestUserSig } from '../../TUIKit/debug/GenerateTestUserSig'

// The kit finds the SDK through these names.
interface Globals {
  $TUIKit: ReturnType<typeof TencentCloudChat.create>
  TencentCloudChat: typeof TencentCloudChat
  $chat_SDKAppID: number
  $chat_userID: string
  $chat_userSig: string
}
const globals = wx as unknown as Globals

interface LaunchQuery {
  userID?: string
  proxyServer?: string
}

/** A text with a stray `%` stays as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** In development launch parameters replace what the config file says: two phones of a preview are two users. */
function launched(query: LaunchQuery): typeof account {
  if (wx.getAccountInfoSync().miniProgram.envVersion !== 'develop') return account
  return {
    ...account,
    userID: query.userID || account.userID,
    proxyServer: decoded(query.proxyServer || '') || account.proxyServer,
  }
}

Page({
  data: { config: { locale: 'auto' } },

  onLoad(query: LaunchQuery) {
    const { userID, SDKAPPID, SECRETKEY, proxyServer } = launched(query)
    const { userSig } = genTestUserSig({ userID, SDKAPPID, SECRETKEY })
    const chat = TencentCloudChat.create({ SDKAppID: SDKAPPID, ...(proxyServer ? { proxyServer } : {}) })
    globals.$TUIKit = chat
    globals.TencentCloudChat = TencentCloudChat
    globals.$chat_SDKAppID = SDKAPPID
    globals.$chat_userID = userID
    globals.$chat_userSig = userSig
    chat.registerPlugin({ 'tim-upload-plugin': TIMUploadPlugin })
    chat.registerPlugin({ 'tim-profanity-filter-plugin': TIMProfanityFilterPlugin })
    chat.on(TencentCloudChat.EVENT.SDK_READY, this.onSDKReady, this)
    chat.login({ userID, userSig }).catch(() => {
      void wx.showToast({ title: '登录失败，请稍后再试', icon: 'none' })
    })
  },

  onUnload() {
    globals.$TUIKit.off(TencentCloudChat.EVENT.SDK_READY, this.onSDKReady)
  },

  onSDKReady() {
    const kit = this.selectComponent('#TUIKit') as unknown as { init(): void }
    kit.init()
  },
})
