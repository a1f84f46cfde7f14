import type { Key, Translate } from '../../locales/index'

export interface Labels<Name extends string> {
  /** Before the language is known. */
  readonly none: Record<Name, string>
  /** In a language; the same object every time, so that it is sent once. */
  of(t: Translate): Record<Name, string>
}

/** The fixed words of a screen. */
export function labels<Name extends string>(keys: Readonly<Record<Name, Key>>): Labels<Name> {
  const names = Object.keys(keys) as Name[]
  const made = new WeakMap<Translate, Record<Name, string>>()
  const fill = (word: (name: Name) => string): Record<Name, string> => {
    const words = {} as Record<Name, string>
    for (const name of names) words[name] = word(name)
    return words
  }
  return {
    none: fill(() => ''),
    of(t) {
      let words = made.get(t)
      if (!words) made.set(t, (words = fill((name) => t(keys[name]))))
      return words
    },
  }
}
