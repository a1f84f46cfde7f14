import { nearestLocale, type Locale } from '../locales/index'

/** What a host may set on `<TUIKit config>`. Everything is optional; other keys belong to the host and are ignored. */
export interface TUIKitConfig {
  /** `auto` (default) follows the phone. */
  locale?: 'auto' | Locale
  /** `auto` (default) follows the phone, and changes with it. */
  theme?: 'auto' | 'light' | 'dark'
  /** `auto` (default) finds out whether the page has the platform's navigation bar. */
  navigationStyle?: 'auto' | 'custom' | 'default'
}

const ALLOWED = {
  locale: ['auto', 'zh-CN', 'en'],
  theme: ['auto', 'light', 'dark'],
  navigationStyle: ['auto', 'custom', 'default'],
} as const

export type Settings = Required<TUIKitConfig>

/** @returns the settings, with defaults for what is missing, and what is wrong with each value that is not one of ours */
export function readConfig(config: unknown): { settings: Settings; problems: string[] } {
  const settings: Settings = { locale: 'auto', theme: 'auto', navigationStyle: 'auto' }
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
