import type { Locator } from 'playwright-core'
import { useStudio, type Phone } from './harness'

jest.setTimeout(90_000)

/** Alice has a group that one has to ask to come into; bob is in it, carol is not. */
const stage = useStudio({
  users: [
    { userID: 'alice', nick: '林晓雨' },
    { userID: 'bob', nick: '王浩' },
    { userID: 'carol', nick: '陈医生' },
  ],
  groups: [
    {
      groupID: 'hiking',
      type: 'Public',
      name: '周末爬山',
      owner: 'alice',
      members: [{ userID: 'bob' }],
      minutesAgo: 100,
    },
  ],
  messages: [{ from: 'alice', group: 'hiking', text: '这周去哪', minutesAgo: 90 }],
})

/** The screen in front is the last one that was laid over the others. */
const button = ({ page }: Phone, name: string | RegExp): Locator => page.getByRole('button', { name }).last()
const toggle = ({ page }: Phone, name: string): Locator => page.getByRole('switch', { name }).last()
const says = ({ page }: Phone, text: string): Promise<void> => page.getByText(text).last().waitFor()

test('one asks to come in, one of two administrators lets them in, and they are muted and removed', async () => {
  const alice = await stage.phone('alice')
  const bob = await stage.phone('bob')
  const carol = await stage.phone('carol')

  // Alice makes bob an administrator: he is told.
  await alice.row('周末爬山').click()
  await button(alice, '聊天信息').click()
  await button(alice, '群管理').click()
  await button(alice, '添加管理员').click()
  await alice.page.getByRole('checkbox', { name: /^王浩/ }).last().click()
  await button(alice, '完成(1)').click()
  await button(alice, /^王浩, 管理员/).waitFor()
  await bob.row('系统通知').click()
  await says(bob, '你成为了群聊“周末爬山”的管理员')

  // Carol asks, with words; both are told, bob in the notices and alice where she manages the group.
  await button(carol, '更多').click()
  await carol.page.getByText('加入群聊', { exact: true }).last().click()
  await carol.page.locator('input').last().fill('hiking')
  await button(carol, '群 ID：hiking').click()
  await carol.page.locator('textarea').last().fill('我也想爬山')
  await button(carol, '申请加入').click()
  await says(carol, '申请已发送，等管理员同意')
  await says(bob, '我也想爬山')
  await button(alice, '入群申请, 1').click()
  await says(alice, '我也想爬山')

  // Bob is faster: alice sees what became of it.
  await button(bob, '同意').click()
  await says(bob, '已同意')
  await says(alice, '已同意')
  await carol.systemBack()
  await carol.row('周末爬山').click()
  await carol.send('谢谢')
  await carol.bubble('谢谢').waitFor()

  // Everybody is muted but those who lead.
  await button(alice, '返回').click()
  await toggle(alice, '全员禁言').click()
  await says(carol, '全员禁言中')
  await toggle(alice, '全员禁言').click()
  await carol.field().waitFor()

  // Carol is removed while she types: her chat says so, and stays where it is.
  await carol.type('我还想说')
  await button(alice, '返回').click()
  await button(alice, /^群成员/).click()
  await button(alice, /^陈医生/).click()
  await button(alice, '移出群聊').click()
  await alice.page.getByText('移出群聊', { exact: true }).last().click()
  await says(carol, '你已被移出这个群')
  expect(await carol.field().count()).toBe(0)
})
