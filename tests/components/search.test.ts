import { sdkConversation, sdkMessage } from '../fixtures/builders'
import { sdkFriend } from '../fixtures/fake-contacts'
import { choose, confirm, fill, front, hasRow, press, row, titleOf } from './contact-page'
import { advance, phone, settle, type Node } from './harness'
import {
  C2C,
  GROUP,
  history,
  hostSdk,
  incoming,
  kitPage,
  NOW_S,
  PEER,
  rowAt,
  sdkError,
  SLIDE,
  type Page,
} from './page'

/** How long nobody types before the server is asked, ms. */
const PAUSE = 300

/** The list of chats with a history behind it, and the search open over it. */
async function searchPage(texts: string[] = ['tea', 'coffee']): Promise<Page> {
  const sdk = hostSdk()
  sdk.contacts.friends = [sdkFriend(PEER, { remark: 'Bob Stone' })]
  sdk.conversations.push(
    sdkConversation({ remark: 'Bob Stone' }),
    sdkConversation({
      conversationID: GROUP,
      groupProfile: { groupID: 'team', name: 'Stone team', avatar: '' },
    }),
  )
  sdk.historyOf(C2C).push(...texts.map((text, at) => incoming(text, { ID: text, time: NOW_S - 100 + at })))
  const page = await kitPage({ sdk })
  page.list().find('search-bar').find('view.bar').tap()
  await settle()
  return page
}

const screen = (page: Page): Node => front(page.kit.find('TUIContact'))
const titles = (node: Node): string[] => node.texts('found-row view.title')
const found = (node: Node, title: string): Node => {
  const at = node.all('found-row').find((candidate) => candidate.find('view.title').text === title)
  if (!at) throw new Error(`${title} was not found: ${node.text}`)
  return at
}
async function tap(node: Node): Promise<void> {
  node.find('view.row').tap()
  await settle()
}

describe('searching everywhere', () => {
  test('people and chats come as one types, messages when one pauses', async () => {
    const page = await searchPage()
    expect(titleOf(screen(page))).toBe('Search')
    await fill(screen(page), '', 'stone')
    expect(titles(screen(page))).toEqual(['Bob Stone', 'Stone team'])
    expect(page.sdk.calls('searchCloudMessages')).toHaveLength(0)
    await fill(screen(page), '', 'tea')
    await advance(PAUSE)
    expect(page.sdk.calls('searchCloudMessages')).toHaveLength(1)
    const message = screen(page).all('found-row').at(-1)
    expect(message?.texts('view.note')).toEqual(['tea'])
    expect(message?.find('view.note').texts('text.hit')).toEqual(['tea'])
  })

  test('a person leads to the chat, over which nothing stays, and back to what was found', async () => {
    const page = await searchPage()
    await fill(screen(page), '', 'stone')
    await tap(found(screen(page), 'Bob Stone'))
    expect(page.chat().attr('conversationID')).toBe(C2C)
    page.kit.instance<{ back(): void }>().back()
    await advance(SLIDE)
    expect(titles(screen(page))).toEqual(['Bob Stone', 'Stone team'])
  })

  test('the only message of a chat leads to it at once, lit up', async () => {
    const page = await searchPage()
    await confirm(screen(page), 'tea')
    const hit = screen(page).all('found-row').at(-1)
    if (hit) await tap(hit)
    expect(page.chat().attr('conversationID')).toBe(C2C)
    expect(rowAt(page, 0).text).toContain('tea')
    expect(page.messages().data.jump).toMatchObject({ flash: true })
  })

  test('several messages of a chat are shown by themselves, and one of them leads to the chat', async () => {
    const page = await searchPage(['tea', 'coffee', 'green tea'])
    await confirm(screen(page), 'tea')
    const hits = screen(page).all('found-row').at(-1)
    expect(hits?.texts('view.note')).toEqual(['2 related messages'])
    if (hits) await tap(hits)
    expect(titleOf(screen(page))).toBe('Search chat')
    expect(screen(page).texts('view.note')).toEqual(['green tea', 'tea'])
    const [newest] = screen(page).all('found-row')
    if (newest) await tap(newest)
    await advance(SLIDE)
    expect(page.chat().attr('conversationID')).toBe(C2C)
    page.kit.instance<{ back(): void }>().back()
    await advance(SLIDE)
    expect(screen(page).texts('view.note')).toEqual(['green tea', 'tea'])
  })

  test('nothing found is said; a failure offers to try again', async () => {
    const page = await searchPage()
    await confirm(screen(page), 'juice')
    expect(screen(page).find('tui-empty').text).toContain('juice')
    page.sdk.rejectNext('searchCloudMessages', sdkError(2801))
    await confirm(screen(page), 'coffee')
    screen(page).find('tui-empty').find('view.action').tap()
    await settle()
    expect(screen(page).texts('view.note')).toEqual(['coffee'])
  })

  test('a plan without search says so in one line, whatever is typed', async () => {
    const page = await searchPage()
    page.sdk.rejectNext('searchCloudMessages', sdkError(60020))
    await confirm(screen(page), 'tea')
    await confirm(screen(page), 'coffee')
    expect(screen(page).texts('view.note')).toEqual([expect.stringContaining('already loaded')])
    expect(page.sdk.calls('searchCloudMessages')).toHaveLength(1)
    expect(phone.toasts).toEqual([])
  })
})

