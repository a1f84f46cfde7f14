Page({
  openChat() {
    wx.navigateTo({ url: '/TUI-CustomerService/pages/index' })
  },
})
