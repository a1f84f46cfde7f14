Page({
  data: { config: { locale: 'auto' } },

  onLoad() {
    // No need to wait for the login: the kit does.
    this.selectComponent('#TUIKit').init()
  },
})
