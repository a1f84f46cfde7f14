import { isMet, number, values, type Comparison } from './comparison'

const WIDTH = 960
const LABELS = 410
const BARS = 310
/** Where the figures stand, right of the bars. */
const FIGURES = LABELS + BARS + 24
const ROW = 42
const TOP = 92
const BAR = 16

const STYLE = `
  .paper { fill: #ffffff }
  text { font: 13px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; fill: #1f2328 }
  .title { font-size: 18px; font-weight: 600 }
  .minor { font-size: 12px; fill: #59636e }
  .grid { stroke: #d1d9e0; stroke-width: 1 }
  .bar { fill: #07a35a }
  .bar.missed { fill: #cf5b00 }
  .bar.plain { fill: #7d8792 }
  .target { stroke: #1f2328; stroke-width: 2 }
  @media (prefers-color-scheme: dark) {
    .paper { fill: #0d1117 }
    text { fill: #e6edf3 }
    .minor { fill: #9198a1 }
    .grid { stroke: #2f353d }
    .bar { fill: #2fbf77 }
    .bar.missed { fill: #f0883e }
    .bar.plain { fill: #8b949e }
    .target { stroke: #e6edf3 }
  }`

const escape = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

/** The next power of ten that holds all values. */
const decades = (all: readonly number[]): number => Math.max(1, Math.ceil(Math.log10(Math.max(1, ...all))))

interface Scale {
  ticks: readonly number[]
  /** From 0 to 1. */
  at(value: number): number
}

function logarithmic(all: readonly number[]): Scale {
  const count = decades(all)
  return {
    ticks: Array.from({ length: count + 1 }, (_, power) => 10 ** power),
    at: (value) => Math.max(0, Math.log10(Math.max(value, 1e-9)) / count),
  }
}

function linear(all: readonly number[]): Scale {
  const end = Math.max(1, Math.ceil(Math.max(...all)))
  const step = Math.ceil(end / 5)
  const ticks = Array.from({ length: Math.floor(end / step) + 1 }, (_, index) => index * step)
  return { ticks, at: (value) => value / end }
}

function row(comparison: Comparison, y: number, scale: Scale): string {
  const { ratio, ours, target } = comparison
  const value = ratio ?? ours
  const length = Math.max(2, scale.at(value) * BARS)
  const met = isMet(comparison)
  const kind = met === undefined ? ' plain' : met ? '' : ' missed'
  const limit =
    target === null ? '' : ratio === null ? `, at most ${number(target)}` : `, target ${number(target)}`
  const figure = `${number(value)}×${limit}${met === false ? ': missed' : ''}`
  const lines = [
    `<text x="24" y="${y + 13}">${escape(comparison.case)}</text>`,
    `<text class="minor" x="24" y="${y + 29}">${escape(ratio === null ? '' : values(comparison))}</text>`,
    `<rect class="bar${kind}" x="${LABELS}" y="${y + 4}" width="${length.toFixed(1)}" height="${BAR}" rx="2"/>`,
    `<text x="${FIGURES}" y="${y + 17}">${escape(figure)}</text>`,
  ]
  if (target !== null) {
    const x = (LABELS + scale.at(target) * BARS).toFixed(1)
    lines.push(`<line class="target" x1="${x}" x2="${x}" y1="${y}" y2="${y + BAR + 8}"/>`)
  }
  return lines.join('\n')
}

function panel(title: string, rows: readonly Comparison[], top: number, scale: Scale): string {
  const bottom = top + 16 + rows.length * ROW
  const grid = scale.ticks.map((tick) => {
    const x = (LABELS + scale.at(tick) * BARS).toFixed(1)
    return [
      `<line class="grid" x1="${x}" x2="${x}" y1="${top + 8}" y2="${bottom}"/>`,
      `<text class="minor" text-anchor="middle" x="${x}" y="${top}">${number(tick)}×</text>`,
    ].join('\n')
  })
  const bars = rows.map((comparison, index) => row(comparison, top + 20 + index * ROW, scale))
  return [`<text class="minor" x="24" y="${top}">${escape(title)}</text>`, ...grid, ...bars].join('\n')
}

/** Draws the ratios, and below them what grows with the length of a chat. Readable on light and dark paper. */
export function drawChart(comparisons: readonly Comparison[], subtitle: string): string {
  const ratios = comparisons.filter(({ ratio }) => ratio !== null)
  const growth = comparisons.filter(({ ratio, incumbent }) => ratio === null && incumbent === null)
  const targets = (rows: readonly Comparison[]): number[] =>
    rows.flatMap(({ ratio, ours, target }) => [ratio ?? ours, target ?? 0])
  const second = TOP + 20 + ratios.length * ROW + 44
  const height = growth.length ? second + 20 + growth.length * ROW + 12 : second - 20
  const panels = [panel('How many times less than the incumbent', ratios, TOP, logarithmic(targets(ratios)))]
  if (growth.length) {
    panels.push(
      panel('10,000 messages against 100 (less is better)', growth, second, linear(targets(growth))),
    )
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="Speed against the incumbent kit">
<style>${STYLE}
</style>
<rect class="paper" width="${WIDTH}" height="${height}" rx="8"/>
<text class="title" x="24" y="36">Speed against the incumbent kit 1.1.3</text>
<text class="minor" x="24" y="56">${escape(subtitle)}</text>
${panels.join('\n')}
</svg>
`
}
