import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { useStudio, type Phone } from './harness'

jest.setTimeout(60_000)

const stage = useStudio()
let alice: Phone
let bob: Phone

beforeEach(async () => {
  alice = await stage.phone('alice')
  bob = await stage.phone('bob')
})

test('two people chat: unread badge, open, answer, read state, revoke, and a reload keeps it all', async () => {
  // Alice has two unread messages of Bob's from before.
  await alice.row('王浩, 2 条未读').click()
  await alice.bubble('方便的时候回我').waitFor()

  // Alice answers; Bob sees the badge in his list.
  await alice.send('回来了，什么事')
  await alice.bubble('回来了，什么事').waitFor()
  await alice.css('receipt').filter({ hasText: '未读' }).waitFor()
  await bob.row('林晓雨, 1 条未读, 回来了，什么事').click()

  // Bob opens the chat: Alice is told that he has read it.
  await bob.bubble('回来了，什么事').waitFor()
  await alice.page.getByText('已读', { exact: true }).waitFor()

  await bob.send('<b>周六</b>聚餐，来吗？')
  await alice.bubble('<b>周六</b>聚餐，来吗？').waitFor()
  expect(await alice.page.locator('b').count()).toBe(0)

  // Alice takes a message back and edits it again.
  await alice.send('来不了')
  await bob.bubble('来不了').waitFor()
  await alice.longPress(alice.bubble('来不了'))
  await alice.page.getByText('撤回', { exact: true }).click()
  await alice.page.getByText('你撤回了一条消息').waitFor()
  await bob.page.getByText('林晓雨撤回了一条消息').waitFor()
  await alice.page.getByText('重新编辑').click()
  expect(await alice.field().inputValue()).toBe('来不了')

  // Back in the list nothing is unread any more, and what was begun is a draft.
  await alice.back()
  await alice.row('王浩, \\[草稿\\] 来不了').waitFor()

  await alice.page.reload()
  await alice.row('王浩').click()
  await alice.bubble('<b>周六</b>聚餐，来吗？').waitFor()
  expect(await alice.page.getByText('来不了').count()).toBe(0)
})

test('history pages in without moving what is being read', async () => {
  await bob.row('陈医生').click()
  await bob.bubble('第 120 条').waitFor()
  const seen = new Set<string>()
  const collect = async (): Promise<void> => {
    for (const text of await bob.css('bubble').allTextContents()) seen.add(text.trim())
  }
  await collect()
  const scroller = bob.page.locator('wx-scroll-view').filter({ has: bob.css('bubble') })
  for (let turn = 0; seen.size < 120 && turn < 60; turn++) {
    const count = await bob.css('bubble').count()
    const oldest = bob
      .css('bubble')
      .filter({ hasText: /^第 \d+ 条$/ })
      .last()
    // What is on the screen when the page arrives must stay where it is.
    const { before, after } = await scroller.evaluate(async (element) => {
      element.scrollTop = element.clientHeight - element.scrollHeight + 40
      const bubbles = [...element.querySelectorAll('[class*="--bubble"]')]
      const box = element.getBoundingClientRect()
      const shown = bubbles.find((bubble) => {
        const { top } = bubble.getBoundingClientRect()
        return top > box.top + 120 && top < box.bottom
      })
      const before = shown?.getBoundingClientRect().top
      const { scrollHeight } = element
      const deadline = Date.now() + 5000
      while (element.scrollHeight === scrollHeight && Date.now() < deadline) {
        await new Promise((resolve) => requestAnimationFrame(resolve))
      }
      await new Promise((resolve) => requestAnimationFrame(resolve))
      return { before, after: shown?.getBoundingClientRect().top }
    })
    expect(before).toBeDefined()
    expect(Math.abs((after ?? 0) - (before ?? 0))).toBeLessThan(1)
    await collect()
    if ((await bob.css('bubble').count()) === count && seen.size < 120) await oldest.waitFor()
  }
  expect(seen.size).toBe(120)
})

test('a reader who has scrolled up stays where he is, and a pill counts what is new', async () => {
  await bob.row('陈医生').click()
  await bob.bubble('第 120 条').waitFor()
  const carol = await stage.phone('carol')
  await carol.row('王浩').click()
  await carol.bubble('第 120 条').waitFor()

  const scroller = bob.page.locator('wx-scroll-view').filter({ has: bob.css('bubble') })
  const place = await scroller.evaluate((element) => {
    element.scrollTop = -400
    return element.querySelector('[class*="--bubble"]')?.getBoundingClientRect().top
  })
  await carol.send('新的一条')
  await bob.page.getByText('1 条新消息').waitFor()
  const now = await scroller.evaluate(
    (element) => element.querySelector('[class*="--bubble"]')?.getBoundingClientRect().top,
  )
  expect(Math.abs((now ?? 0) - (place ?? 0))).toBeLessThan(1)

  await bob.page.getByText('1 条新消息').click()
  await bob.page.getByText('1 条新消息').waitFor({ state: 'detached' })
  expect(await bob.bubble('新的一条').isVisible()).toBe(true)
})

