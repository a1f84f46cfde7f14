import { useStudio, type Phone } from './harness'

jest.setTimeout(60_000)

const stage = useStudio()

/** Texts that are cut off at the bottom of the box that holds them, and what sticks out of the screen. */
const misfits = ({ page }: Phone): Promise<string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth
    return [...document.querySelectorAll('wx-page wx-text, wx-page wx-view')]
      .filter((element) => element.childElementCount === 0 && element.textContent)
      .filter((element) => !element.closest('[class*="--avatar"]'))
      .filter((element) => {
        const { right, height } = element.getBoundingClientRect()
        const own = getComputedStyle(element)
        const cut = height > 0 && height + 1 < parseFloat(own.lineHeight)
        return cut || (right > width + 1 && own.overflowX === 'visible')
      })
      .map((element) => element.textContent ?? '')
  })

test('text follows the size that is set in WeChat, and has room on a narrow phone', async () => {
  const alice = await stage.phone('alice', { text: '1.3' })
  await alice.page.setViewportSize({ width: 320, height: 568 })
  const name = alice.css('name').filter({ hasText: '王浩' })
  await name.waitFor()
  const size = (locator: typeof name): Promise<string> =>
    locator.evaluate((element) => getComputedStyle(element).fontSize)
  expect(parseFloat(await size(name))).toBeCloseTo(17 * 1.3)
  expect(await misfits(alice)).toEqual([])
  await alice.row('王浩').click()
  await alice.send('字大一点，看得清楚')
  const text = alice.css('text').filter({ hasText: '看得清楚' })
  expect(parseFloat(await size(text))).toBeCloseTo(16 * 1.3)
  await alice.css('receipt').waitFor()
  expect(await misfits(alice)).toEqual([])
})

test('with less motion nothing slides: screens and sheets fade', async () => {
  const alice = await stage.phone('alice')
  await alice.page.emulateMedia({ reducedMotion: 'reduce' })
  await alice.row('王浩').waitFor()
  // What begins to move from now on; a wheel that turns says that something is being waited for.
  await alice.page.evaluate(() => {
    const moved: string[] = ((window as unknown as { moved: string[] }).moved = [])
    const hear = ({ target }: Event): void => {
      if (!(target instanceof Element) || !target.closest('wx-page') || /spin/.test(target.className)) return
      for (const { effect } of target.getAnimations()) {
        const frames = effect instanceof KeyframeEffect ? effect.getKeyframes() : []
        if (frames.some(({ transform }) => transform && transform !== 'none')) moved.push(target.className)
      }
    }
    for (const type of ['animationstart', 'transitionrun']) document.addEventListener(type, hear)
  })
  await alice.row('王浩').click()
  await alice.send('慢慢来')
  await alice.choose(alice.bubble('慢慢来'), '转发')
  await alice.page.getByPlaceholder('搜索').last().waitFor()
  await alice.css('panel').getByRole('button', { name: '关闭' }).click()
  await alice.css('panel').waitFor({ state: 'detached' })
  await alice.back()
  await alice.field().waitFor({ state: 'detached' })
  expect(await alice.page.evaluate(() => (window as unknown as { moved: string[] }).moved)).toEqual([])
})

test('a quoted message is led to in full over the keyboard of a small phone', async () => {
  const alice = await stage.phone('alice')
  await alice.page.setViewportSize({ width: 320, height: 568 })
  await alice.page.reload()
  await alice.row('赵阿姨').click()
  const origin = alice.css('bubble').filter({ hasText: /^通知 58$/ })
  await alice.choose(origin, '引用')
  await alice.send('收到')
  await alice.css('quote').last().click()
  await alice.page.waitForFunction(() => {
    const bubbles = [...document.querySelectorAll('[class*="--bubble"]')]
    const box = bubbles.find((bubble) => bubble.textContent === '通知 58')?.getBoundingClientRect()
    const list = document.querySelector('[class*="--scroller"]')?.getBoundingClientRect()
    return box && list && list.height < 320 && box.top >= list.top && box.bottom <= list.bottom
  })
})
