import type { Locator } from 'playwright-core'
import { useStudio, type Phone } from './harness'

jest.setTimeout(60_000)

const stage = useStudio()
let alice: Phone
let carol: Phone

beforeEach(async () => {
  alice = await stage.phone('alice')
  carol = await stage.phone('carol')
})

/** The screen in front is the last one that was laid over the others. */
const button = ({ page }: Phone, name: string | RegExp): Locator => page.getByRole('button', { name }).last()

test('one asks, the other accepts, they write to each other, and form a group', async () => {
  // Carol wants to be asked before she is anybody's friend.
  await button(carol, /^通讯录/).click()
  await button(carol, '我的资料').click()
  await button(carol, /^加我为好友时/).click()
  await carol.page.getByText('需要我同意', { exact: true }).click()
  await button(carol, '加我为好友时, 需要我同意').waitFor()
  await button(carol, '返回').click()

  // Alice finds her by her user ID.
  await button(alice, '更多').click()
  await alice.page.getByText('添加朋友', { exact: true }).last().click()
  await alice.page.locator('input').last().fill('carol')
  await button(alice, '用户 ID：carol').click()
  await button(alice, '发送好友申请').click()
  await alice.page.getByText('申请已发送，等对方通过').waitFor()

  // Carol is told, reads who it is, and accepts.
  await button(carol, '新的朋友, 1 个新的好友申请').click()
  await carol.page.getByText('我是林晓雨').waitFor()
  await button(carol, '接受').click()
  await carol.page.getByText('已添加', { exact: true }).waitFor()

  // Alice writes to her from her profile, and comes back to it by the system's gesture.
  await alice.systemBack()
  await button(alice, /^通讯录/).click()
  await button(alice, '陈医生').click()
  await button(alice, '发消息').click()
  await alice.send('加上了')
  await alice.bubble('加上了').waitFor()
  await alice.systemBack()
  await alice.page.getByText('用户 ID：carol').waitFor()

  // The two are a group, named after them; its chat is open, and leads back to the list.
  await alice.systemBack()
  await button(alice, '群聊').click()
  await button(alice, '创建群聊').click()
  await button(alice, /^群成员/).click()
  await alice.page.getByRole('checkbox', { name: '陈医生' }).click()
  await button(alice, '完成(1)').click()
  await button(alice, '群成员, 1 人').waitFor()
  await button(alice, '创建').click()
  await alice.send('大家好')
  await alice.systemBack()
  await alice.row('林晓雨、陈医生, 大家好').waitFor()
})
