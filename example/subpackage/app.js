import TencentCloudChat from '@tencentcloud/chat'
import TIMUploadPlugin from 'tim-upload-plugin'
import TIMProfanityFilterPlugin from 'tim-profanity-filter-plugin'
import { setUpChat } from './TUIKit/setup'
import { getUserSig } from './user-sig'
import { config } from './config'

App({
  onLaunch() {
    this.chat = setUpChat({
      TencentCloudChat,
      SDKAppID: config.SDKAPPID,
      userID: config.userID,
      getUserSig,
      plugins: {
        'tim-upload-plugin': TIMUploadPlugin,
        'tim-profanity-filter-plugin': TIMProfanityFilterPlugin,
      },
      createOptions: config.createOptions,
      onState({ status }) {
        if (status === 'failed') wx.showToast({ title: '登录失败，请稍后再试', icon: 'none' })
      },
    })
  },
})
