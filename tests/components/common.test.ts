import { mount, phone, settle } from './harness'

describe('the navigation bar', () => {
  const bar = (properties: Record<string, unknown> = {}) =>
    mount('components/common/nav-bar', { properties: { title: 'Bob', ...properties }, events: ['back'] })

  test('stands clear of the notch, on the line of the capsule button', () => {
    const nav = bar()
    expect(nav.find('view.title').text).toBe('Bob')
    expect(nav.find('view.bar').raw.$$?.getAttribute('style')).toBe('padding-top: 47px')
    expect(nav.find('view.line').raw.$$?.getAttribute('style')).toBe('height: 40px; padding: 0 102px')
    expect(phone.titles).toEqual([])
  })

  test('works where there is no capsule to measure', () => {
    Object.assign(phone.capsule, { height: 0, top: 0, left: 0 })
    expect(bar().find('view.line').raw.$$?.getAttribute('style')).toBe('height: 44px; padding: 0 96px')
  })

  test("leaves a page with the platform's bar alone, and sets that bar's title", () => {
    phone.withPlatformBar()
    const nav = bar()
    expect(nav.has('view.bar')).toBe(false)
    expect(phone.titles).toEqual(['Bob'])
    nav.set({ title: 'Carol' })
    expect(phone.titles).toEqual(['Bob', 'Carol'])
  })

  test('one that is covered leaves the title to the one in front, and takes it back', () => {
    phone.withPlatformBar()
    const nav = bar({ active: false })
    expect(phone.titles).toEqual([])
    nav.set({ active: true })
    expect(phone.titles).toEqual(['Bob'])
  })

  test.each([
    ['custom', true],
    ['default', false],
  ])('navigationStyle %s is obeyed, whatever the window looks like', async (navigationStyle, drawn) => {
    if (navigationStyle === 'custom') phone.withPlatformBar()
    const nav = bar({ navigationStyle })
    await settle()
    expect(nav.has('view.bar')).toBe(drawn)
  })

  test('the back button is there on demand, has a name and tells', () => {
    expect(bar().has('view.back')).toBe(false)
    const nav = bar({ back: true, backLabel: 'Back' })
    expect(nav.find('view.back').attr('aria-label')).toBe('Back')
    nav.find('view.back').tap()
    expect(nav.events.back).toHaveLength(1)
  })
})

describe('an avatar', () => {
  const face = (avatar: Record<string, unknown>) =>
    mount('components/common/avatar', { properties: { avatar: { url: '', text: 'B', tone: 3, ...avatar } } })

  test('is the picture', () => {
    const avatar = face({ url: 'https://example.com/a.png' })
    expect(avatar.find('image').attr('src')).toBe('https://example.com/a.png')
    expect(avatar.text).toBe('')
  })

  test('is a letter on a colour while there is none', () => {
    const avatar = face({})
    expect(avatar.has('image')).toBe(false)
    expect(avatar.text).toBe('B')
    expect(avatar.find('view.avatar').classes).toContain('tone-3')
  })

  test('falls back to the letter when the picture cannot be loaded, and gives the next picture its chance', () => {
    const avatar = face({ url: 'https://example.com/broken.png' })
    avatar.find('image').fire('error', { errMsg: '404' })
    expect(avatar.has('image')).toBe(false)
    expect(avatar.text).toBe('B')
    avatar.set({ avatar: { url: 'https://example.com/new.png', text: 'B', tone: 3 } })
    expect(avatar.find('image').attr('src')).toBe('https://example.com/new.png')
  })
})

describe('an empty page', () => {
  test('tells what is so, and offers at most one thing to do', () => {
    const empty = mount('components/common/empty', {
      properties: { text: 'Nothing', hint: 'Really', action: 'Retry' },
      events: ['action'],
    })
    expect(empty.find('view.text').text).toBe('Nothing')
    expect(empty.find('view.hint').text).toBe('Really')
    empty.find('view.action').tap()
    expect(empty.events.action).toHaveLength(1)
    empty.set({ action: '', hint: '' })
    expect(empty.has('view.action')).toBe(false)
    expect(empty.has('view.hint')).toBe(false)
  })
})

test('a notice takes no room while there is nothing to tell', () => {
  const notice = mount('components/common/notice-bar', { properties: { icon: 'offline' } })
  expect(notice.has('view.notice')).toBe(false)
  notice.set({ text: 'Offline' })
  expect(notice.find('view.notice').text).toBe('Offline')
  expect(notice.find('tui-icon').attr('name')).toBe('offline')
})
