import type { Key, Translate } from '../../../locales/index'

const KEYS = {
  placeholder: 'input.placeholder',
  send: 'input.send',
  save: 'input.save',
  emoji: 'input.emoji',
  keyboard: 'input.keyboard',
  voice: 'input.voice',
  more: 'input.more',
  editing: 'input.editing',
  dropQuote: 'input.dropQuote',
  stopEditing: 'input.stopEditing',
} as const satisfies Record<string, Key>

type Labels = Record<keyof typeof KEYS, string>

const NAMES = Object.keys(KEYS) as (keyof typeof KEYS)[]

const made = (word: (key: Key) => string): Labels =>
  NAMES.reduce<Partial<Labels>>((all, name) => ({ ...all, [name]: word(KEYS[name]) }), {}) as Labels

/** Before the language is known. */
export const LABELS: Labels = made(() => '')

/** What the composer's buttons are called. */
export const labelsOf = (t: Translate): Labels => made((key) => t(key))
