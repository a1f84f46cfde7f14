import { join } from 'node:path'
import type { BrowserContext } from 'playwright-core'
import { closeBrowser, freshContext, Phone, Studio, type Previewed } from './harness'

jest.setTimeout(60_000)

let studio: Studio
let context: BrowserContext
let alice: Phone

beforeAll(async () => {
  studio = await Studio.start(join(__dirname, 'seed.json'))
})

afterAll(async () => {
  await closeBrowser()
  await studio.stop()
})

beforeEach(async () => {
  context = await freshContext()
  alice = await Phone.open(studio, context, 'alice')
  await alice.row('王浩').click()
  await alice.page.getByRole('button', { name: '语音', exact: true }).click()
})

afterEach(async () => {
  expect(alice.complaints).toEqual([])
  await context.close()
})

const control = <T>(phone: Phone, act: (preview: Previewed['__preview']) => T) =>
  phone.page.evaluate(`(${act.toString()})(window.__preview)`)

/** The finger goes down on the button, and the microphone is open. */
async function press(phone: Phone): Promise<{ x: number; y: number }> {
  const box = await phone.page.getByRole('button', { name: '按住 说话' }).boundingBox()
  if (!box) throw new Error('no button')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await phone.page.mouse.move(x, y)
  await phone.page.mouse.down()
  await phone
    .css('bubble')
    .filter({ has: phone.css('meter') })
    .waitFor()
  return { x, y }
}

/** Something was said that is long enough to be sent: the bars have moved for more than a second. */
async function talk(phone: Phone): Promise<void> {
  await phone.page.waitForFunction(() => {
    const bars = [...document.querySelectorAll<HTMLElement>('[class*="--bar"]')]
    return bars.filter(({ style }) => Number(/scaleY\((.+)\)/.exec(style.transform)?.[1]) > 0.1).length > 20
  })
}

test('hold to talk, slide up to cancel, and what was said is heard on the other phone', async () => {
  const bob = await Phone.open(studio, context, 'bob', { phone: 'b' })
  await bob.row('林晓雨').click()

  const { x, y } = await press(alice)
  await talk(alice)
  await alice.page.mouse.move(x, y - 150, { steps: 5 })
  await alice.page.getByText('松开 取消').waitFor()
  await alice.page.mouse.up()
  await alice.page.getByText('松开 取消').waitFor({ state: 'detached' })
  expect(await alice.css('voice').count()).toBe(0)

  await press(alice)
  await talk(alice)
  await alice.page.mouse.up()
  await alice.page.getByRole('button', { name: /^语音，\d 秒$/ }).waitFor()
  await alice
    .css('receipt')
    .filter({ hasText: /^(未读|已读)$/ })
    .waitFor()

  // It is new for Bob until he has listened to it, also after a reload.
  const fresh = bob.page.getByRole('button', { name: /^语音，\d 秒，未播放$/ })
  await fresh.click()
  const heard = bob.page.getByRole('button', { name: /^语音，\d 秒$/ })
  await heard.waitFor()
  await bob.css('fill').waitFor()
  await bob.css('fill').waitFor({ state: 'detached' })
  await bob.page.reload()
  await bob.row('林晓雨').click()
  await heard.waitFor()
  expect(await fresh.count()).toBe(0)
  expect(bob.complaints).toEqual([])
})

test('a call takes the microphone, and a refused one is given back in the settings', async () => {
  await press(alice)
  await control(alice, (preview) => preview.setCall(true))
  await alice.page.getByText('录音被打断，没有发送').waitFor()
  expect(await alice.css('meter').count()).toBe(0)
  await alice.page.mouse.up()
  await alice.page.reload()

  await control(alice, (preview) => preview.setPermission('scope.record', false))
  await alice.row('王浩').click()
  await alice.page.getByRole('button', { name: '语音', exact: true }).click()
  await alice.page.getByRole('button', { name: '按住 说话' }).click()
  await alice.page.getByText('去设置里打开麦克风权限').waitFor()
  await alice.page.getByRole('button', { name: '去设置' }).click()
  await alice.page.getByRole('button', { name: '允许' }).click()
  const sent = alice.page.getByRole('button', { name: /^语音，\d 秒$/ })
  const before = await sent.count()
  await press(alice)
  await talk(alice)
  await alice.page.mouse.up()
  await sent.nth(before).waitFor()
})
