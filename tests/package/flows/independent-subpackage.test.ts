import { independentSubpackage, SUBPACKAGE } from '../harness/all-in-subpackage'
import { useFlow, useStage } from '../harness/flow'
import { chatFromList } from '../harness/stage'

const flow = useFlow({
  name: 'independent subpackage',
  order: 5,
  subpackage: SUBPACKAGE,
  mainBudget: 20 * 1024,
  prepare: independentSubpackage,
})

describe('in the preview', () => {
  const stage = useStage(flow)

  it('alice opens it without the main package and chats with bob', async () => {
    const phone = await stage.current.phone({ path: `${SUBPACKAGE}/pages/index` })
    await chatFromList(stage.current, phone)
  })

  it('alice comes from the main package', async () => {
    const phone = await stage.current.phone()
    await phone.page.getByText('联系客服').click()
    await chatFromList(stage.current, phone)
  })
})
