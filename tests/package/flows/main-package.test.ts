import { cpSync } from 'node:fs'
import { useFlow, useStage } from '../harness/flow'
import { HostProject } from '../harness/host-project'
import { commands } from '../harness/readme'
import { chatFromList } from '../harness/stage'
import { windowsCopiesOf } from '../checks/copy'

const flow = useFlow({
  name: 'main package',
  order: 1,
  prepare: () => {
    const project = HostProject.fromExample('main-package')
    project.run(commands('main-package'))
    return project
  },
})

test('the kit is copied as the README shows it', () => {
  const copied = flow.project.list('TUIKit')
  for (const file of ['index.js', 'index.json', 'index.wxml', 'index.wxss', 'setup.js']) {
    expect(copied).toContain(file)
  }
  expect(copied).toContain('debug/GenerateTestUserSig.js')
  expect(copied.filter((path) => path.includes('chat-uikit-wechat'))).toEqual([])
})

test('copying again changes nothing', () => {
  const before = flow.project.list()
  flow.project.run(commands('main-package').split('\n').slice(1).join('\n'))
  expect(flow.project.list()).toEqual(before)
})

test('the command for Windows gives the same folder', () => {
  const [{ source, target } = { source: '', target: '' }] = windowsCopiesOf(commands('main-package', 'bat'))
  const { project } = flow
  cpSync(project.path(source), project.path('windows'), { recursive: true })
  expect(target).toBe('TUIKit')
  expect(project.list('windows')).toEqual(project.list('TUIKit'))
  project.remove('windows')
})

test('what npm has besides the copy is not uploaded', () => {
  const uploaded = Object.keys(flow.official.sizes)
  expect(uploaded.filter((path) => path.includes('chat-uikit-wechat'))).toEqual([])
  expect(uploaded).toContain('miniprogram_npm/@tencentcloud/chat/index.js')
})

test('the documents come with the copy, and are not uploaded', () => {
  expect(flow.project.list('TUIKit')).toContain('docs/components/TUIKit.md')
  expect(Object.keys(flow.official.sizes).filter((path) => path.endsWith('.md'))).toEqual([])
})

describe('in the preview', () => {
  const stage = useStage(flow)

  it('alice chats with bob', async () => {
    await chatFromList(stage.current, await stage.current.phone())
  })
})
