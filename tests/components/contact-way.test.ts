import { sdkFriend } from '../fixtures/fake-contacts'
import { choose, contactPage, front, goBack, kitWithContacts, titleOf } from './contact-page'
import { advance, phone, settle } from './harness'
import { hostSdk, kitPage, SLIDE } from './page'

describe('the way there, and back', () => {
  const tool = (page: Awaited<ReturnType<typeof kitPage>>, at: number) => page.list().all('view.action')[at]

  test('two buttons over the list of chats: contacts, with a dot when somebody asks, and more', async () => {
    const sdk = hostSdk()
    sdk.contacts.unread = 2
    const page = await kitPage({ sdk })
    expect(tool(page, 0)?.attr('aria-label')).toBe('Contacts, 2 new friend requests')
    expect(tool(page, 0)?.has('view.dot')).toBe(true)
    tool(page, 0)?.tap()
    await settle()
    expect(titleOf(front(page.kit.find('TUIContact')))).toBe('Contacts')
  })

  test.each([
    [0, 'New chat'],
    [1, 'New group'],
    [2, 'Join a group'],
    [3, 'Add a friend'],
  ])('more, number %i: %s', async (at, title) => {
    const page = await kitPage()
    tool(page, 1)?.tap()
    await settle()
    expect(phone.sheet().items).toEqual(['New chat', 'New group', 'Join a group', 'Add a friend'])
    phone.sheet().choose(at)
    await settle()
    expect(titleOf(front(page.kit.find('TUIContact')))).toBe(title)
  })

  test('a chat that was started leads back to the list of chats, not to the form', async () => {
    const page = await kitWithContacts(
      (sdk) => (sdk.contacts.friends = [sdkFriend('bob', { nick: 'Bob' })]),
      'chat',
    )
    await choose(front(page.kit.find('TUIContact')), 'Bob')
    await advance(SLIDE)
    expect(page.chat().attr('conversationID')).toBe('C2Cbob')
    expect(page.kit.has('TUIContact')).toBe(false)
    page.methods.back()
    await advance(SLIDE)
    expect(page.kit.has('TUIChat')).toBe(false)
    expect(phone.pages).toHaveLength(1)
  })

  test('a chat with somebody from the contacts leads back to their profile', async () => {
    const page = await kitWithContacts((sdk) => (sdk.contacts.friends = [sdkFriend('bob', { nick: 'Bob' })]))
    const contact = page.kit.find('TUIContact')
    await choose(front(contact), 'Bob')
    await choose(front(contact), 'Message')
    await advance(SLIDE)
    page.methods.back()
    await advance(SLIDE)
    expect(titleOf(front(contact))).toBe('Profile')
    expect(page.kit.find('page-container').attr('show')).toBe(true)
  })

  test("the system's back gesture is one step at a time: profile, contacts, list", async () => {
    const page = await kitWithContacts((sdk) => (sdk.contacts.friends = [sdkFriend('bob', { nick: 'Bob' })]))
    const contact = page.kit.find('TUIContact')
    const container = page.kit.find('page-container')
    await choose(front(contact), 'Bob')
    for (const expected of ['Contacts', '']) {
      expect(container.attr('show')).toBe(true)
      container.fire('afterleave')
      await advance(SLIDE)
      if (expected) expect(titleOf(front(contact))).toBe(expected)
    }
    expect(page.kit.has('TUIContact')).toBe(false)
    expect(container.attr('show')).toBe(false)
  })

  test('another account finds the contacts closed', async () => {
    const page = await kitWithContacts()
    page.sdk.emit('SDK_NOT_READY', undefined)
    page.sdk.becomeReady('carol')
    await settle()
    expect(page.kit.has('TUIContact')).toBe(false)
  })

  test('a step back from the first screen of a page of its own is told to the host', async () => {
    const { contact } = await contactPage(undefined, { back: true })
    await goBack(contact)
    expect(contact.events.back).toHaveLength(1)
  })
})
