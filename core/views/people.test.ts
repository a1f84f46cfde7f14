import type { Friend } from '../store/contacts'
import { LETTER_HEIGHT, peopleView, PERSON_HEIGHT } from './people'

const friend = (userID: string, nick = '', remark = ''): Friend => ({
  userID,
  remark,
  groups: [],
  profile: { userID, nick, avatar: '', signature: '', gender: '', birthday: 0, allow: 'any' },
})

const shown = (friends: readonly Friend[], query = '', top = 0): string[] =>
  peopleView(friends, query, top).rows.map(({ letter, name }) => (letter ? `[${letter}]` : name))

const FRIENDS = [
  friend('wang', '王浩'),
  friend('li', '李雷'),
  friend('tom', 'Tom'),
  friend('zeng', '曾小贤'),
  friend('lin', '林晓雨', '阿雨'),
  friend('robot42'),
  friend('smile', '😀'),
]

test('friends stand under the letter of the name that the user sees', () => {
  expect(shown(FRIENDS)).toEqual([
    '[A]',
    '阿雨',
    '[L]',
    '李雷',
    '[R]',
    'robot42',
    '[T]',
    'Tom',
    '[W]',
    '王浩',
    '[Z]',
    '曾小贤',
    '[#]',
    '😀',
  ])
})

test('the index tells where each letter begins', () => {
  const { letters } = peopleView(FRIENDS, '', 0)
  expect(letters.map(({ letter }) => letter).join('')).toBe('ALRTWZ#')
  expect(letters[2]?.top).toBe(2 * (LETTER_HEIGHT + PERSON_HEIGHT))
})

test.each([
  ['王', ['王浩']],
  ['wh', ['王浩']],
  ['TOM', ['Tom']],
  ['林晓雨', ['阿雨']],
  ['lin', ['阿雨']],
  ['42', ['robot42']],
  [' li ', ['阿雨', '李雷']],
  ['nobody', []],
])('%j finds %j', (query, names) => {
  expect(shown(FRIENDS, query).sort()).toEqual([...names].sort())
})

describe('a window over many', () => {
  const many = Array.from({ length: 3000 }, (_, at) => friend(`user${at}`, `王${at}`))
  const height = LETTER_HEIGHT + many.length * PERSON_HEIGHT

  test.each([0, 40_000, 100_000, height, 1e9])('scrolled to %i px: few rows, and the full height', (top) => {
    const { rows, before, after } = peopleView(many, '', top)
    expect(rows.length).toBeLessThan(80)
    const inside = rows.reduce((sum, { letter }) => sum + (letter ? LETTER_HEIGHT : PERSON_HEIGHT), 0)
    expect(before + inside + after).toBe(height)
    expect(before).toBeLessThanOrEqual(Math.min(top, height))
  })

  test('a row that stays keeps its identity', () => {
    const first = peopleView(many, '', 0).rows[30]
    const second = peopleView(many, '', 400).rows.find(({ id }) => id === first?.id)
    expect(second).toBe(first)
  })
})

test('nobody is a list without rows', () => {
  expect(peopleView([], '', 500)).toEqual({ rows: [], before: 0, after: 0, letters: [] })
})

test('names that are hostile are names', () => {
  const hostile = [
    friend('a', 'x'.repeat(100_000)),
    friend('b', '\u202e\u0000evil'),
    friend('c', '\u200b\u200b'),
    friend('__proto__', '__proto__'),
  ]
  const { rows } = peopleView(hostile, '', 0)
  const names = rows.filter(({ letter }) => !letter).map(({ name }) => name)
  expect(names).toContain('evil')
  expect(names).toContain('c')
  expect(Math.max(...names.map(({ length }) => length))).toBeLessThanOrEqual(41)
})
