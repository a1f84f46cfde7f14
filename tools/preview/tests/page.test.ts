import { usePreview, type Phone } from './phone-driver'

const preview = usePreview()
let phone: Phone

describe('a page', () => {
  beforeEach(async () => {
    phone = await preview.open('userID=alice')
  })

  it('runs its life cycle in order', async () => {
    await phone.until((realm) => realm.getApp().globalData.log.includes('index ready'))
    expect(await phone.log()).toEqual([
      'app launch',
      'app show',
      'card created',
      'card attached',
      'index load',
      'index show',
      'card page show',
      'card ready',
      'index ready',
    ])
  })

  it('renders wxs, templates, includes, slots, generics and nested lists', async () => {
    const text = (await phone.page.innerText('wx-page')).replace(/\s+/g, ' ')
    expect(text).toContain('Hello alice 0')
    expect(text).toContain('¥12.50 42')
    expect(text).toContain('from template included alice')
    expect(text).toContain('header slot 卡片 0 generic')
    expect(text).toMatch(/a:one ?a:two/)
    expect(text).toContain('default slot')
  })

  it('tells taps with dataset, mark and place, and long presses instead of taps', async () => {
    await phone.log()
    await phone.page.click('.hello', { position: { x: 20, y: 10 } })
    await phone.page.click('.hello', { delay: 450 })
    expect(await phone.log()).toEqual(['tap 7 3 20,10', 'longpress'])
    expect(await phone.data('count')).toBe(1)
  })

  it('carries events of components, observers and selectComponent', async () => {
    await phone.page.click('text=b:three')
    expect(await phone.log()).toContain('pick b')
    const answer = await phone.run((realm) => {
      const card = realm.getCurrentPages()[0]?.selectComponent('#card')
      return [card?.hello(), card?.data.changes]
    })
    expect(answer).toEqual(['hello from card', 1])
  })

  it('keeps styles apart, shares them where it is told, and follows the theme', async () => {
    const color = (selector: string) =>
      phone.page.$eval(selector, (element) => getComputedStyle(element).color)
    expect(await color('.shared')).toBe('rgb(1, 2, 3)')
    const width = await phone.page.$eval('.rpx-box', (element) => element.getBoundingClientRect().width)
    expect(width).toBe(187.5)
    await phone.run((realm) => realm.__preview.setTheme('dark'))
    expect(await color('wx-page')).toBe('rgb(230, 231, 233)')
  })

  it('shows the keyboard for a textarea and tells its height and lines', async () => {
    await phone.log()
    await phone.page.click('.area')
    await phone.page.keyboard.type('one')
    await phone.page.keyboard.press('Enter')
    await phone.page.keyboard.type('two')
    expect(await phone.data('text')).toBe('one\ntwo')
    expect([await phone.data('keyboard'), await phone.data('lines')]).toEqual([291, 2])
    await phone.page.click('.hello')
    await phone.until((realm) => realm.__preview.keyboard.height === 0)
    expect(await phone.data('keyboard')).toBe(0)
    expect((await phone.log()).filter((entry) => !entry.startsWith('tap'))).toEqual(['focus', 'blur'])
  })

  it('closes a page-container before the page, and then leaves the mini program', async () => {
    await phone.page.click('.open')
    await phone.log()
    await phone.back()
    await phone.until((realm) => realm.getApp().globalData.log.includes('afterleave'))
    expect(await phone.log()).toEqual(['beforeleave', 'leave', 'afterleave'])
    await phone.back()
    await phone.page.click('text=重新进入')
    const hiding = ['index hide', 'card page hide', 'app hide']
    expect(await phone.log()).toEqual([...hiding, 'app show', 'index show', 'card page show'])
  })

  it('counts setData by component', async () => {
    await phone.run((realm) => realm.__preview.resetStats())
    await phone.page.click('.hello')
    const stats = await phone.run((realm) => realm.__preview.stats)
    expect(stats['pages/index/index']).toEqual({ calls: 1, bytes: '{"count":1}'.length })
    expect(stats['components/card/index']?.calls).toBe(2)
  })

  it('counts bytes as UTF-8, and only when asked to', async () => {
    await phone.run((realm) => realm.__preview.resetStats())
    await phone.setData({ name: '好' })
    await phone.run((realm) => realm.__preview.countBytes(false))
    await phone.setData({ name: '好' })
    const stats = await phone.run((realm) => realm.__preview.stats)
    expect(stats['pages/index/index']).toEqual({ calls: 2, bytes: Buffer.byteLength('{"name":"好"}') })
  })
})

describe('navigation', () => {
  beforeEach(async () => {
    phone = await preview.open()
  })

  it('opens, goes back and unloads', async () => {
    await phone.log()
    await phone.page.click('.go')
    await phone.page.waitForSelector('.screen')
    const routes = await phone.run((realm) => realm.getCurrentPages().map(({ route }) => route))
    expect(routes).toEqual(['pages/index/index', 'pages/list/index'])
    await phone.back()
    expect(await phone.log()).toEqual([
      'index hide',
      'card page hide',
      'list unload',
      'index show',
      'card page show',
    ])
  })

  it('reaches subpackages and refuses pages that are not there', async () => {
    const refusal = await phone.run(async ({ wx }) => {
      await wx.navigateTo?.({ url: '/sub/second/index?from=here' })
      return (wx.navigateTo?.({ url: '/nowhere' }) as Promise<object>).catch((error: object) => error)
    })
    expect(await phone.page.innerText('.second')).toBe('here')
    expect(refusal).toEqual({ errMsg: 'navigateTo:fail page "nowhere" is not found' })
  })

  it('starts in an independent subpackage without the app, which comes with the first page outside of it', async () => {
    await phone.page.close()
    phone = await preview.open('path=apart/alone/index')
    expect(await phone.page.innerText('.alone')).toBe('without an app')
    await phone.page.click('.alone')
    await phone.page.waitForSelector('.hello')
    expect((await phone.log()).slice(0, 2)).toEqual(['app launch', 'app show'])
  })

  it('goes back by a swipe from the left edge', async () => {
    const { mouse } = phone.page
    await phone.page.click('.go')
    await phone.page.waitForSelector('.screen')
    await mouse.move(5, 400)
    await mouse.down()
    await mouse.move(120, 400, { steps: 4 })
    await mouse.up()
    await phone.page.waitForSelector('.go', { state: 'visible' })
  })
})
