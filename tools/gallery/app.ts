import { chatSdk, handOver } from './chat-sdk'

App({
  onLaunch() {
    // Components that are connected to the kit take their language from it, and nothing else on most pages.
    handOver(chatSdk())
    wx.onThemeChange(({ theme }) => {
      for (const page of getCurrentPages()) page.setData({ theme })
    })
  },
})
