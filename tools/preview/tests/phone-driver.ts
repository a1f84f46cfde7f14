import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect } from '@jest/globals'
import type { Browser, JSHandle, Page } from 'playwright-core'
import { launchBrowser } from '../browser'
import type { PreviewControl } from '../runtime/control'
import { startPreview, type Preview } from '../server'

export const PROBE = join(__dirname, '..', 'fixtures', 'probe')

/** What a test sees inside a phone's realm. */
export interface PhoneRealm {
  __preview: PreviewControl
  wx: Record<string, (...values: unknown[]) => unknown>
  getApp(): { globalData: { log: string[] } }
  getCurrentPages(): RealmPage[]
}

export interface RealmPage {
  route: string
  data: Record<string, unknown>
  setData(data: object): void
  selectComponent(selector: string): { hello(): string; data: Record<string, unknown> }
}

/** One phone in a browser tab of its own, with everything that its console complains about. */
export class Phone {
  readonly complaints: string[] = []

  private constructor(readonly page: Page) {}

  static async open(browser: Browser, base: string, query = ''): Promise<Phone> {
    const page = await browser.newPage({ viewport: { width: 375, height: 812 } })
    const phone = new Phone(page)
    page.on('pageerror', (error) => phone.complaints.push(error.message))
    page.on('console', (message) => {
      const expected = message.location().url.endsWith('nothing.png')
      if (['error', 'warning'].includes(message.type()) && !expected) phone.complaints.push(message.text())
    })
    await page.goto(`${base}phone.html?${query}`)
    await phone.run((realm) => realm.__preview.ready)
    return phone
  }

  /** Runs a function in the phone; it gets the realm's global object and one argument. */
  async run<R, A = undefined>(
    act: (realm: PhoneRealm, argument: A) => R | Promise<R>,
    argument?: A,
  ): Promise<R> {
    const realm = await this.realm()
    return realm.evaluate(act as never, argument as never)
  }

  /** Waits until the function is true in the phone. */
  async until(test: (realm: PhoneRealm) => unknown): Promise<void> {
    await this.page.waitForFunction(test as never, await this.realm())
  }

  /** The probe's log since the last call. */
  log(): Promise<string[]> {
    return this.run((realm) => realm.getApp().globalData.log.splice(0))
  }

  /** A value of the top page's data. */
  data(name: string): Promise<unknown> {
    return this.run((realm, key) => realm.getCurrentPages().at(-1)?.data[key], name)
  }

  setData(data: object): Promise<void> {
    return this.run((realm, values) => realm.getCurrentPages().at(-1)?.setData(values), data)
  }

  back(): Promise<void> {
    return this.run((realm) => realm.__preview.back())
  }

  private async realm(): Promise<JSHandle<PhoneRealm>> {
    return await this.page.evaluateHandle('window')
  }
}

/** The probe in a running preview, and the browser to look at it, for all tests of a file. */
export function usePreview() {
  let preview: Preview
  let browser: Browser
  let phone: Phone | undefined

  beforeAll(async () => {
    preview = await startPreview({ root: PROBE, users: [{ userID: 'alice', nick: '爱丽丝' }] })
    browser = await launchBrowser()
  }, 60_000)

  afterAll(async () => {
    await browser.close()
    await preview.close()
  })

  afterEach(async () => {
    await phone?.page.close()
    const complaints = phone?.complaints ?? []
    phone = undefined
    expect(complaints).toEqual([])
  })

  return {
    get browser() {
      return browser
    },
    get url() {
      return preview.url
    },
    async open(query?: string, base = preview.url): Promise<Phone> {
      phone = await Phone.open(browser, base, query)
      return phone
    },
  }
}
