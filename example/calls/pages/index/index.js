import TencentCloudChat from '@tencentcloud/chat'
import TIMUploadPlugin from 'tim-upload-plugin'
import TRTC from 'trtc-wx-sdk'
import { createSignalingEngine, createTrtcMedia, useCalls } from '../../TUIKit/calls'
import { genTestUserSig } from '../../TUIKit/debug/GenerateTestUserSig'
import { setUpChat } from '../../TUIKit/setup'
import { config } from '../../config'

// Once, before or after the page is shown: what calls are made with.
useCalls(createSignalingEngine({ media: createTrtcMedia(TRTC) }))

Page({
  data: { config: { locale: 'auto' } },

  onLoad() {
    const { userID, SDKAPPID, createOptions } = config
    this.chat = setUpChat({
      TencentCloudChat,
      SDKAppID: SDKAPPID,
      userID,
      getUserSig: () => genTestUserSig(config).userSig, // for debugging only: in production it comes from your server
      plugins: { 'tim-upload-plugin': TIMUploadPlugin },
      createOptions,
    })
  },

  onReady() {
    this.selectComponent('#TUIKit').init()
  },

  onUnload() {
    void this.chat.stop()
  },

  onCallEnded({ detail }) {
    // `seconds` is 0 when the call did not come about; `reason` says why.
    this.lastCall = { reason: detail.reason, seconds: detail.seconds }
  },
})
