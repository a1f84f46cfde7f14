import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core'
import { median } from './comparison'
import type { Account, Bench } from './protocol'

/** One of the two kits, and where the preview serves the fixture program with it. */
export interface Kit {
  name: 'ours' | 'incumbent'
  url: string
}

export interface SetData {
  calls: number
  bytes: number
}

interface Realm {
  bench: Record<string, (...values: unknown[]) => unknown>
  __preview: {
    ready: Promise<void>
    stats: Record<string, SetData>
    resetStats(): void
    countBytes(on: boolean): void
  }
}

/** How often something is done for one median. */
const REPETITIONS = 15

/** A screen of the size that both kits were made for. */
const VIEWPORT = { width: 375, height: 812 }

/** The fixture program with one kit, in a browser context of its own, with nothing kept from before. */
export class Phone {
  private constructor(
    private readonly context: BrowserContext,
    readonly page: Page,
    private readonly devtools: CDPSession,
    private readonly base: string,
  ) {}

  /** @param still for a user who wants less motion: nothing slides in */
  static async open(browser: Browser, { url }: Kit, still = false): Promise<Phone> {
    const context = await browser.newContext({
      viewport: VIEWPORT,
      reducedMotion: still ? 'reduce' : 'no-preference',
    })
    const { origin } = new URL(url)
    // The one kit reports to its maker and takes pictures from elsewhere. Nothing leaves this machine.
    await context.route(
      (address) => address.origin !== origin,
      (route) => route.abort(),
    )
    // What a kit prints costs time that nobody asked for, the more when a driver listens.
    await context.addInitScript(
      'for (const name of ["log", "warn", "info", "debug"]) console[name] = () => {}',
    )
    const page = await context.newPage()
    await page.goto(`${url}phone.html?phone=bench`)
    await page.evaluate(() => (globalThis as unknown as Realm).__preview.ready)
    const devtools = await context.newCDPSession(page)
    // The processor's time, not the clock's: another process may have the processor meanwhile.
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' })
    return new Phone(context, page, devtools, url)
  }

  call<K extends keyof Bench>(
    name: K,
    ...values: Parameters<Bench[K]>
  ): Promise<Awaited<ReturnType<Bench[K]>>> {
    return this.page.evaluate(([called, args]) => (globalThis as unknown as Realm).bench[called]?.(...args), [
      name,
      values,
    ] as [string, unknown[]]) as Promise<Awaited<ReturnType<Bench[K]>>>
  }

  logIn(account: Omit<Account, 'avatar'>): Promise<void> {
    return this.call('logIn', { ...account, avatar: `${this.base}files/picture.svg` })
  }

  /** Taps the first chat of the list; milliseconds until its messages are painted. */
  async openChat(): Promise<number> {
    await this.call('awaitTap', await this.call('lastButOne'))
    const { x, y } = await this.call('place', 'Nick p0')
    await this.page.mouse.click(x, y)
    return this.call('tapped')
  }

  /** What goes to the view while something is done, until all is quiet again. */
  async setData(act: () => Promise<unknown>): Promise<SetData> {
    await this.page.evaluate(() => (globalThis as unknown as Realm).__preview.resetStats())
    await act()
    await this.call('settle')
    const stats = await this.page.evaluate(() => (globalThis as unknown as Realm).__preview.stats)
    return Object.values(stats).reduce(
      (sum, { calls, bytes }) => ({ calls: sum.calls + calls, bytes: sum.bytes + bytes }),
      { calls: 0, bytes: 0 },
    )
  }

  countBytes(on: boolean): Promise<void> {
    return this.page.evaluate((counts) => (globalThis as unknown as Realm).__preview.countBytes(counts), on)
  }

  /** Milliseconds of script until all is quiet again, less what waiting costs: the median of some repetitions. */
  async scriptTime(act: () => Promise<unknown>): Promise<number> {
    const [waiting, acting]: [number[], number[]] = [[], []]
    for (let count = 0; count < REPETITIONS; count += 1) {
      waiting.push(await this.busy(() => this.call('lastButOne')))
      acting.push(await this.busy(act))
    }
    return Math.max(0, median(acting) - median(waiting))
  }

  /** Megabytes that scripts hold once the garbage is gone. */
  async heap(): Promise<number> {
    await this.devtools.send('HeapProfiler.collectGarbage')
    await this.devtools.send('HeapProfiler.collectGarbage')
    return ((await this.metrics()).get('JSHeapUsedSize') ?? NaN) / 1024 / 1024
  }

  close(): Promise<void> {
    return this.context.close()
  }

  /** Milliseconds that the main thread works at anything but style and layout, until all is quiet again. */
  private async busy(act: () => Promise<unknown>): Promise<number> {
    const before = await this.worked()
    await act()
    await this.call('settle')
    return (await this.worked()) - before
  }

  /** The browser's own sum of script time leaves out what runs in microtasks, so it is taken from the other side. */
  private async worked(): Promise<number> {
    const metrics = await this.metrics()
    const sum = (name: string): number => metrics.get(name) ?? NaN
    return (sum('TaskDuration') - sum('LayoutDuration') - sum('RecalcStyleDuration')) * 1000
  }

  private async metrics(): Promise<Map<string, number>> {
    const { metrics } = await this.devtools.send('Performance.getMetrics')
    return new Map(metrics.map(({ name, value }) => [name, value]))
  }
}
