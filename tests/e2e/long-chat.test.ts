import type { Locator } from 'playwright-core'
import { useStudio, type Phone } from './harness'

jest.setTimeout(120_000)

const MESSAGES = 3000
const GROUP_MESSAGES = 400
const UNREAD = 150

/** Texts of one to four lines. */
const say = (n: number): string => `第 ${n} 条 ${'这是一条普通的消息。'.repeat((n * 7) % 5)}`

const seed = {
  users: [
    { userID: 'alice', nick: '林晓雨' },
    { userID: 'bob', nick: '王浩' },
    { userID: 'carol', nick: '陈医生' },
  ],
  groups: [
    {
      groupID: 'team',
      type: 'Work',
      name: '项目组',
      owner: 'bob',
      members: ['alice', 'carol'],
      minutesAgo: 9999,
    },
  ],
  messages: [
    ...Array.from({ length: MESSAGES }, (_, at) => ({
      from: at % 4 ? 'bob' : 'alice',
      to: at % 4 ? 'alice' : 'bob',
      text: say(at + 1),
      minutesAgo: (MESSAGES - at) * 2,
    })),
    ...Array.from({ length: GROUP_MESSAGES }, (_, at) => ({
      from: at % 3 ? 'bob' : 'carol',
      group: 'team',
      text: say(at + 1),
      minutesAgo: (GROUP_MESSAGES - at) * 2,
      unread: at >= GROUP_MESSAGES - UNREAD ? ['alice'] : false,
      ...(at === 299 && { at: ['alice'] }),
    })),
  ],
}

const stage = useStudio(seed)
let alice: Phone

beforeEach(async () => {
  alice = await stage.phone('alice')
})

/** The scroller of the chat. */
const scrollerOf = (phone: Phone): Locator =>
  phone.page.locator('wx-scroll-view').filter({ has: phone.css('bubble') })

const nodesIn = (scroller: Locator): Promise<number> =>
  scroller.evaluate((element) => element.querySelectorAll('*').length)

interface Step {
  /** How far what was on the screen has moved by itself, px. */
  moved: number
  /** The numbers of the messages that are drawn. */
  numbers: number[]
  /** From the newer end, px. */
  top: number
  /** There is more below that is not loaded. */
  detached: boolean
}

/** Scrolls by so many pixels and looks for some frames whether what is on the screen stays where it is. */
const scroll = (scroller: Locator, by: number): Promise<Step> =>
  scroller.evaluate(async (element, distance) => {
    const box = element.getBoundingClientRect()
    element.scrollTop += distance
    await new Promise((resolve) => requestAnimationFrame(resolve))
    const bubbles = [...element.querySelectorAll('[class*="--bubble"]')]
    const shown = bubbles.find((bubble) => {
      const { top } = bubble.getBoundingClientRect()
      return top > box.top + 60 && top < box.bottom - 60
    })
    const before = shown?.getBoundingClientRect().top ?? NaN
    for (let frame = 0; frame < 4; frame++) await new Promise((resolve) => requestAnimationFrame(resolve))
    return {
      moved: shown?.isConnected ? Math.abs(shown.getBoundingClientRect().top - before) : Infinity,
      numbers: bubbles.map((bubble) => Number(/第 (\d+) 条/.exec(bubble.textContent ?? '')?.[1])),
      top: element.scrollTop,
      detached: (element.querySelector('[class*="--end"]')?.clientHeight ?? 0) > 0,
    }
  }, by)

test('3,000 messages cost what 100 cost, and nothing moves while pages come and go', async () => {
  await alice.row('王浩').click()
  await alice.bubble(say(MESSAGES)).waitFor()
  const scroller = scrollerOf(alice)

  const seen = new Set<number>()
  let worst = 0
  const go = async (by: number): Promise<Step> => {
    const step = await scroll(scroller, by)
    worst = Math.max(worst, step.moved)
    for (const number of step.numbers) seen.add(number)
    return step
  }
  while (!seen.has(MESSAGES - 99)) await go(-600)
  const nodesAt100 = await nodesIn(scroller)
  expect(worst).toBeLessThan(0.5)

  // On to the oldest message, as fast as history comes.
  const most = await scroller.evaluate(async (element) => {
    let most = 0
    const deadline = Date.now() + 60_000
    const oldest = /^第 1 条/
    for (;;) {
      element.scrollTop = -element.scrollHeight
      await new Promise((resolve) => requestAnimationFrame(resolve))
      const bubbles = [...element.querySelectorAll('[class*="--bubble"]')]
      most = Math.max(most, element.querySelectorAll('*').length)
      if (bubbles.some((bubble) => oldest.test(bubble.textContent?.trim() ?? ''))) return most
      if (Date.now() > deadline) throw new Error('The oldest message has not come')
    }
  })
  expect(most).toBeLessThan(nodesAt100 * 1.5)

  // Some screens back: what was given up comes again, in its place.
  for (let step = 0; step < 12; step++) {
    const { numbers } = await go(700)
    expect(numbers.length).toBeLessThan(150)
  }
  expect(worst).toBeLessThan(0.5)

  await alice.page.getByText('回到最新位置').click()
  await alice.bubble(say(MESSAGES)).waitFor()
  expect(await nodesIn(scroller)).toBeLessThan(nodesAt100 * 1.5)
})

test('a message that comes in costs one small setData, however much is loaded', async () => {
  await alice.row('王浩').click()
  await alice.bubble(say(MESSAGES)).waitFor()
  const scroller = scrollerOf(alice)
  for (let step = 0; step < 30; step++) await scroll(scroller, -700)
  await alice.page.getByText('回到最新位置').click()
  await alice.bubble(say(MESSAGES)).waitFor()
  await alice.resetStats()
  await stage.studio.control('messages', { from: 'bob', userID: 'alice', text: '新的一条' })
  await alice.bubble('新的一条').waitFor()
  const { calls, bytes } = await alice.stats()
  expect(calls).toBeLessThanOrEqual(3)
  expect(bytes).toBeLessThan(3 * 1024)
})

test('the first of many unread messages is gone to at once; scrolling on closes the gap, and nothing moves', async () => {
  await alice.row('项目组').click()
  await alice.bubble(say(GROUP_MESSAGES)).waitFor()
  await alice.page.getByText('条未读消息').click()
  const first = GROUP_MESSAGES - UNREAD + 1
  await alice.bubble(say(first)).waitFor()
  await alice.page.getByText('以下为新消息').waitFor()
  await alice.page.waitForFunction((text) => {
    const bubbles = [...document.querySelectorAll('[class*="--bubble"]')]
    const top = bubbles.find((bubble) => bubble.textContent?.trim() === text)?.getBoundingClientRect().top
    return top !== undefined && top > 100 && top < 400
  }, say(first).trim())

  // Who mentions her is on the way.
  await alice.page.getByRole('button', { name: '有人@我', exact: true }).click()
  await alice.bubble(say(300)).waitFor()

  const scroller = scrollerOf(alice)
  const seen = new Set<number>()
  for (let step = 0; step < 100; step++) {
    const { moved, numbers, top, detached } = await scroll(scroller, 400)
    for (const number of numbers) seen.add(number)
    expect(moved).toBeLessThan(3)
    if (top >= -1 && !detached) break
  }
  for (let number = 300; number <= GROUP_MESSAGES; number++) expect(seen).toContain(number)
  expect(await alice.bubble(say(GROUP_MESSAGES)).isVisible()).toBe(true)
})
