import { deepFreeze } from '../tests/fixtures/deep-freeze'
import { localeOf, readConfig } from './config'

const defaults = {
  locale: 'auto',
  theme: 'auto',
  navigationStyle: 'auto',
  typing: true,
  readReceipts: true,
  leaveLiveRooms: false,
  filters: true,
  conversationGroups: false,
  onlineStatus: true,
  tabBarIndex: -1,
}

test.each([undefined, null, 'x', 5, [], {}, { userID: 'alice', theme: undefined, locale: null }])(
  'nothing of ours in it (%j): the defaults, and no complaint',
  (config) => expect(readConfig(config)).toEqual({ settings: defaults, problems: [] }),
)

test('what is ours is taken over', () => {
  const config = deepFreeze({
    locale: 'en',
    theme: 'dark',
    navigationStyle: 'custom',
    typing: false,
    readReceipts: false,
    leaveLiveRooms: true,
    filters: false,
    conversationGroups: true,
    onlineStatus: false,
    tabBarIndex: 2,
  })
  expect(readConfig(config)).toEqual({ settings: config, problems: [] })
})

test('a value that is none of ours is told with those that are, and the default is taken', () => {
  const { settings, problems } = readConfig({ theme: 'pink', locale: 7 })
  expect(settings).toEqual(defaults)
  expect(problems).toEqual(['locale: 7 (auto | zh-CN | en)', 'theme: "pink" (auto | light | dark)'])
})

test('the language is the configured one, or that of the phone', () => {
  expect(localeOf(readConfig({}).settings, 'zh_CN')).toBe('zh-CN')
  expect(localeOf(readConfig({ locale: 'en' }).settings, 'zh_CN')).toBe('en')
})
