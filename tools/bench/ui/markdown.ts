import { isMet, number, type Comparison } from './comparison'

function target({ ratio, target: limit }: Comparison): string {
  if (limit === null) return ''
  return ratio === null ? `≤ ${number(limit)}` : `≥ ${number(limit)}×`
}

const VERDICTS = new Map<boolean | undefined, string>([
  [true, 'met'],
  [false, '**missed**'],
])

/** The results as a table for readers. */
export function markdown(comparisons: readonly Comparison[], where: string): string {
  const rows = comparisons.map((comparison) => {
    const { case: name, unit, ours, incumbent, ratio } = comparison
    const cells = [
      name,
      `${number(ours)} ${unit}`,
      incumbent === null ? '' : `${number(incumbent)} ${unit}`,
      ratio === null ? '' : `${number(ratio)}×`,
      target(comparison),
      VERDICTS.get(isMet(comparison)) ?? '',
    ]
    return `| ${cells.join(' | ')} |`
  })
  return [
    '# Results',
    '',
    `Written by \`npm run bench -- ui\`: ${where}.`,
    '',
    '| case | this kit | incumbent 1.1.3 | times less | target | |',
    '| --- | ---: | ---: | ---: | ---: | --- |',
    ...rows,
    '',
  ].join('\n')
}
