import type { Figure } from '../subject'

/** One line of `docs/bench/results.json`. */
export interface Comparison {
  case: string
  unit: string
  ours: number
  /** `null` where there is nothing to compare with. */
  incumbent: number | null
  /** How many times less ours is; `null` where ours is judged by itself. */
  ratio: number | null
  /** The least that the ratio should be; without a ratio, the most that ours should be. */
  target: number | null
}

/** What the kits did. */
export interface Measured {
  name: string
  unit: string
  ours: number
  incumbent?: number
  /** Ours should be this many times less. */
  atLeast?: number
  /** Ours should be no more than this, whatever the other does. */
  atMost?: number
}

/** Four digits are more than a measurement is worth. */
const round = (value: number): number => Number(value.toPrecision(4))

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]]
  return low === undefined || high === undefined ? NaN : (low + high) / 2
}

export function compare({ name, unit, ours, incumbent, atLeast, atMost }: Measured): Comparison {
  const comparable = incumbent !== undefined && atMost === undefined && ours > 0
  return {
    case: name,
    unit,
    ours: round(ours),
    incumbent: incumbent === undefined ? null : round(incumbent),
    ratio: comparable ? round(incumbent / ours) : null,
    target: atLeast ?? atMost ?? null,
  }
}

export function isMet({ ours, ratio, target }: Comparison): boolean | undefined {
  if (target === null) return undefined
  return ratio === null ? ours <= target : ratio >= target
}

export function number(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en')
  return String(Number(value.toPrecision(value >= 10 ? 3 : 2)))
}

/** The sentence behind a ratio. */
export function values({ unit, ours, incumbent }: Comparison): string {
  const own = `${number(ours)} ${unit}`
  return incumbent === null ? own : `${own} against ${number(incumbent)} ${unit}`
}

/** The same for the table that the bench prints. */
export function figure(comparison: Comparison): Figure {
  const { case: name, unit, ours, ratio, target } = comparison
  const isRatio = ratio !== null
  return {
    name,
    value: ratio ?? ours,
    unit: isRatio ? 'x' : unit,
    note: isRatio ? values(comparison) : undefined,
    target: target === null ? undefined : isRatio ? { atLeast: target } : { atMost: target },
  }
}
