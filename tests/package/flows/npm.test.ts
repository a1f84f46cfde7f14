import { useFlow, useStage } from '../harness/flow'
import { HostProject } from '../harness/host-project'
import { commands, fileOf } from '../harness/readme'
import { chatFromList } from '../harness/stage'

const flow = useFlow({
  name: 'npm, nothing copied',
  order: 3,
  prepare: () => {
    const project = HostProject.fromExample('main-package')
    project.run(commands('npm'))
    project.write('pages/index/index.json', fileOf('npm', 'pages/index/index.json'))
    project.edit('pages/index/index.js', '../../TUIKit/', '@tencentcloud/chat-uikit-wechat/')
    return project
  },
})

test('there is one copy of the kit, that of npm', () => {
  const uploaded = Object.keys(flow.official.sizes)
  expect(uploaded).toContain('miniprogram_npm/@tencentcloud/chat-uikit-wechat/index.js')
  expect(flow.project.list().filter((path) => path.startsWith('TUIKit'))).toEqual([])
})

describe('in the preview', () => {
  const stage = useStage(flow)

  it('alice chats with bob', async () => {
    await chatFromList(stage.current, await stage.current.phone())
  })
})
