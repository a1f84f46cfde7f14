import type { Locator } from 'playwright-core'
import { useStudio, type Phone } from './harness'

jest.setTimeout(60_000)

const COUNT = 120
const person = (userID: string, nick: string) => ({ userID, nick, avatar: '', selfSignature: '' })

/** A long talk with 王浩 whose third message is about a tent, and one sentence of 陈静. */
const stage = useStudio({
  users: [person('alice', '林晓雨'), person('bob', '王浩'), person('carol', '陈静')],
  friends: [{ between: ['alice', 'bob'] }],
  messages: [
    { from: 'carol', to: 'alice', text: '帐篷在我家', minutesAgo: 3 * COUNT, unread: false },
    ...Array.from({ length: COUNT }, (_, at) => ({
      from: 'bob',
      to: 'alice',
      text: at === 2 ? '绿色的帐篷最好' : at === COUNT - 9 ? '新帐篷到了' : `第${at + 1}句`,
      minutesAgo: COUNT - at,
      unread: false,
    })),
  ],
})
let alice: Phone

beforeEach(async () => {
  alice = await stage.phone('alice')
})

const button = (name: string | RegExp): Locator => alice.page.getByRole('button', { name }).last()
const field = (): Locator => alice.page.locator('input').last()

/** Its bubble is on the screen, and nothing lies over it. */
const sees = (text: string): Promise<unknown> =>
  alice.page.waitForFunction((wanted) => {
    const texts = [...document.querySelectorAll('message-text')].filter((text) => text.textContent === wanted)
    return texts.some((text) => {
      const { left, top, width, height } = text.getBoundingClientRect()
      const there = document.elementFromPoint(left + width / 2, top + height / 2)
      return there !== null && (text.contains(there) || there.contains(text))
    })
  }, text)

test('a word leads from the list to what was said long ago, and back to what was found', async () => {
  await button('搜索').click()
  await field().fill('帐篷')
  await button(/帐篷在我家/).waitFor()
  await button(/2 条相关聊天记录/).click()
  await button(/绿色的帐篷最好/).click()
  await sees('绿色的帐篷最好')
  for (const before of [/绿色的帐篷最好/, /帐篷在我家/, '搜索']) {
    await alice.systemBack()
    await button(before).waitFor()
  }
})

test('who one talks with is a tap away: their profile, and what was said between the two', async () => {
  await button(/^王浩/).click()
  await sees(`第${COUNT}句`)
  await button('聊天信息').click()
  await button('查找聊天记录').click()
  await field().fill('绿色')
  await button(/绿色的帐篷最好/).click()
  await sees('绿色的帐篷最好')
  await alice.systemBack()
  await button('搜索').waitFor()
})
