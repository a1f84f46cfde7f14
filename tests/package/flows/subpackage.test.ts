import { useFlow, useStage } from '../harness/flow'
import { HostProject } from '../harness/host-project'
import { commands } from '../harness/readme'
import { chatFromList } from '../harness/stage'

const flow = useFlow({
  name: 'subpackage',
  order: 2,
  subpackage: 'TUI-CustomerService',
  prepare: () => {
    const project = HostProject.fromExample('subpackage')
    project.run(commands('subpackage'))
    return project
  },
})

/** The wiring of hosts that came before `setUpChat`: everything by hand, and nobody waits for the SDK. */
const CLASSIC_APP = `
import TencentCloudChat from '@tencentcloud/chat'
import { genTestUserSig } from './TUIKit/debug/GenerateTestUserSig'
import { config } from './config'

App({
  onLaunch() {
    const { userID, SDKAPPID, createOptions } = config
    const { userSig } = genTestUserSig(config)
    wx.$TUIKit = TencentCloudChat.create({ ...createOptions, SDKAppID: SDKAPPID })
    wx.TencentCloudChat = TencentCloudChat
    wx.$chat_SDKAppID = SDKAPPID
    wx.$chat_userID = userID
    wx.$chat_userSig = userSig
    wx.$TUIKit.login({ userID, userSig })
  },
})`

test('the kit is in the subpackage, and the main package has only what logs in', () => {
  const { project } = flow
  expect(project.list('TUI-CustomerService/TUIKit')).toContain('index.js')
  expect(project.list('TUIKit').filter((path) => path.endsWith('.js'))).toEqual([
    'debug/GenerateTestUserSig.js',
    'setup.js',
  ])
  const main = Object.keys(flow.official.sizes).filter((path) => !path.startsWith('TUI-CustomerService/'))
  expect(main.filter((path) => path.includes('components/'))).toEqual([])
})

describe('in the preview', () => {
  const stage = useStage(flow)

  it('alice opens the subpackage and chats with bob', async () => {
    const phone = await stage.current.phone()
    await phone.page.getByText('联系客服').click()
    await chatFromList(stage.current, phone)
  })

  it('the page of the subpackage may be the first that is opened, and calls init() before the login', async () => {
    const phone = await stage.current.phone({ path: 'TUI-CustomerService/pages/index' })
    await chatFromList(stage.current, phone)
  })

  it('a host that does everything by hand chats as well', async () => {
    const { project } = flow
    const app = project.read('app.js')
    project.write('app.js', CLASSIC_APP)
    await stage.reopen()
    project.write('app.js', app)
    const phone = await stage.current.phone({ path: 'TUI-CustomerService/pages/index' })
    await chatFromList(stage.current, phone)
  })

  it('back in the list of the subpackage leads out of it', async () => {
    const phone = await stage.current.phone()
    await phone.page.getByText('联系客服').click()
    await phone.row('王浩').waitFor()
    await phone.back()
    await phone.page.getByText('联系客服').waitFor()
  })
})
