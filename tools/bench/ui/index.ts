import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { format } from 'prettier'
import type { Subject } from '../subject'
import { appendCases, growthCases, openingCases, trafficCases } from './chat-cases'
import { drawChart } from './chart'
import { compare, figure, type Comparison } from './comparison'
import { Lab } from './lab'
import { firstRowsCases, listCases } from './list-cases'
import { liveCases } from './live-cases'
import { markdown } from './markdown'

const FOLDER = join(__dirname, '../../../docs/bench')

const CASES = [trafficCases, appendCases, openingCases, listCases, firstRowsCases, liveCases, growthCases]

async function write(comparisons: readonly Comparison[], where: string): Promise<void> {
  mkdirSync(FOLDER, { recursive: true })
  const put = (name: string, text: string): void => writeFileSync(join(FOLDER, name), text)
  put('results.json', await format(JSON.stringify(comparisons), { parser: 'json', printWidth: 110 }))
  put('results.md', await format(markdown(comparisons, where), { parser: 'markdown' }))
  put('chart.svg', drawChart(comparisons, where))
}

/** The chat screen and the list of chats, side by side with the incumbent kit in one browser. */
export const ui: Subject = {
  name: 'ui',
  run: (report) =>
    Lab.use(async (lab) => {
      const comparisons: Comparison[] = []
      for (const measure of CASES) {
        for (const measured of await measure(lab)) {
          const comparison = compare(measured)
          comparisons.push(comparison)
          report(figure(comparison))
        }
      }
      await write(
        comparisons,
        `Chromium ${lab.browserVersion}, glass-easel, ${new Date().toISOString().slice(0, 10)}`,
      )
    }),
}
