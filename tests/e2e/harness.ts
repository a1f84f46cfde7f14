import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { launchBrowser } from '../../tools/preview/browser'
import type { PreviewControl } from '../../tools/preview/runtime/control'

const root = join(__dirname, '../..')

/** `npm start` as a person runs it, on free ports. */
export class Studio {
  private constructor(
    private readonly process: ChildProcess,
    readonly previewUrl: string,
    readonly imUrl: string,
  ) {}

  static async start(seed: string): Promise<Studio> {
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', 'tools/start.ts', '--port', '0', '--im-port', '0', '--no-open', '--seed', seed],
      { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
    )
    let output = ''
    const line = new RegExp('^IM server +(\\S+)[^]*^Preview +(\\S+)$', 'm')
    const [, im = '', preview = ''] = await new Promise<RegExpMatchArray>((resolve, reject) => {
      const read = (chunk: Buffer): void => {
        output += chunk.toString()
        const found = line.exec(output)
        if (found) resolve(found)
      }
      child.stdout?.on('data', read)
      child.stderr?.on('data', read)
      child.once('exit', (code) => reject(new Error(`npm start ended with ${code}:\n${output}`)))
    })
    child.removeAllListeners('exit')
    return new Studio(child, preview.replace(/\/$/, ''), im)
  }