describe('searching in one chat', () => {
  async function inChat(): Promise<Page> {
    const page = await searchPage(['tea', 'own'])
    page.sdk.historyOf(C2C)[1] = sdkMessage({ ID: 'own', from: 'alice', payload: { text: 'own tea' } })
    await confirm(screen(page), 'tea')
    const hits = screen(page).all('found-row').at(-1)
    if (hits) await tap(hits)
    return page
  }

  test('the sender is one of the two, and is let go again', async () => {
    const page = await inChat()
    const chip = (): Node => screen(page).all('filter-bar view.target')[0] as Node
    chip().tap()
    await settle()
    expect(phone.sheet().items).toEqual(['Me', 'Bob Stone'])
    phone.sheet().choose(0)
    await settle()
    expect(screen(page).texts('view.note')).toEqual(['own tea'])
    chip().tap()
    await settle()
    expect(screen(page).texts('view.note')).toEqual(['own tea', 'tea'])
  })

  test('in a group the sender is one of its members, found by the same field', async () => {
    const page = await searchPage()
    page.sdk.groups.set('team', {
      members: [
        { userID: 'bob', nick: 'Bob', role: 'Member' },
        { userID: 'carol', nick: 'Carol', role: 'Member' },
      ],
    })
    page.sdk
      .historyOf(GROUP)
      .push(
        ...['bob', 'carol'].map((from) =>
          sdkMessage({ ID: from, conversationID: GROUP, from, payload: { text: `tea of ${from}` } }),
        ),
      )
    await confirm(screen(page), 'tea of')
    const hits = screen(page).all('found-row').at(-1)
    if (hits) await tap(hits)
    screen(page).all('filter-bar view.target')[0]?.tap()
    await settle()
    expect(titleOf(screen(page))).toBe('Sender')
    await fill(screen(page), '', 'car')
    await choose(screen(page), 'Carol')
    expect(titleOf(screen(page))).toBe('Search chat')
    expect(page.sdk.calls('searchCloudMessages').at(-1)?.[0]).toMatchObject({ senderUserIDList: ['carol'] })
    expect(screen(page).texts('view.note')).toEqual(['tea of carol'])
  })

  test('everywhere the sender is one of the friends', async () => {
    const page = await searchPage()
    screen(page).all('filter-bar view.target')[0]?.tap()
    await settle()
    await choose(screen(page), 'Bob Stone')
    await press(screen(page), 'Done (1)')
    await advance(SLIDE)
    await confirm(screen(page), 'tea')
    expect(page.sdk.calls('searchCloudMessages').at(-1)?.[0]).toMatchObject({ senderUserIDList: [PEER] })
  })

  test('without a search of the server it goes back page by page', async () => {
    const page = await searchPage(
      Array.from({ length: 400 }, (_, at) => (at % 200 ? `m${at}` : `tent ${at}`)),
    )
    page.sdk.rejectNext('searchCloudMessages', sdkError(60020))
    page.kit.instance<{ openPerson(userID: string): void }>().openPerson(PEER)
    await settle()
    const person = (): Node => front(page.kit.all('TUIContact').at(-1) as Node)
    await choose(person(), 'Search chat')
    await confirm(person(), 'tent')
    // A look back reads several pages, one after the other.
    const looked = async (): Promise<void> => {
      for (let turn = 0; turn < 100 && person().has('view.wait'); turn++) await settle()
    }
    await looked()
    expect(person().texts('view.note')).toContainEqual(expect.stringContaining('This plan has no search'))
    while (hasRow(person(), 'Look further back')) {
      await choose(person(), 'Look further back')
      await looked()
    }
    expect(person().texts('found-row view.note')).toEqual(['tent 200', 'tent 0'])
  })

  test('a type and a day restrict what is found', async () => {
    const page = await inChat()
    screen(page).all('filter-bar view.target')[1]?.tap()
    await settle()
    phone.sheet().choose(1)
    await settle()
    expect(page.sdk.calls('searchCloudMessages').at(-1)?.[0]).toMatchObject({
      messageTypeList: ['TIMImageElem'],
    })
    expect(screen(page).find('tui-empty').text).toContain('No messages')
    screen(page).find('filter-bar').find('picker').fire('change', { value: '2024-03-14' })
    await settle()
    const midnight = new Date(2024, 2, 14).getTime() / 1000
    expect(page.sdk.calls('searchCloudMessages').at(-1)?.[0]).toMatchObject({
      timePosition: midnight + 86_399,
      timePeriod: 86_399,
    })
  })
})

