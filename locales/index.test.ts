import { en } from './en'
import { nearestLocale, translator, type Key, type Locale } from './index'
import { zhCN } from './zh-CN'

const keys = Object.keys(zhCN) as Key[]
const locales: Locale[] = ['zh-CN', 'en']
const placeholders = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort()

test('the languages have the same keys', () => {
  expect(Object.keys(en).sort()).toEqual([...keys].sort())
})

test.each(keys)('%s has text and the same placeholders in every language', (key) => {
  for (const locale of locales) {
    expect(translator(locale)(key).trim()).not.toBe('')
    expect(placeholders(translator(locale)(key))).toEqual(placeholders(zhCN[key]))
  }
})

test.each(locales)('%s has seven weekdays', (locale) => {
  expect(translator(locale)('time.weekday').split(',')).toHaveLength(7)
})

test('English has no Chinese in it', () => {
  for (const text of Object.values(en)) expect(text).not.toMatch(/\p{Script=Han}/u)
})

test('values are put in place of their names', () => {
  const t = translator('en')
  expect(t('time.yearMonthDay', { year: 2024, month: 3, day: 14 })).toBe('2024/3/14')
  expect(t('conversation.unread', { count: 0 })).toBe('0 unread')
})

test('a value is text: nothing in it is replaced again', () => {
  const name = '$& {name} $1 {count}'
  expect(translator('en')('chat.revokedBy', { name })).toBe(`${name} recalled a message`)
})

test('a placeholder without a value stays as it is', () => {
  expect(translator('en')('chat.revokedBy', {})).toBe('{name} recalled a message')
  expect(translator('en')('chat.revokedBy')).toBe('{name} recalled a message')
})

test('there is one translator per language, so that views can compare it', () => {
  for (const locale of locales) {
    expect(translator(locale)).toBe(translator(locale))
    expect(translator(locale).locale).toBe(locale)
  }
})

test.each([
  ['zh_CN', 'zh-CN'],
  ['zh', 'zh-CN'],
  ['zh-Hant-TW', 'zh-CN'],
  ['ZH_HK', 'zh-CN'],
  ['en', 'en'],
  ['en-GB', 'en'],
  ['fr', 'en'],
  ['', 'en'],
])('the language "%s" is shown in %s', (language, locale) => expect(nearestLocale(language)).toBe(locale))
