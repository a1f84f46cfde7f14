import TencentCloudChat from '@tencentcloud/chat'
import TIMUploadPlugin from 'tim-upload-plugin'
import TIMProfanityFilterPlugin from 'tim-profanity-filter-plugin'
import { genTestUserSig } from '../../TUIKit/debug/GenerateTestUserSig'
import { config } from '../../config'

Page({
  // Display settings only: what is in data goes to the view.
  data: { config: { locale: 'auto' } },

  onLoad() {
    const { userID, SDKAPPID, createOptions } = config
    const { userSig } = genTestUserSig(config) // for debugging only: in production it comes from your server
    wx.$TUIKit = TencentCloudChat.create({ ...createOptions, SDKAppID: SDKAPPID })
    wx.TencentCloudChat = TencentCloudChat
    wx.$chat_SDKAppID = SDKAPPID
    wx.$chat_userID = userID
    wx.$chat_userSig = userSig
    wx.$TUIKit.registerPlugin({ 'tim-upload-plugin': TIMUploadPlugin })
    wx.$TUIKit.registerPlugin({ 'tim-profanity-filter-plugin': TIMProfanityFilterPlugin })
    wx.$TUIKit.on(TencentCloudChat.EVENT.SDK_READY, this.onSDKReady, this)
    wx.$TUIKit.login({ userID, userSig }).catch(() => {
      wx.showToast({ title: '登录失败，请稍后再试', icon: 'none' })
    })
  },

  onUnload() {
    wx.$TUIKit.off(TencentCloudChat.EVENT.SDK_READY, this.onSDKReady)
  },

  onSDKReady() {
    this.selectComponent('#TUIKit').init()
  },
})
