import { drawChart } from './chart'
import { compare, figure, isMet, median, type Comparison } from './comparison'
import { markdown } from './markdown'
import { line } from '../table'

const against = (ours: number, incumbent: number, atLeast = 50): Comparison =>
  compare({ name: 'bytes', unit: 'B', ours, incumbent, atLeast })
const alone = (ours: number, atMost = 1.5): Comparison => compare({ name: 'growth', unit: 'x', ours, atMost })

describe('a comparison', () => {
  test('tells how many times less ours is', () => {
    expect(against(200, 20_000)).toEqual({
      case: 'bytes',
      unit: 'B',
      ours: 200,
      incumbent: 20_000,
      ratio: 100,
      target: 50,
    })
  })

  test('has no ratio where ours is judged by itself, or is nothing', () => {
    expect(alone(1.2)).toMatchObject({ incumbent: null, ratio: null, target: 1.5 })
    expect(compare({ name: 'calls', unit: 'calls', ours: 1, incumbent: 2, atMost: 0 }).ratio).toBeNull()
    expect(against(0, 2).ratio).toBeNull()
  })

  test.each([
    ['a ratio at its target', against(2, 100), true],
    ['a ratio below', against(2, 99), false],
    ['growth at its limit', alone(1.5), true],
    ['growth beyond', alone(1.6), false],
    ['nothing asked for', compare({ name: 'nodes', unit: 'nodes', ours: 1, incumbent: 2 }), undefined],
    [
      'calls where none should be',
      compare({ name: 'calls', unit: 'calls', ours: 1, incumbent: 2, atMost: 0 }),
      false,
    ],
  ])('is judged: %s', (_name, comparison, met) => {
    expect(isMet(comparison)).toBe(met)
  })
})

test.each([
  [[3, 1, 2], 2],
  [[4, 1, 2, 3], 2.5],
  [[7], 7],
  [[], NaN],
])('the median of %p is %p', (values, expected) => {
  expect(median(values)).toBe(expected)
})

test('the table shows the ratio, its target, and what stands behind it', () => {
  expect(line(figure(against(300, 624_000)))).toMatch(/^bytes +2,080 x +≥ 50 +ok +300 B against 624,000 B$/)
  expect(line(figure(against(300, 600)))).toMatch(/2\.00 x +≥ 50 +MISSED +300 B against 600 B$/)
  expect(line(figure(alone(2)))).toMatch(/^growth +2\.00 x +≤ 1\.5 +MISSED$/)
})

test('the written table names what was missed', () => {
  const text = markdown([against(300, 600), alone(1)], 'Chromium 1')
  expect(text).toContain('| bytes | 300 B | 600 B | 2× | ≥ 50× | **missed** |')
  expect(text).toContain('| growth | 1 x |  |  | ≤ 1.5 | met |')
})

describe('the chart', () => {
  const bars = (svg: string): { kind: string; width: number }[] =>
    [...svg.matchAll(/<rect class="bar([^"]*)"[^>]* width="([\d.]+)"/g)].map(([, kind = '', width]) => ({
      kind: kind.trim(),
      width: Number(width),
    }))

  test('draws ratios by their decades, and missed ones in another colour', () => {
    const [ten, hundred, missed] = bars(
      drawChart([against(10, 100, 1), against(1, 100, 1), against(10, 100)], ''),
    )
    expect(hundred?.width).toBeCloseTo(2 * (ten?.width ?? 0), 0)
    expect([ten?.kind, missed?.kind]).toEqual(['', 'missed'])
  })

  test('draws growth below, and leaves out what is neither', () => {
    const none = compare({ name: 'calls', unit: 'calls', ours: 0, incumbent: 2, atMost: 0 })
    expect(bars(drawChart([against(1, 100), alone(1.2), none], ''))).toHaveLength(2)
  })

  test('keeps a bar within the paper, however small or large', () => {
    for (const { width } of bars(drawChart([against(100, 1), against(1, 1e9), alone(30)], ''))) {
      expect(width).toBeGreaterThan(0)
      expect(width).toBeLessThan(400)
    }
  })

  test('escapes what it writes', () => {
    expect(drawChart([{ ...against(1, 100), case: 'a < b & c' }], '<now>')).toContain('a &lt; b &amp; c')
  })
})
