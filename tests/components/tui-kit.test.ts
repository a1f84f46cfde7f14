import { sdkConversation } from '../fixtures/builders'
import { advance, phone, setHost, settle } from './harness'
import { C2C, GROUP, SLIDE, chatPage, history, hostSdk, incoming, kitPage, receive } from './page'

const title = (page: { kit: { all(selector: string): { text: string }[] } }): string | undefined =>
  page.kit.all('view.title').pop()?.text

describe('starting', () => {
  test('before the login is through: a skeleton, then the list', async () => {
    const sdk = hostSdk({ ready: false })
    sdk.conversations.push(sdkConversation({ remark: 'Bob' }))
    const { kit } = await kitPage({ sdk })
    expect(kit.has('tui-skeleton')).toBe(true)
    expect(kit.has('conversation-item')).toBe(false)
    expect(kit.events.ready).toEqual([])
    sdk.becomeReady()
    await settle()
    expect(kit.has('tui-skeleton')).toBe(false)
    expect(kit.texts('conversation-item text.name')).toEqual(['Bob'])
    expect(kit.events.ready).toHaveLength(1)
  })

  test('before init() is called: a skeleton that says what it waits for', async () => {
    const { kit } = await kitPage({ started: false })
    expect(kit.find('tui-skeleton').attr('label')).toBe('Signing in')
    expect(kit.has('TUIConversation')).toBe(false)
  })

  test('without the SDK instance: a sentence and an error event, and all is well once it is there', async () => {
    setHost({ TencentCloudChat: hostSdk().namespace, $TUIKit: undefined })
    const { kit, init } = await kitPage({ started: false })
    init()
    expect(kit.find('tui-empty').text).toContain('wx.$TUIKit is not set')
    expect(kit.events.error).toEqual([expect.objectContaining({ op: 'init', retryable: false })])
    hostSdk()
    init()
    await settle()
    expect(kit.text).not.toContain('wx.$TUIKit')
    expect(kit.has('TUIConversation')).toBe(true)
  })

  test('without the namespace: a sentence and an error event', async () => {
    setHost({ $TUIKit: hostSdk().instance, TencentCloudChat: undefined })
    const { kit, init } = await kitPage({ started: false })
    init()
    expect(kit.find('tui-empty').text).toContain('wx.TencentCloudChat is not set')
    expect(kit.events.error).toEqual([expect.objectContaining({ op: 'init' })])
  })

  test('a change of the theme does not hide that the kit is not wired up', async () => {
    setHost({ $TUIKit: undefined })
    const { kit, init } = await kitPage({ started: false })
    init()
    phone.switchTheme('dark')
    expect(kit.text).toContain('wx.$TUIKit is not set')
  })

  test('a namespace that was missing for a while is no reason to stay broken', async () => {
    const page = await kitPage()
    setHost({ TencentCloudChat: undefined })
    page.init()
    expect(page.kit.text).toContain('wx.TencentCloudChat')
    setHost({ TencentCloudChat: page.sdk.namespace })
    page.init()
    await settle()
    expect(page.kit.text).not.toContain('wx.TencentCloudChat')
    expect(page.kit.has('TUIConversation')).toBe(true)
  })

  test('init() twice changes nothing', async () => {
    const page = await kitPage()
    const handlers = page.sdk.handlerCount()
    page.init()
    await settle()
    expect(page.sdk.handlerCount()).toBe(handlers)
    expect(page.sdk.calls('getConversationList')).toHaveLength(1)
    expect(page.kit.events.ready).toHaveLength(1)
  })

  test('init() after the host made another SDK instance shows the other one', async () => {
    const before = hostSdk()
    before.conversations.push(sdkConversation({ remark: 'Old' }))
    const page = await kitPage({ sdk: before })
    const after = hostSdk({ userID: 'carol' })
    after.conversations.push(sdkConversation({ remark: 'New' }))
    page.init()
    await settle()
    expect(page.kit.texts('conversation-item text.name')).toEqual(['New'])
    expect(before.handlerCount()).toBe(0)
    expect(page.kit.events.ready).toHaveLength(2)
  })

  test('everything is given back when the page is left', async () => {
    const { kit, sdk } = await chatPage(history(3))
    kit.detach()
    expect(sdk.handlerCount()).toBe(0)
    expect(phone.themeListeners.size).toBe(0)
  })
})

