/** One line of the table: what was measured, and what it should be. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: string
  /** What stands behind the value. */
  readonly note?: string | undefined
  /** The figure should be at least, or at most, this. */
  readonly target?: { readonly atLeast: number } | { readonly atMost: number } | undefined
}

/** Something that is measured as its users run it. */
export interface Subject {
  readonly name: string
  /** Reports each figure as soon as it is known. */
  run(report: (figure: Figure) => void): Promise<void>
}

export function meets({ value, target }: Figure): boolean | undefined {
  if (!target) return undefined
  return 'atLeast' in target ? value >= target.atLeast : value <= target.atMost
}

/** The value below which `share` (0 to 1) of the values lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN
}
