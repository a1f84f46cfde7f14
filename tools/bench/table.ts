import { meets, type Figure } from './subject'

const WIDTHS = { name: 58, value: 12, target: 14, verdict: 8 }

function rounded(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3)
}

function targetOf({ target }: Figure): string {
  if (!target) return ''
  return 'atLeast' in target
    ? `≥ ${target.atLeast.toLocaleString('en')}`
    : `≤ ${target.atMost.toLocaleString('en')}`
}

/** One line of the table of figures. */
export function line(figure: Figure): string {
  const met = meets(figure)
  return [
    figure.name.padEnd(WIDTHS.name),
    `${rounded(figure.value)} ${figure.unit}`.padStart(WIDTHS.value),
    targetOf(figure).padStart(WIDTHS.target),
    (met === undefined ? '' : met ? '  ok' : '  MISSED').padEnd(figure.note ? WIDTHS.verdict : 0),
    figure.note ?? '',
  ]
    .join(' ')
    .trimEnd()
}