test('the pill over many unread messages leads to the first of them', async () => {
  await alice.row('赵阿姨, 40 条未读').click()
  await alice.bubble('通知 60').waitFor()
  await alice.page.getByText('40 条未读消息').click()
  await alice.page.getByText('40 条未读消息').waitFor({ state: 'detached' })
  const first = alice.css('bubble').filter({ hasText: /^通知 21$/ })
  await first.waitFor()
  await alice.page.waitForFunction(() => {
    const bubbles = [...document.querySelectorAll('[class*="--bubble"]')]
    const top = bubbles.find((bubble) => bubble.textContent === '通知 21')?.getBoundingClientRect().top
    return top !== undefined && top > 80 && top < 300
  })
})

test('one message in an open chat costs one setData', async () => {
  await bob.row('陈医生').click()
  await bob.bubble('第 120 条').waitFor()
  const carol = await stage.phone('carol')
  await carol.row('王浩').click()
  await carol.field().waitFor()
  await bob.resetStats()
  await carol.send('数一数')
  await bob.bubble('数一数').waitFor()
  // Bob's report that he has read it, and what follows from it, is part of the cost.
  await carol.page.getByText('已读', { exact: true }).waitFor()
  const list = await bob.stats('TUIChat/message-list/')
  expect(list.calls).toBeLessThanOrEqual(2)
  const { calls, bytes } = await bob.stats()
  // The title tells that Carol is typing, and no more.
  expect(calls - list.calls).toBeLessThanOrEqual(2)
  expect(bytes).toBeLessThanOrEqual(3 * 1024)
  expect(bytes).toBeGreaterThan(0)
})

test('the system back goes one step back inside the kit, and leaves only from the list', async () => {
  await alice.row('陈医生').click()
  await alice.field().waitFor()
  await alice.systemBack()
  await alice.field().waitFor({ state: 'detached' })
  await alice.row('陈医生').waitFor()
  // Opened again, it is caught again.
  await alice.row('陈医生').click()
  await alice.field().waitFor()
  await alice.systemBack()
  await alice.field().waitFor({ state: 'detached' })
  await alice.systemBack()
  await alice.page.getByText('已退出小程序').waitFor()
})

test('keyboard and emoji panel take the same place, and emoji go into the text', async () => {
  await alice.row('陈医生').click()
  await alice.field().click()
  const bar = alice.css('bar').last()
  await alice.page.waitForFunction(
    () => (document.querySelector('[class*="--dock"]')?.clientHeight ?? 0) > 200,
  )
  const withKeyboard = await bar.boundingBox()
  await alice.page.getByRole('button', { name: '表情' }).click()
  await alice.css('emoji').first().waitFor()
  expect((await bar.boundingBox())?.y).toBe(withKeyboard?.y)
  await alice.css('emoji').filter({ hasText: '😀' }).first().click()
  expect(await alice.field().inputValue()).toBe('😀')
})

test('without a network the kit says so, keeps what was written, and sends it again', async () => {
  await alice.row('王浩').click()
  await alice.field().waitFor()
  await alice.network(false)
  await alice.page
    .getByText('网络不可用，请检查网络设置')
    .or(alice.page.getByText('连接中…'))
    .first()
    .waitFor()
  await alice.network(true)
  await alice.page.getByText('网络不可用，请检查网络设置').waitFor({ state: 'detached' })
  await alice.send('又连上了')
  await bob.row('林晓雨, .*又连上了').waitFor()
})

test('a phone switches to dark and to English', async () => {
  const other = await stage.phone('carol', { theme: 'dark', language: 'en' })
  await other.page.getByText('Chats').waitFor()
  const background = await other
    .css('page')
    .first()
    .evaluate((element) => getComputedStyle(element).backgroundColor)
  expect(background).toBe('rgb(30, 31, 33)')
})

test('a picture has its place before it has loaded, and a tap shows it in full', async () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  const pictures = createServer((_request, response) => void response.end(png)).listen(0, '127.0.0.1')
  await once(pictures, 'listening')
  const url = `http://127.0.0.1:${(pictures.address() as AddressInfo).port}/sea.png`
  try {
    await alice.row('王浩').click()
    await alice.field().waitFor()
    const sizes = [1, 2, 3].map((Type) => ({ Type, Size: 1, Width: 800, Height: 600, URL: url }))
    const content = { UUID: 'sea', ImageFormat: 3, ImageInfoArray: sizes }
    await stage.studio.control('messages', {
      from: 'bob',
      userID: 'alice',
      elements: [{ MsgType: 'TIMImageElem', MsgContent: content }],
    })
    const picture = alice.css('picture')
    await picture.waitFor()
    const box = await picture.boundingBox()
    expect([box?.width, box?.height].map((edge) => Math.round(edge ?? 0))).toEqual([180, 135])
    await picture.click()
    await alice.page.locator(`.phone-gallery img[src="${url}"]`).waitFor()
  } finally {
    pictures.close()
  }
})
