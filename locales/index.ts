import { zhCN } from './zh-CN'
import { en } from './en'
import type { Key, Messages } from './keys'

export type { Key } from './keys'
export type Locale = 'zh-CN' | 'en'

/** Looks a key up and puts `vars` in place of `{name}`. Unknown placeholders stay as they are. */
export interface Translate {
  (key: Key, vars?: Readonly<Record<string, string | number>>): string
  readonly locale: Locale
}

const tables: Record<Locale, Messages> = { 'zh-CN': zhCN, en }
const translators = new Map<Locale, Translate>()

/** One translator per locale, so that views can memoise by its identity. */
export function translator(locale: Locale): Translate {
  const known = translators.get(locale)
  if (known) return known
  const table = tables[locale]
  const translate = (key: Key, vars?: Readonly<Record<string, string | number>>): string => {
    const text = table[key]
    return vars ? text.replace(/\{(\w+)\}/g, (whole, name: string) => String(vars[name] ?? whole)) : text
  }
  const made: Translate = Object.assign(translate, { locale })
  translators.set(locale, made)
  return made
}

/** The shipped locale nearest to a platform language such as `zh_CN`, `zh-Hant-TW` or `en-GB`. */
export function nearestLocale(language: string): Locale {
  return /^zh/i.test(language) ? 'zh-CN' : 'en'
}
