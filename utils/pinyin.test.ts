import type * as Pinyin from './pinyin'
import { initials, sortKey } from './pinyin'

const sorted = (...names: string[]): string[] =>
  [...names].sort((a, b) => (sortKey(a).key < sortKey(b).key ? -1 : 1))

describe('the letter of a name', () => {
  test.each([
    ['王浩', 'W'],
    ['林晓雨', 'L'],
    ['阿凯', 'A'],
    ['圆圆妈妈', 'Y'],
    ['赵阿姨', 'Z'],
    ['昊天', 'H'],
    ['bob', 'B'],
    ['Élodie', 'E'],
  ])('of %s is %s', (name, letter) => {
    expect(sortKey(name).letter).toBe(letter)
  })

  test.each([
    ['单田芳', 'S'],
    ['解小东', 'X'],
    ['仇英', 'Q'],
    ['曾国藩', 'Z'],
    ['翟志刚', 'Z'],
    ['区楚良', 'O'],
  ])('of %s is that of the surname, %s', (name, letter) => {
    expect(sortKey(name).letter).toBe(letter)
  })

  test.each(['123', '😀', '', 'سارة', 'Анна', '\u200b\u200b', '!'])('of %j there is none', (name) => {
    expect(sortKey(name).letter).toBe('#')
  })

  test('of a character that few names begin with is asked from the phone', () => {
    expect(sortKey('鼙').letter).toBe('P')
  })

  test('of that is none where the phone does not know pinyin', () => {
    jest.isolateModules(() => {
      const compare = jest.spyOn(String.prototype, 'localeCompare').mockImplementation(function (
        this: string,
        other: string,
      ) {
        return this < other ? -1 : this > other ? 1 : 0
      })
      // eslint-disable-next-line @typescript-eslint/no-require-imports -- a fresh copy, on another phone
      const again = require('./pinyin') as typeof Pinyin
      expect(again.sortKey('鼙').letter).toBe('#')
      expect(again.sortKey('王浩').letter).toBe('W')
      compare.mockRestore()
    })
  })
})

test('names are in the order of a dictionary, Latin ones before Chinese ones of the same letter', () => {
  expect(sorted('王浩', '赵倩', 'Wendy', '林晓雪', '林晓雨', '安娜', 'Alan', '😀', '王红', '陈医生')).toEqual(
    ['Alan', '安娜', '陈医生', '林晓雪', '林晓雨', 'Wendy', '王浩', '王红', '赵倩', '😀'],
  )
})

test('a name is found by the letters of its characters', () => {
  expect(initials('王浩')).toBe('wh')
  expect(initials('曾小贤')).toBe('zxx')
  expect(initials('小P老师')).toBe('xpls')
  expect(initials('Bob')).toBe('bob')
})

test('a name of a million characters costs what one of a few does', () => {
  expect(initials('王'.repeat(1_000_000))).toBe('w'.repeat(16))
})
