import { useStudio, type Previewed, type Phone } from './harness'

jest.setTimeout(60_000)

const stage = useStudio()
let alice: Phone

beforeEach(async () => {
  alice = await stage.phone('alice')
  await alice.row('王浩').click()
  await alice.page.getByRole('button', { name: '语音', exact: true }).click()
})

const control = <T>(phone: Phone, act: (preview: Previewed['__preview']) => T) =>
  phone.page.evaluate(`(${act.toString()})(window.__preview)`)

test('hold to talk, slide up to cancel, and what was said is heard on the other phone', async () => {
  const bob = await stage.phone('bob')
  await bob.row('林晓雨').click()

  const { x, y } = await alice.holdToTalk()
  await alice.talk()
  await alice.page.mouse.move(x, y - 150, { steps: 5 })
  await alice.page.getByText('松开 取消').waitFor()
  await alice.page.mouse.up()
  await alice.page.getByText('松开 取消').waitFor({ state: 'detached' })
  expect(await alice.css('voice').count()).toBe(0)

  await alice.holdToTalk()
  await alice.talk()
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
})

test('a call takes the microphone, and a refused one is given back in the settings', async () => {
  await alice.holdToTalk()
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
  await alice.holdToTalk()
  await alice.talk()
  await alice.page.mouse.up()
  await sent.nth(before).waitFor()
})
