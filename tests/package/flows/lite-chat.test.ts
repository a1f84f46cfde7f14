import { until } from '../../integration/harness'
import { useFlow, useStage } from '../harness/flow'
import { HostProject } from '../harness/host-project'
import { commands, fileOf } from '../harness/readme'
import { chat, chatFromList } from '../harness/stage'

const flow = useFlow({
  name: 'main package, lite-chat',
  order: 7,
  prepare: () => {
    const project = HostProject.fromExample('main-package')
    project.run(commands('main-package'))
    project.run(commands('lite-chat'))
    const page = 'pages/index/index.js'
    project.edit(page, "import TencentCloudChat from '@tencentcloud/chat'\n", fileOf('lite-chat', page))
    return project
  },
})

test('only the lite SDK is uploaded', () => {
  const uploaded = Object.keys(flow.official.sizes)
  expect(uploaded.some((path) => path.startsWith('miniprogram_npm/@tencentcloud/lite-chat/'))).toBe(true)
  expect(uploaded.filter((path) => path.startsWith('miniprogram_npm/@tencentcloud/chat/'))).toEqual([])
})

describe('with the lite SDK', () => {
  // It declares the option `proxyServer` and ignores it.
  const stage = useStage(flow, { redirect: true })

  it('the list shows names, last messages and unread counts, and a chat opens, sends and receives', async () => {
    await chatFromList(stage.current, await stage.current.phone())
  })

  it('a new message moves the list and counts as unread', async () => {
    const phone = await stage.current.phone()
    await phone.row('王浩, 1 条未读, 在吗').waitFor()
    const bob = await stage.current.person('bob')
    await bob.sendText('alice', '还在吗')
    await phone.row('王浩, 2 条未读, 还在吗').waitFor()
  })

  it('opening a chat tells the other side that it was read, and the other way round', async () => {
    const phone = await stage.current.phone()
    const bob = await stage.current.person('bob')
    await bob.sendText('alice', '看到了吗')
    await phone.row('王浩').click()
    await phone.bubble('看到了吗').waitFor()
    await until(() => bob.readByPeer.length > 0, 'bob is told')
    await phone.send('看到了')
    await bob.receivedText('看到了')
    await phone.page.locator('[class*="--receipt"]', { hasText: '未读' }).waitFor()
    await bob.chat.setMessageRead({ conversationID: 'C2Calice' })
    await phone.page.getByText('已读', { exact: true }).waitFor()
  })

  it('a message is recalled and edited again', async () => {
    const phone = await stage.current.phone()
    const bob = await stage.current.person('bob')
    await phone.row('王浩').click()
    await phone.send('写错了')
    await bob.receivedText('写错了')
    await phone.longPress(phone.bubble('写错了'))
    await phone.page.getByText('撤回', { exact: true }).click()
    await phone.page.getByText('你撤回了一条消息').waitFor()
    await until(() => bob.revoked.length > 0, 'bob sees it go')
    await phone.page.getByText('重新编辑').click()
    expect(await phone.field().inputValue()).toBe('写错了')
  })

  it('what was written without a network is sent afterwards', async () => {
    const phone = await stage.current.phone()
    await phone.row('王浩').click()
    await phone.bubble('在吗').waitFor()
    await phone.network(false)
    await phone.page
      .getByText('网络不可用，请检查网络设置')
      .or(phone.page.getByText('连接中…'))
      .first()
      .waitFor()
    await phone.network(true)
    await phone.page.getByText('网络不可用，请检查网络设置').waitFor({ state: 'detached' })
    await chat(stage.current, phone)
  })
})