  /** The control API of the IM server. */
  async control(path: string, body: object): Promise<void> {
    const response = await fetch(`${this.imUrl.replace(/^ws/, 'http')}/control/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(await response.text())
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.process.once('exit', resolve))
    this.process.kill('SIGTERM')
    await ended
  }
}

/** What the preview offers in a phone's realm. */
export interface Previewed {
  __preview: PreviewControl
}

/** One phone of the preview, alone in its page, with what its console complained about. */
export class Phone {
  readonly complaints: string[] = []

  private constructor(readonly page: Page) {
    page.on('console', (message) => {
      const text = message.text()
      // The SDK writes its log to the console, "SDK is ready" as a warning.
      if (message.type() === 'error' || (message.type() === 'warning' && !/^(Lite)?Chat /.test(text))) {
        this.complaints.push(text)
      }
    })
    page.on('pageerror', (error) => this.complaints.push(String(error)))
  }

  static async open(
    studio: Pick<Studio, 'previewUrl' | 'imUrl'>,
    context: BrowserContext,
    user: string,
    options: Record<string, string> = {},
  ): Promise<Phone> {
    const phone = new Phone(await context.newPage())
    const query = new URLSearchParams({ userID: user, proxyServer: studio.imUrl, ...options })
    await phone.page.goto(`${studio.previewUrl}/phone.html?${query.toString()}`)
    return phone
  }

  /** The rendered elements that have this class in any component's stylesheet scope. */
  css(name: string): Locator {
    return this.page.locator(`[class~="${name}"], [class*="--${name} "], [class$="--${name}"]`)
  }

  row(name: string): Locator {
    return this.page.getByRole('button', { name: new RegExp(`^${name}`) })
  }

  bubble(text: string | RegExp): Locator {
    return this.css('bubble').filter({ hasText: text })
  }

  field(): Locator {
    return this.page.locator('textarea')
  }

  async type(text: string): Promise<void> {
    await this.field().click()
    await this.field().fill(text)
  }

  async send(text: string): Promise<void> {
    await this.type(text)
    await this.page.getByRole('button', { name: '发送', exact: true }).click()
  }

  async longPress(target: Locator): Promise<void> {
    await target.scrollIntoViewIfNeeded()
    const box = await target.boundingBox()
    if (!box) throw new Error('nothing to press')
    await this.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    await this.page.mouse.down()
    await this.css('menu').first().waitFor()
    await this.page.mouse.up()
  }

  /** Opens the menu of a message and takes one of its entries. */
  async choose(target: Locator, entry: string): Promise<void> {
    await this.longPress(target)
    await this.page.getByRole('menuitem', { name: entry, exact: true }).click()
  }

  /** The finger goes down on the button that records, and the microphone is open. */
  async holdToTalk(): Promise<{ x: number; y: number }> {
    const box = await this.page.getByRole('button', { name: '按住 说话' }).boundingBox()
    if (!box) throw new Error('no button')
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
    await this.page.mouse.move(x, y)
    await this.page.mouse.down()
    await this.css('bubble')
      .filter({ has: this.css('meter') })
      .waitFor()
    return { x, y }
  }

  /** Something was said that is long enough to be sent: the bars have moved for more than a second. */
  async talk(): Promise<void> {
    await this.page.waitForFunction(() => {
      const bars = [...document.querySelectorAll<HTMLElement>('[class*="--bar"]')]
      return bars.filter(({ style }) => Number(/scaleY\((.+)\)/.exec(style.transform)?.[1]) > 0.1).length > 20
    })
  }

  /** The gesture or key of the system. */
  systemBack(): Promise<unknown> {
    return this.page.evaluate(() => (window as unknown as Previewed).__preview.back())
  }

  network(on: boolean): Promise<unknown> {
    return this.page.evaluate((online) => (window as unknown as Previewed).__preview.setNetwork(online), on)
  }

  resetStats(): Promise<unknown> {
    return this.page.evaluate(() => (window as unknown as Previewed).__preview.resetStats())
  }

  /** What was handed to `setData` since {@link resetStats}. @param part only of components in that folder */
  async stats(part = ''): Promise<{ calls: number; bytes: number }> {
    const stats = await this.page.evaluate(() => (window as unknown as Previewed).__preview.stats)
    const counted = Object.keys(stats).filter((path) => path.includes(part))
    return counted.reduce(
      (sum, path) => {
        const { calls = 0, bytes = 0 } = stats[path] ?? {}
        return { calls: sum.calls + calls, bytes: sum.bytes + bytes }
      },
      { calls: 0, bytes: 0 },
    )
  }

  back(): Promise<void> {
    return this.page.getByRole('button', { name: '返回' }).first().click()
  }
}

let browser: Browser | undefined

/** A browser with nothing of another test in it. */
export async function freshContext(width = 375): Promise<BrowserContext> {
  browser ??= await launchBrowser()
  const context = await browser.newContext({ viewport: { width, height: 812 } })
  context.setDefaultTimeout(10_000)
  return context
}

export async function closeBrowser(): Promise<void> {
  await browser?.close()
  browser = undefined
}

interface Stage {
  /** `npm start`, the same for all tests of the file. */
  readonly studio: Studio
  /** The browser of this test. */
  readonly context: BrowserContext
  /** One more phone, whose user logs in: phone a, b, c, in the order of opening. */
  phone(user: string, options?: Record<string, string>): Promise<Phone>
}

/**
 * A studio for the tests of a file, and phones for each of them. What the console of any phone complained about fails
 * its test.
 * @param seed who is there and what was said before; the demo of these tests without one
 * @param program the path of another mini program of the preview: `/calls`
 */
export function useStudio(seed?: object, program = ''): Stage {
  let studio: Studio
  let context: BrowserContext
  let phones: Phone[] = []

  beforeAll(async () => {
    if (!seed) return void (studio = await Studio.start(join(__dirname, 'seed.json')))
    const folder = mkdtempSync(join(tmpdir(), 'e2e-'))
    writeFileSync(join(folder, 'seed.json'), JSON.stringify(seed))
    studio = await Studio.start(join(folder, 'seed.json'))
    rmSync(folder, { recursive: true })
  })
  afterAll(async () => {
    await closeBrowser()
    await studio.stop()
  })
  beforeEach(async () => {
    phones = []
    context = await freshContext()
  })
  afterEach(async () => {
    const complaints = phones.flatMap((phone) => phone.complaints)
    await context.close()
    expect(complaints).toEqual([])
  })

  return {
    get studio() {
      return studio
    },
    get context() {
      return context
    },
    async phone(user, options = {}) {
      const { previewUrl, imUrl } = studio
      const phone = await Phone.open({ previewUrl: previewUrl + program, imUrl }, context, user, {
        phone: 'abcdef'.charAt(phones.length),
        ...options,
      })
      phones.push(phone)
      return phone
    },
  }
}
