import { nearestLocale, type Locale } from '../locales/index'

/** What a host may set on `<TUIKit config>`. Everything is optional; other keys belong to the host and are ignored. */
export interface TUIKitConfig {
  /** `auto` (default) follows the phone. */
  locale?: 'auto' | Locale
  /** `auto` (default) follows the phone, and changes with it. */
  theme?: 'auto' | 'light' | 'dark'
  /** `auto` (default) finds out whether the page has the platform's navigation bar. */
  navigationStyle?: 'auto' | 'custom' | 'default'
  /** True (default): in chats of two, each sees when the other is typing. */
  typing?: boolean
  /** True (default): own messages in groups ask who has read them. The app's plan must have it. */
  readReceipts?: boolean
  /** True: a live room is left with its chat. False (default): the user stays in it. */
  leaveLiveRooms?: boolean
  /** True (default): the list offers unread chats, mentions and groups by themselves. */
  filters?: boolean
  /** True: with `filters`, the conversation groups of the SDK, too. */
  conversationGroups?: boolean
  /** True (default): a dot for people who are online. The app's plan must have it. */
  onlineStatus?: boolean
  /** The tab of the tab bar that shows how many messages are unread, 0 is the first one; -1 (default): none. */
  tabBarIndex?: -1 | 0 | 1 | 2 | 3 | 4
}

const ALLOWED = {
  locale: ['auto', 'zh-CN', 'en'],
  theme: ['auto', 'light', 'dark'],
  navigationStyle: ['auto', 'custom', 'default'],
  typing: [true, false],
  readReceipts: [true, false],
  leaveLiveRooms: [true, false],
  filters: [true, false],
  conversationGroups: [true, false],
  onlineStatus: [true, false],
  tabBarIndex: [-1, 0, 1, 2, 3, 4],
} as const

export type Settings = Required<TUIKitConfig>

/** @returns the settings, with defaults for what is missing, and what is wrong with each value that is not one of ours */
export function readConfig(config: unknown): { settings: Settings; problems: string[] } {
  const settings: Settings = {
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
  const problems: string[] = []
  const given = typeof config === 'object' && config !== null ? (config as Record<string, unknown>) : {}
  for (const key of Object.keys(ALLOWED) as (keyof Settings)[]) {
    const value = given[key]
    const allowed: readonly unknown[] = ALLOWED[key]
    if (value === undefined || value === null) continue
    if (allowed.includes(value)) Object.assign(settings, { [key]: value })
    else problems.push(`${key}: ${JSON.stringify(value)} (${allowed.join(' | ')})`)
  }
  return { settings, problems }
}

export const localeOf = (settings: Settings, language: string): Locale =>
  settings.locale === 'auto' ? nearestLocale(language) : settings.locale

/** What of it the list of chats is to know. */
export const listSettings = ({ filters, conversationGroups, onlineStatus }: Settings) => ({
  filters,
  conversationGroups,
  onlineStatus,
})
