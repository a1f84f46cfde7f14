interface Rgb {
  readonly red: number
  readonly green: number
  readonly blue: number
}

export function parseHex(value: string): Rgb | undefined {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(value.trim())?.[1]
  if (!hex) return undefined
  const full = hex.length === 3 ? hex.replace(/./g, '$&$&') : hex
  const part = (at: number): number => parseInt(full.slice(at, at + 2), 16) / 255
  return { red: part(0), green: part(2), blue: part(4) }
}

/** Relative luminance and contrast ratio as WCAG 2 defines them. */
function luminance({ red, green, blue }: Rgb): number {
  const linear = (value: number): number =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

export function contrastRatio(one: Rgb, other: Rgb): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

export interface TextPair {
  readonly text: string
  readonly on: readonly string[]
  /** A token that may not exist yet; once it is declared the pair counts. */
  readonly optional?: true
}

/** What is read on what. Names of private tokens without their `--_`. */
export const TEXT_PAIRS: readonly TextPair[] = [
  { text: 'color-text', on: ['color-bg', 'color-surface', 'color-surface-press', 'color-float'] },
  { text: 'color-text-2', on: ['color-bg', 'color-surface', 'color-surface-press'] },
  { text: 'color-text-3', on: ['color-bg', 'color-surface', 'color-surface-press'] },
  { text: 'color-primary', on: ['color-bg', 'color-surface'] },
  { text: 'color-on-primary', on: ['color-primary'] },
  { text: 'color-danger', on: ['color-surface', 'color-float'] },
  { text: 'color-mention', on: ['color-surface', 'color-surface-press'] },
  { text: 'color-link', on: ['bubble-peer'] },
  { text: 'bubble-own-text', on: ['bubble-own'] },
  { text: 'bubble-own-link', on: ['bubble-own'], optional: true },
  { text: 'bubble-peer-text', on: ['bubble-peer'] },
  { text: 'color-on-badge', on: ['color-badge'] },
  { text: 'color-warn-text', on: ['color-warn-bg'] },
  { text: 'avatar-text', on: [0, 1, 2, 3, 4, 5, 6, 7].map((number) => `avatar-${number}`) },
]

/** AA for text below 18 px bold or 24 px. */
export const MINIMUM_RATIO = 4.5