describe('somebody over the chat', () => {
  async function person(): Promise<Page> {
    const sdk = hostSdk()
    sdk.contacts.friends = [sdkFriend(PEER, { remark: 'Bob Stone' })]
    sdk.conversations.push(sdkConversation({ remark: 'Bob Stone' }))
    sdk.historyOf(C2C).push(...history(3))
    const page = await kitPage({ sdk })
    await page.openConversation(C2C)
    rowAt(page, 0).find('view.face').tap()
    await settle()
    return page
  }
  const profile = (page: Page): Node => front(page.kit.find('TUIContact'))

  test('a tap on an avatar shows who that is; back shows the chat again', async () => {
    const page = await person()
    expect(profile(page).find('view.name').text).toBe('Bob Stone')
    expect(page.kit.find('page-container').attr('show')).toBe(true)
    page.kit.find('page-container').fire('afterleave')
    await advance(SLIDE)
    expect(page.kit.has('TUIContact')).toBe(false)
    expect(page.chat().attr('conversationID')).toBe(C2C)
  })

  test('the chat is pinned, muted and cleared there', async () => {
    const page = await person()
    await choose(profile(page), 'Pin to top')
    expect(row(profile(page), 'Pin to top').attr('toggle')).toBe('on')
    await choose(profile(page), 'Mute')
    expect(row(profile(page), 'Mute').attr('toggle')).toBe('on')
    await choose(profile(page), 'Clear messages')
    phone.sheet().choose(0)
    await settle()
    expect(page.sdk.calls('clearHistoryMessage')).toEqual([[C2C]])
    expect(page.messages().texts('message-text')).toEqual([])
  })

  test('its message button leads back to the chat that is open already', async () => {
    const page = await person()
    await choose(profile(page), 'Message')
    await advance(SLIDE)
    expect(page.kit.has('TUIContact')).toBe(false)
    expect(page.messages().texts('message-text')).toHaveLength(3)
  })

  test('what was found in the chat is shown in it', async () => {
    const page = await person()
    await choose(profile(page), 'Search chat')
    await confirm(profile(page), 'message 2')
    const [hit] = profile(page).all('found-row')
    if (hit) await tap(hit)
    await advance(SLIDE)
    expect(page.kit.has('TUIContact')).toBe(false)
    expect(page.messages().data.jump).toMatchObject({ flash: true })
  })

  test('with whom nobody has talked there is no chat to be set', async () => {
    const page = await kitPage()
    page.kit.instance<{ openPerson(userID: string): void }>().openPerson(PEER)
    await settle()
    expect(hasRow(profile(page), 'Mute')).toBe(false)
    expect(hasRow(profile(page), 'Message')).toBe(true)
  })
})

describe('pictures and files of a chat', () => {
  const size = { url: 'https://x.example/a.png', imageUrl: 'https://x.example/a.png', width: 10, height: 10 }
  async function media(): Promise<Page> {
    const sdk = hostSdk()
    sdk.conversations.push(sdkConversation({ remark: 'Bob' }))
    sdk.historyOf(C2C).push(
      sdkMessage({ ID: 'picture', type: 'TIMImageElem', payload: { imageInfoArray: [size, size, size] } }),
      sdkMessage({ ID: 'text' }),
      sdkMessage({
        ID: 'file',
        type: 'TIMFileElem',
        payload: { fileName: 'plan.pdf', fileSize: 2048, fileUrl: 'https://x.example/plan.pdf' },
      }),
    )
    const page = await kitPage({ sdk })
    page.kit.instance<{ openPerson(userID: string): void }>().openPerson(PEER)
    await settle()
    await choose(front(page.kit.find('TUIContact')), 'Media')
    return page
  }

  test('a picture is looked at in full', async () => {
    const page = await media()
    const tiles = screen(page).all('view.tile')
    expect(tiles).toHaveLength(1)
    tiles[0]?.tap()
    await settle()
    expect(phone.galleries).toHaveLength(1)
  })

  test('files have names and sizes, and a long press leads to the message', async () => {
    const page = await media()
    screen(page).all('view.tab')[1]?.tap()
    await settle()
    expect(row(screen(page), 'plan.pdf').attr('note')).toContain('2 KB')
    row(screen(page), 'plan.pdf').find('view.row').fire('longpress')
    await settle()
    expect(phone.sheet().items).toEqual(['Show in chat'])
    phone.sheet().choose(0)
    await advance(SLIDE)
    expect(page.chat().attr('conversationID')).toBe(C2C)
    expect(page.kit.has('TUIContact')).toBe(false)
  })
})
