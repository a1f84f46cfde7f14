import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../../preview/browser'
import { startPreview } from '../../preview/server'
import { median } from './comparison'
import { Phone, type Kit } from './phone'

const ROOT = join(__dirname, '../../..')
const PROGRAM = join(__dirname, 'program')
const REPETITIONS = 7

export interface Both<T> {
  ours: T
  incumbent: T
}

type Measure<T> = (phone: Phone) => Promise<T>

/** One browser, and one preview that serves the same program with the one kit and with the other. */
export class Lab {
  private readonly told = new Set<string>()

  private constructor(
    private readonly browser: Browser,
    private readonly kits: Both<Kit>,
  ) {}

  static async use(act: (lab: Lab) => Promise<void>): Promise<void> {
    const preview = await startPreview({
      root: PROGRAM,
      mounts: { kit: ROOT },
      more: {
        incumbent: {
          root: PROGRAM,
          mounts: { kit: join(ROOT, 'node_modules/chat-uikit-incumbent') },
          unknownTags: true,
        },
      },
    })
    const browser = await launchBrowser()
    try {
      const lab = new Lab(browser, {
        ours: { name: 'ours', url: preview.url },
        incumbent: { name: 'incumbent', url: `${preview.url}incumbent/` },
      })
      // The first page of each is compiled while it waits, by the preview and by the browser.
      await lab.both(async (phone) => {
        await phone.logIn({ conversations: 1, messages: 1 })
        await phone.call('start', 'Nick p0')
      })
      await act(lab)
    } finally {
      await browser.close()
      await preview.close()
    }
  }

  get browserVersion(): string {
    return this.browser.version()
  }

  ours<T>(measure: Measure<T>): Promise<T> {
    return this.on(this.kits.ours, measure)
  }

  async both<T>(measure: Measure<T>, still = false): Promise<Both<T>> {
    const { ours, incumbent } = this.kits
    return { ours: await this.on(ours, measure, still), incumbent: await this.on(incumbent, measure, still) }
  }

  /** For times: taken several times in turns, so that what else the machine does meets both kits. */
  async medians(measure: Measure<number>, still = false): Promise<Both<number>> {
    const runs: Both<number>[] = []
    for (let count = 0; count < REPETITIONS; count += 1) runs.push(await this.both(measure, still))
    return {
      ours: median(runs.map(({ ours }) => ours)),
      incumbent: median(runs.map(({ incumbent }) => incumbent)),
    }
  }

  /** A call that was in vain would make a kit look faster, or slower, than it is. */
  private async check(phone: Phone, { name }: Kit): Promise<void> {
    const news = (await phone.call('unanswered')).filter((call) => !this.told.has(call))
    for (const call of news) this.told.add(call)
    if (news.length > 0)
      process.stderr.write(`  ${name} calls what the stand-in does not know: ${news.join(', ')}\n`)
  }

  private async on<T>(kit: Kit, measure: Measure<T>, still = false): Promise<T> {
    const phone = await Phone.open(this.browser, kit, still)
    try {
      const measured = await measure(phone)
      await this.check(phone, kit)
      return measured
    } finally {
      await phone.close()
    }
  }
}
