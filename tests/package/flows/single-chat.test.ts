import { useFlow, useStage } from '../harness/flow'
import { HostProject } from '../harness/host-project'
import { commands, fileOf } from '../harness/readme'
import { chat } from '../harness/stage'

const flow = useFlow({
  name: 'a single chat',
  order: 6,
  prepare: () => {
    const project = HostProject.fromExample('main-package')
    project.run(commands('main-package'))
    project.write('pages/index/index.wxml', fileOf('single-chat', 'pages/index/index.wxml'))
    return project
  },
})

describe('in the preview', () => {
  const stage = useStage(flow)

  it('the page is the chat with bob, and no list comes before it', async () => {
    const phone = await stage.current.phone()
    await phone.bubble('在吗').waitFor()
    expect(await phone.row('王浩').count()).toBe(0)
    await chat(stage.current, phone)
  })

  it('going back leaves the page', async () => {
    const phone = await stage.current.phone()
    await phone.bubble('在吗').waitFor()
    await phone.systemBack()
    await phone.page.getByText('已退出小程序').waitFor()
  })
})
