import TencentCloudChat from '@tencentcloud/chat'
import TIMProfanityFilterPlugin from 'tim-profanity-filter-plugin'
import TIMUploadPlugin from 'tim-upload-plugin'
import { config } from '../../config'
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

Page({
  data: { config },

  /** Launch parameters replace what the config file says: two phones of a preview are two users. */
  async onLoad(query: { userID?: string; proxyServer?: string; locale?: string; theme?: string }) {
    const { SDKAPPID, SECRETKEY } = config
    const userID = query.userID || config.userID
    const proxyServer = decodeURIComponent(query.proxyServer || '') || config.proxyServer
    const { userSig } = genTestUserSig({ SDKAPPID, SECRETKEY, userID })

    const chat = TencentCloudChat.create({ SDKAppID: SDKAPPID, ...(proxyServer ? { proxyServer } : {}) })
    globals.$TUIKit = chat
    globals.TencentCloudChat = TencentCloudChat
    globals.$chat_SDKAppID = SDKAPPID
    globals.$chat_userID = userID
    globals.$chat_userSig = userSig
    chat.registerPlugin({ 'tim-upload-plugin': TIMUploadPlugin })
    chat.registerPlugin({ 'tim-profanity-filter-plugin': TIMProfanityFilterPlugin })
    chat.on(TencentCloudChat.EVENT.SDK_READY, this.onSDKReady, this)
    await chat.login({ userID, userSig })
  },

  onUnload() {
    globals.$TUIKit.off(TencentCloudChat.EVENT.SDK_READY, this.onSDKReady)
  },

  onSDKReady() {
    const kit = this.selectComponent('#TUIKit') as unknown as { init(): void }
    kit.init()
  },
})