describe('config', () => {
  test.each([
    ['locale', 'fr'],
    ['theme', 'blue'],
    ['navigationStyle', 'none'],
  ])('a wrong %s is told in a sentence, once, and is gone once corrected', async (key, value) => {
    const { kit } = await kitPage({ properties: { config: { [key]: value } } })
    expect(kit.find('tui-empty').text).toContain(`Invalid config: ${key}: "${value}"`)
    expect(kit.has('TUIConversation')).toBe(false)
    expect(kit.events.error).toEqual([expect.objectContaining({ op: 'config', retryable: false })])
    kit.set({ config: { [key]: 'auto' } })
    await settle()
    expect(kit.text).not.toContain('Invalid config')
    expect(kit.has('TUIConversation')).toBe(true)
  })

  test('keys of the host are none of our business', async () => {
    const { kit } = await kitPage({ properties: { config: { hostKey: 1 } } })
    expect(kit.has('TUIConversation')).toBe(true)
  })

  test('no config at all is fine', async () => {
    const { kit } = await kitPage({ properties: { config: null } })
    expect(kit.has('TUIConversation')).toBe(true)
    expect(kit.events.error).toEqual([])
  })

  test('the theme follows the phone, or is what the host says', async () => {
    const { kit } = await kitPage()
    const theme = (): string | undefined =>
      kit.find('view.tui-root').classes.find((name) => /light|dark/.test(name))
    expect(theme()).toBe('tui-light')
    phone.switchTheme('dark')
    expect(theme()).toBe('tui-dark')
    kit.set({ config: { theme: 'light' } })
    expect(theme()).toBe('tui-light')
    phone.switchTheme('dark')
    expect(theme()).toBe('tui-light')
    kit.set({ config: { theme: 'dark' } })
    expect(theme()).toBe('tui-dark')
  })

  test('the language follows the phone, or is what the host says, also while running', async () => {
    phone.language = 'zh_CN'
    const page = await chatPage(history(1))
    expect(page.input().find('textarea').attr('placeholder')).toBe('发消息')
    page.kit.set({ config: { locale: 'en' } })
    await settle()
    expect(page.input().find('textarea').attr('placeholder')).toBe('Message')
    page.kit.find('TUIChat view.back').tap()
    await advance(SLIDE)
    expect(title(page)).toBe('Chats')
    page.kit.set({ config: { locale: 'zh-CN' } })
    await settle()
    expect(title(page)).toBe('消息')
  })
})

describe('going forth and back', () => {
  test('a tap on a row opens its chat over the list', async () => {
    const sdk = hostSdk()
    sdk.conversations.push(sdkConversation({ remark: 'Bob' }), sdkConversation({ conversationID: GROUP }))
    const page = await kitPage({ sdk })
    page.kit.all('conversation-item')[1]?.find('view.row').tap()
    await settle()
    expect(page.chat().attr('conversationID')).toBe(GROUP)
    expect(page.kit.has('TUIConversation')).toBe(true)
  })

  test('the back button of the chat leads to the list, which was only covered', async () => {
    const page = await chatPage(history(1))
    page.chat().find('view.back').tap()
    expect(page.kit.find('view.chat').classes).toContain('leave')
    await advance(SLIDE)
    expect(page.kit.has('TUIChat')).toBe(false)
    expect(page.kit.has('TUIConversation')).toBe(true)
    expect(phone.pages).toHaveLength(1)
    expect(page.sdk.calls('getConversationList')).toHaveLength(1)
  })

  test('the list has a back button only on a page that was opened from another one', async () => {
    const first = await kitPage()
    expect(first.kit.has('view.back')).toBe(false)
    phone.pages = ['pages/home/index', 'pages/chat/index']
    const second = await kitPage()
    second.kit.find('view.back').tap()
    expect(phone.pages).toEqual(['pages/home/index'])
  })

  test('the back gesture in a chat is one step inside the kit, every time', async () => {
    const page = await chatPage(history(1))
    const container = page.kit.find('page-container')
    for (let round = 0; round < 3; round++) {
      expect(container.attr('show')).toBe(true)
      container.fire('afterleave')
      expect(container.attr('show')).toBe(false)
      await advance(SLIDE)
      expect(page.kit.has('TUIChat')).toBe(false)
      await page.openConversation(C2C)
      expect(page.kit.has('TUIChat')).toBe(true)
    }
  })

  test('the back gesture in the list is left to the platform', async () => {
    const { kit } = await kitPage()
    expect(kit.find('page-container').attr('show')).toBe(false)
  })

  test('the container that leaves because the kit closed the chat is no second step', async () => {
    phone.pages = ['pages/home/index', 'pages/chat/index']
    const page = await chatPage(history(1))
    page.chat().find('view.back').tap()
    page.kit.find('page-container').fire('afterleave')
    await advance(SLIDE)
    page.kit.find('page-container').fire('afterleave')
    expect(phone.pages).toHaveLength(2)
  })

  test('a chat that is opened again while it slides away stays', async () => {
    const page = await chatPage(history(1))
    page.chat().find('view.back').tap()
    await page.openConversation(C2C)
    await advance(SLIDE)
    expect(page.kit.has('TUIChat')).toBe(true)
    expect(page.kit.find('view.chat').classes).not.toContain('leave')
  })

  test('closing twice in a row takes its full time', async () => {
    const page = await chatPage(history(1))
    page.chat().find('view.back').tap()
    await advance(SLIDE - 50)
    await page.openConversation(C2C)
    page.chat().find('view.back').tap()
    await advance(100)
    expect(page.kit.has('TUIChat')).toBe(true)
    await advance(SLIDE)
    expect(page.kit.has('TUIChat')).toBe(false)
  })

  test('what is read in the list is not reported as read in the chat that was left', async () => {
    const page = await chatPage(history(1))
    page.chat().find('view.back').tap()
    await advance(SLIDE)
    receive(page.sdk, incoming('are you there?'))
    await advance(5000)
    expect(page.sdk.calls('setMessageRead')).toEqual([])
    expect(page.list().find('view.badge').text).toBe('1')
  })
})

describe('the size of text', () => {
  test.each([
    ['as usual', 1, 1],
    ['larger', 1.25, 1.25],
    ['the largest that there is room for', 2, 1.3],
    ['not smaller than usual', 0.8, 1],
    ['unknown to an old WeChat', undefined, 1],
  ])('is %s', async (_, set, scale) => {
    phone.textScale = set
    const { kit } = await kitPage()
    expect(kit.find('view.tui-root').attr('style')).toBe(`--_scale: ${scale}`)
  })
})
