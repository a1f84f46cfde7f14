import { usePreview, type Phone } from './phone-driver'

const preview = usePreview()
let phone: Phone

async function boxOf(selector: string): Promise<{ x: number; y: number }> {
  return (await phone.page.locator(selector).boundingBox()) ?? { x: 0, y: 0 }
}

async function drag(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  const { mouse } = phone.page
  await mouse.move(from.x, from.y)
  await mouse.down()
  await mouse.move(to.x, to.y, { steps: 4 })
  await mouse.up()
}

/** Scroll anchoring and layout are done when two frames have been drawn. */
const painted = (): Promise<void> =>
  phone.page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve()))
      }),
  )

describe('a column-reverse list', () => {
  const list = () =>
    phone.page.$eval('.list', (element) => {
      const { top } = element.getBoundingClientRect()
      const rows = [...element.querySelectorAll('.row')]
        .map((row) => ({ text: row.textContent, top: row.getBoundingClientRect().top - top }))
        .filter((row) => row.top > -1)
        .sort((a, b) => a.top - b.top)
      return { scrollTop: element.scrollTop, first: rows[0] }
    })

  const scrollTo = (top: number) => phone.page.$eval('.list', (element, y) => element.scrollTo(0, y), top)

  const open = async (query = '') => {
    phone = await preview.open(`path=pages/list/index${query}`)
  }

  it('starts at the bottom with scrollTop 0 and counts downwards', async () => {
    await open()
    expect((await list()).scrollTop).toBe(0)
    await scrollTo(-300)
    await phone.until((realm) => (realm.getCurrentPages()[0]?.data.scrolls as number[]).includes(-300))
  })

  it('stays in place when older rows come', async () => {
    await open()
    await scrollTo(-300)
    const before = await list()
    await phone.page.click('text=older')
    expect(await list()).toEqual(before)
  })

  it('moves with newer rows on iOS and holds on Android, as their web views do', async () => {
    await open()
    await scrollTo(-300)
    const onIos = await list()
    await phone.page.click('text=newer')
    await painted()
    expect((await list()).first).not.toEqual(onIos.first)
    await phone.page.close()
    await open('&platform=android')
    await scrollTo(-300)
    const { first } = await list()
    await phone.page.click('text=newer')
    await painted()
    expect((await list()).first).toEqual(first)
  })

  it('tells the upper threshold', async () => {
    await open()
    await scrollTo(-100_000)
    await phone.until((realm) => realm.getCurrentPages()[0]?.data.loads === 1)
  })

  it('observes intersections', async () => {
    await open()
    await phone.setData({ rows: [] })
    await phone.until((realm) => (realm.getCurrentPages()[0]?.data.seen as number[]).length === 1)
    await phone.page.click('text=older')
    await phone.until((realm) => (realm.getCurrentPages()[0]?.data.seen as number[]).length === 2)
    const [first, second] = (await phone.data('seen')) as number[]
    expect(first).toBeGreaterThan(0.5)
    expect(second).toBe(0)
  })

  it('scrolls a row into view', async () => {
    await open()
    await phone.setData({ target: 'row-10' })
    await phone.page.waitForFunction(() => document.querySelector('.list')?.scrollTop !== 0)
    expect((await list()).first).toMatchObject({ text: 'row 10' })
  })
})

describe('controls', () => {
  beforeEach(async () => {
    phone = await preview.open('path=pages/controls/index')
  })

  const expectAnswer = async (answer: string): Promise<void> => {
    // The event may be a frame away; what never comes fails below.
    for (let frame = 0; frame < 120 && (await phone.data('answer')) !== answer; frame++) await painted()
    expect(await phone.data('answer')).toBe(answer)
  }

  it('report what is chosen', async () => {
    await phone.page.click('.switch')
    await phone.page.click('wx-checkbox >> nth=0')
    await phone.page.click('wx-radio >> nth=1')
    await phone.page.click('.picker')
    await phone.page.selectOption('.wx-picker-column', '1')
    await phone.page.click('text=确定')
    const chosen = await Promise.all(['on', 'boxes', 'radio', 'picked'].map((name) => phone.data(name)))
    expect(chosen).toEqual([true, ['a', 'b'], 'y', 1])
  })

  it('swiper and movable-view follow the finger', async () => {
    const swiper = await boxOf('.swiper')
    await drag({ x: swiper.x + 300, y: swiper.y + 30 }, { x: swiper.x + 100, y: swiper.y + 30 })
    expect(await phone.data('slide')).toBe(1)
    const knob = await boxOf('.knob')
    await drag({ x: knob.x + 10, y: knob.y + 10 }, { x: 360, y: knob.y + 10 })
    expect(await phone.data('x')).toBe(160)
  })

  it('binds both ways and confirms', async () => {
    await phone.page.click('.input')
    await phone.page.keyboard.type('你好')
    await phone.page.keyboard.press('Enter')
    expect(await phone.page.innerText('.echo')).toBe('你好')
    expect(await phone.data('confirmed')).toBe('你好')
  })

  it('loads pictures with their natural size and tells failures', async () => {
    await phone.until((realm) => realm.getCurrentPages()[0]?.data.failed)
    expect(await phone.data('natural')).toBe(120)
    expect(await phone.page.$eval('.picture', (element) => element.clientHeight)).toBe(40)
  })

  it('refreshes when pulled down', async () => {
    const { x, y } = await boxOf('.refresh')
    await drag({ x: x + 50, y: y + 5 }, { x: x + 50, y: y + 150 })
    await phone.until((realm) => realm.getCurrentPages()[0]?.data.refreshes === 1)
    await phone.until((realm) => realm.getCurrentPages()[0]?.data.refreshing === false)
  })

  it('asks in dialogs', async () => {
    await phone.page.click('text=modal')
    await phone.page.click('.phone-modal-confirm')
    await expectAnswer('yes')
    await phone.page.click('text=sheet')
    await phone.page.click('text=转发')
    await expectAnswer('item 1')
    await phone.page.click('text=sheet')
    await phone.page.click('text=取消')
    await expectAnswer('showActionSheet:fail cancel')
    await phone.page.click('text=toast')
    await phone.page.waitForSelector('text=已保存')
  })
})
