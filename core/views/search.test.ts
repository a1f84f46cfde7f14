import { translator } from '../../locales/index'
import { conversation, GROUP, ME, message, NOW_S, PEER, state } from '../../tests/fixtures/builders'
import { NO_CONTACTS, type Friend, type GroupInfo } from '../store/contacts'
import { NO_QUERY, type FoundIn, type Search } from '../store/searches'
import type { State } from '../store/state'
import { chatSearchView } from './chat-search'
import { mediaBrowserView } from './media-browser'
import { searchView, type SearchView } from './search'
import { senderName } from './search-filters'

const t = translator('en')

const friend = (userID: string, nick: string, remark = ''): Friend => ({
  userID,
  remark,
  groups: [],
  profile: { userID, nick, avatar: '', signature: '', gender: '', birthday: 0, allow: 'any' },
})

const group = (groupID: string, name: string): GroupInfo =>
  ({
    groupID,
    name,
    avatar: '',
    type: 'work',
    members: 3,
    introduction: '',
    join: 'any',
  }) as unknown as GroupInfo

const search = (found: FoundIn[], fields: Partial<Search> = {}): Search => ({
  query: { ...NO_QUERY, words: ['tea'] },
  phase: 'ready',
  found,
  cursor: '',
  local: false,
  ...fields,
})

const look = (fields: Partial<State>, query: string, only = ''): SearchView =>
  searchView(state(fields), { searchID: 's', query, only }, t)

const shown = ({ sections }: SearchView): Record<string, string[]> =>
  Object.fromEntries(
    sections.map(({ id, rows }) => [
      id,
      rows.map(({ title }) => title.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('')),
    ]),
  )

describe('what is known here', () => {
  const contacts = {
    ...NO_CONTACTS,
    phase: 'ready' as const,
    friends: [friend('bob', 'Bob Stone'), friend('u1', '陈静'), friend('u2', 'Kim', 'Stonecutter')],
    groups: [group('team', 'Stone team') as never],
  }
  const conversations = {
    phase: 'ready' as const,
    list: [
      conversation({ name: 'Bob Stone' }),
      conversation({ conversationID: 'C2Cshop', name: 'Stone & Sons' }),
      conversation({ conversationID: '@TIM#SYSTEM', type: 'SYSTEM', name: 'stone' }),
    ],
  }

  test('comes as one types: people, groups, and chats that are neither', () => {
    expect(shown(look({ contacts, conversations }, 'stone'))).toEqual({
      people: ['Bob [Stone]', '[Stone]cutter'],
      groups: ['[Stone] team'],
      chats: ['[Stone] & Sons'],
    })
  })

  test('is found by the letters of Chinese names', () => {
    expect(shown(look({ contacts }, 'cj'))).toEqual({ people: ['陈静'] })
  })

  test('shows three of each, and more of one when that is asked for', () => {
    const many = { ...contacts, friends: [1, 2, 3, 4, 5].map((n) => friend(`u${n}`, `Ann ${n}`)) }
    const [all] = look({ contacts: many }, 'ann').sections
    expect(all).toMatchObject({ id: 'people', rows: { length: 3 }, more: 'More: Contacts' })
    const [people] = look({ contacts: many }, 'ann', 'people').sections
    expect(people).toMatchObject({ rows: { length: 5 }, more: '' })
  })
})

describe('messages', () => {
  test('one of a chat is shown with its words, several by their number', () => {
    const found = [
      {
        conversationID: `C2C${PEER}`,
        count: 1,
        messages: [message({ content: { type: 'text', text: 'Green tea' } })],
      },
      { conversationID: GROUP, count: 12, messages: [] },
    ]
    const { sections } = look({ searches: { s: search(found) } }, 'tea')
    expect(sections[0]?.rows).toMatchObject([
      { id: 'C2Cbob', note: [{ text: 'Green ' }, { text: 'tea', hit: true }] },
      { id: GROUP, title: [{ text: 'team' }], note: [{ text: '12 related messages' }], time: '' },
    ])
  })

  test('nothing anywhere is said once the server has answered', () => {
    expect(look({ searches: { s: search([], { phase: 'loading' }) } }, 'tea')).toMatchObject({
      empty: '',
      loading: true,
    })
    expect(look({ searches: { s: search([]) } }, 'tea').empty).toContain('tea')
  })

  test('what only looked through loaded messages says so, and a failure says why', () => {
    expect(look({ searches: { s: search([], { local: true }) } }, 'tea').local).toContain('already loaded')
    const error = { code: 2801, op: 'searchCloudMessages', retryable: true, cause: '' }
    expect(look({ searches: { s: search([], { phase: 'failed', error }) } }, 'tea').error).not.toBe('')
  })

  test('in one chat stand with sender, time and what was found', () => {
    const hit = message({
      from: PEER,
      name: 'Bob',
      time: NOW_S - 120,
      content: { type: 'text', text: 'tea\n\u202etime' },
    })
    const searches = { s: search([{ conversationID: 'C2Cbob', count: 1, messages: [hit] }]) }
    expect(chatSearchView(state({ searches }), 's', t)).toMatchObject({
      rows: [
        {
          id: hit.ID,
          title: [{ text: 'Bob' }],
          time: '11:58',
          note: [{ text: 'tea', hit: true }, { text: ' time' }],
        },
      ],
      empty: '',
    })
  })

  test('of a hundred thousand characters cost nothing', () => {
    const hit = message({ content: { type: 'text', text: `${'x'.repeat(1_000_000)}tea` } })
    const searches = { s: search([{ conversationID: 'C2Cbob', count: 1, messages: [hit] }]) }
    const started = Date.now()
    const [row] = chatSearchView(state({ searches }), 's', t).rows
    expect(Date.now() - started).toBeLessThan(300)
    expect(row?.note.map(({ text }) => text).join('').length).toBeLessThan(100)
  })
})

test('pictures, videos and files stand by month, newest first', () => {
  const none = { url: '', width: 0, height: 0 }
  const image = {
    type: 'image' as const,
    original: none,
    large: none,
    thumbnail: { ...none, url: 'https://x/s.png' },
  }
  const messages = [
    message({ ID: 'a', content: image }),
    message({ ID: 'b', content: { type: 'video', url: '', poster: none, seconds: 65, bytes: 1 } }),
    message({
      ID: 'c',
      time: NOW_S - 40 * 86_400,
      content: { type: 'file', url: '', name: 'plan.pdf', bytes: 2048 },
    }),
    message({ ID: 'd', revoked: true, content: image }),
  ]
  const searches = { s: search([{ conversationID: 'C2Cbob', count: 4, messages }]) }
  const { months } = mediaBrowserView(state({ searches }), 's', t)
  expect(months).toMatchObject([
    {
      title: 'This month',
      tiles: [
        { id: 'a', url: 'https://x/s.png' },
        { id: 'b', url: '', duration: '1:05' },
      ],
    },
    { title: '2/2024', tiles: [], files: [{ id: 'c', name: 'plan.pdf', note: '2 KB · bob · 2/3' }] },
  ])
})

test('a sender is called what is known of them', () => {
  const contacts = { ...NO_CONTACTS, friends: [friend('bob', 'Bob', 'Boss')] }
  expect(senderName(state(), ME, t)).toBe('Me')
  expect(senderName(state({ contacts }), 'bob', t)).toBe('Boss')
  expect(senderName(state(), 'nobody', t)).toBe('nobody')
})
