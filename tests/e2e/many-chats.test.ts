import type { CDPSession, Locator } from 'playwright-core'
import { useStudio, type Phone } from './harness'

jest.setTimeout(120_000)

const CHATS = 1000
const nameOf = (at: number): string => `客户${at}`

const seed = {
  users: [
    { userID: 'alice', nick: '林晓雨' },
    ...Array.from({ length: CHATS }, (_, at) => ({ userID: `client${at}`, nick: nameOf(at) })),
  ],
  messages: Array.from({ length: CHATS }, (_, at) => ({
    from: `client${at}`,
    to: 'alice',
    text: '在吗',
    minutesAgo: at + 1,
  })),
}

const stage = useStudio(seed)
let alice: Phone
let finger: CDPSession

beforeEach(async () => {
  alice = await stage.phone('alice')
  finger = await stage.context.newCDPSession(alice.page)
  await alice.row(`${nameOf(0)},`).waitFor()
})

const rows = (): Locator => alice.css('row')

const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x = 0, y = 0): Promise<unknown> =>
  finger.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] })

/** Moves a finger over a row, a few px at a time. */
async function drag(name: string, dx: number, dy = 0): Promise<void> {
  const box = await alice.row(`${name},`).boundingBox()
  if (!box) throw new Error(`${name} is not on the screen`)
  const [x, y] = [box.x + box.width * 0.7, box.y + box.height / 2]
  await touch('touchStart', x, y)
  for (let step = 1; step <= 10; step++) await touch('touchMove', x + (dx * step) / 10, y + (dy * step) / 10)
  await touch('touchEnd')
}

/** With a finger: clicks of a mouse right after touches are those that browsers make of them. */
async function tap(target: Locator): Promise<void> {
  await target.waitFor()
  const box = await target.boundingBox()
  if (!box) throw new Error('nothing to tap')
  await touch('touchStart', box.x + box.width / 2, box.y + box.height / 2)
  await touch('touchEnd')
}

/** How far a row is pushed aside, px, once it rests. */
async function pushed(name: string): Promise<number> {
  return alice.row(`${name},`).evaluate(async (row) => {
    const RESTING = 10 // frames in one place
    let left = NaN
    for (let frames = 0; frames < RESTING;) {
      await new Promise((resolve) => requestAnimationFrame(resolve))
      const { x } = row.getBoundingClientRect()
      frames = x === left ? frames + 1 : 0
      left = x
    }
    return left
  })
}

test('a row follows the finger sideways, one at a time, and stays where it is when the list scrolls', async () => {
  const [first, second] = [nameOf(0), nameOf(1)]
  await drag(first, -160)
  expect(await pushed(first)).toBe(-228)
  await drag(second, -160)
  expect(await pushed(second)).toBe(-228)
  expect(await pushed(first)).toBe(0)
  // A short push is none; a touch closes the row that is open.
  await drag(first, -40)
  expect(await pushed(first)).toBe(0)
  await drag(second, 150)
  expect(await pushed(second)).toBe(0)
  await drag(first, -10, -120)
  expect(await pushed(nameOf(4))).toBe(0)
})

test('what is under a row does what it says', async () => {
  await drag(nameOf(3), -200)
  expect(await pushed(nameOf(3))).toBe(-228)
  await tap(alice.page.getByRole('button', { name: '置顶', exact: true }))
  await alice.row(`${nameOf(3)}, 在吗`).waitFor()
  await rows()
    .first()
    .filter({ hasText: nameOf(3) })
    .waitFor()
})

test('a thousand chats are there, and never more than a few screens of them are drawn', async () => {
  const list = alice.css('list').first()
  // The SDK asks for a hundred at a time.
  await alice
    .css('piece')
    .nth(CHATS / 10 - 1)
    .waitFor({ state: 'attached' })

  const drawn: number[] = []
  for (const share of [0.25, 0.5, 0.75, 1]) {
    await list.evaluate((element, at) => (element.scrollTop = at * element.scrollHeight), share)
    await alice.row(`${nameOf(Math.min(CHATS - 1, Math.round(share * CHATS) + 3))},`).waitFor()
    drawn.push(await rows().count())
  }
  expect(Math.max(...drawn)).toBeLessThanOrEqual(50)
  await alice.resetStats()
  await stage.studio.control('messages', { from: `client${CHATS - 1}`, userID: 'alice', text: '急' })
  await list.evaluate((element) => (element.scrollTop = 0))
  await alice.row(`${nameOf(CHATS - 1)}, 1 条未读, 急`).waitFor()
  expect((await alice.stats()).bytes).toBeLessThan(20_000)
})
