/** Mini programs that were wired as the README of the earlier kit says, one for each way. */

const WIRING = `    const { userID, SDKAPPID } = CONFIG
    const userSig = genTestUserSig(CONFIG).userSig
    wx.$TUIKit = TencentCloudChat.create({ SDKAppID: SDKAPPID })
    wx.$chat_SDKAppID = SDKAPPID
    wx.$chat_userID = userID
    wx.$chat_userSig = userSig
    wx.TencentCloudChat = TencentCloudChat
    wx.$TUIKit.registerPlugin({ 'tim-upload-plugin': TIMUploadPlugin })
    wx.$TUIKit.registerPlugin({ 'tim-profanity-filter-plugin': TIMProfanityFilterPlugin })
    wx.$TUIKit.login({ userID, userSig })
`

const importsFrom = (debug: string): string => `import TencentCloudChat from '@tencentcloud/chat'
import TIMUploadPlugin from 'tim-upload-plugin'
import TIMProfanityFilterPlugin from 'tim-profanity-filter-plugin'
import { genTestUserSig } from '${debug}'
`

const DATA = `  data: {
    config: { userID: '', SDKAPPID: 0, SECRETKEY: '', EXPIRETIME: 604800 },
  },
`

const READY = `    wx.$TUIKit.on(TencentCloudChat.EVENT.SDK_READY, this.onSDKReady, this)
  },
  onUnload() {
    wx.$TUIKit.off(TencentCloudChat.EVENT.SDK_READY, this.onSDKReady)
  },
  onSDKReady() {
    const TUIKit = this.selectComponent('#TUIKit')
    TUIKit.init()
  },
})
`

const pageWith = (extra: string): string =>
  `${importsFrom('../../TUIKit/debug/GenerateTestUserSig')}
Page({
${DATA}
  onLoad() {
${WIRING.replaceAll('CONFIG', 'this.data.config')}${extra}${READY}`

const json = (value: object): string => JSON.stringify(value, null, 2)
const pageJson = (path: string): string =>
  json({ usingComponents: { TUIKit: path }, navigationStyle: 'custom' })

const MANIFEST = json({
  name: 'host',
  dependencies: {
    '@tencentcloud/chat': 'latest',
    '@tencentcloud/chat-uikit-wechat': '^1.1.7',
    'tim-upload-plugin': '^1.1.0',
    'tim-profanity-filter-plugin': '^0.9.0',
  },
})

export const HOSTS = {
  'main package': {
    'package.json': MANIFEST,
    'app.json': json({ pages: ['pages/index/index'] }),
    'pages/index/index.json': pageJson('../../TUIKit/index'),
    'pages/index/index.wxml': '<view>\n  <TUIKit config="{{config}}" id="TUIKit"></TUIKit>\n</view>\n',
    'pages/index/index.js': pageWith(`    wx.setStorage({
      key: 'currentUserID',
      data: [],
    })
`),
  },
  subpackage: {
    'package.json': MANIFEST,
    'app.json': json({
      pages: ['pages/index/index'],
      subPackages: [{ root: 'TUI-CustomerService', name: 'TUI-CustomerService', pages: ['pages/index'] }],
    }),
    'app.js': `${importsFrom('./TUIKit/debug/GenerateTestUserSig')}
App({
  onLaunch() {
${WIRING.replaceAll('CONFIG', 'this.globalData.config')}    wx.$TUIKit.on(TencentCloudChat.EVENT.SDK_READY, this.onSDKReady, this)
  },
  onSDKReady() {},
  globalData: {
    config: { userID: '', SECRETKEY: '', SDKAPPID: 0, EXPIRETIME: 604800 },
  },
})
`,
    'TUIKit/debug/GenerateTestUserSig.js': 'exports.genTestUserSig = function () {}\n',
    'TUIKit/debug/lib-generate-test-usersig-es.min.js': '\n',
    'pages/index/index.js': `Page({
  handleJump() {
    wx.navigateTo({ url: '../../TUI-CustomerService/pages/index' })
  },
})
`,
    'TUI-CustomerService/pages/index.json': pageJson('../TUIKit/index'),
    'TUI-CustomerService/pages/index.wxml': '<TUIKit config="{{config}}" id="TUIKit"></TUIKit>\n',
    'TUI-CustomerService/pages/index.js': `Page({
  onLoad() {
    const TUIKit = this.selectComponent('#TUIKit')
    TUIKit.init()
  },
})
`,
  },
  'single chat': {
    'package.json': MANIFEST,
    'app.json': json({ pages: ['pages/chat/index'], renderer: 'webview' }),
    'pages/chat/index.json': pageJson('../../TUIKit/index'),
    'pages/chat/index.wxml':
      '<TUIKit config="{{config}}" id="TUIKit" conversationID="{{conversationID}}"></TUIKit>\n',
    'pages/chat/index.js': pageWith(''),
  },
} as const
