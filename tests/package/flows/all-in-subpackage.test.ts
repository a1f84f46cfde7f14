import { allInSubpackage, SUBPACKAGE } from '../harness/all-in-subpackage'
import { useFlow, useStage } from '../harness/flow'
import { chatFromList } from '../harness/stage'

const flow = useFlow({
  name: 'all in the subpackage',
  order: 4,
  subpackage: SUBPACKAGE,
  mainBudget: 20 * 1024,
  prepare: allInSubpackage,
})

test('npm is built in the subpackage, and nowhere else', () => {
  const folders = flow.project.list().filter((path) => path.includes('miniprogram_npm/'))
  expect(folders.filter((path) => !path.startsWith(`${SUBPACKAGE}/miniprogram_npm/`))).toEqual([])
  expect(folders).toContain(`${SUBPACKAGE}/miniprogram_npm/@tencentcloud/chat/index.js`)
})

describe('in the preview', () => {
  const stage = useStage(flow)

  it('alice opens the subpackage and chats with bob', async () => {
    const phone = await stage.current.phone()
    await phone.page.getByText('联系客服').click()
    await chatFromList(stage.current, phone)
  })

  it('opened again after it was left, it goes on where it was', async () => {
    const phone = await stage.current.phone()
    await phone.page.getByText('联系客服').click()
    await phone.row('王浩').waitFor()
    await phone.back()
    await phone.page.getByText('联系客服').click()
    await chatFromList(stage.current, phone)
  })
})
