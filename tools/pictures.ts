/** `npm run pictures`: the README's screenshot, taken from the preview while two people chat on it. */
import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { FrameLocator } from 'playwright-core'
import { EXAMPLE_SECRET_KEY } from './examples'
import { readSeed } from './im-server/read-seed'
import { createImServer } from './im-server/server'
import { launchBrowser } from './preview/browser'
import { startPreview } from './preview/server'

const root = join(__dirname, '..')
const target = join(root, 'docs/pictures/two-phones.png')

async function say(phone: FrameLocator, text: string): Promise<void> {
  await phone.locator('textarea').fill(text)
  await phone.getByRole('button', { name: '发送', exact: true }).click()
}

async function main(): Promise<void> {
  const seed = readSeed(join(root, 'tools/im-server/seeds/demo.json'))
  const imServer = await createImServer({ secretKey: EXAMPLE_SECRET_KEY, seed })
  const preview = await startPreview({
    root: join(root, 'example/main-package'),
    mounts: { TUIKit: root },
    users: seed.users,
    proxyServer: imServer.url,
  })
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage({ viewport: { width: 1000, height: 1000 }, deviceScaleFactor: 2 })
    await page.goto(preview.url)
    const alice = page.frameLocator('iframe').nth(0)
    const bob = page.frameLocator('iframe').nth(1)
    await alice.getByRole('button', { name: /^王浩/ }).click()
    await say(alice, '周六有空吗？一起去看展览')
    await bob.getByRole('button', { name: /^林晓雨/ }).click()
    await say(bob, '有空呀，几点出发？')
    await alice.getByText('有空呀，几点出发？').waitFor()
    await say(alice, '十点，我在地铁口等你👋')
    await bob.getByText('十点，我在地铁口等你').waitFor()
    await alice.getByText('已读', { exact: true }).waitFor()
    await bob.getByRole('button', { name: '返回' }).first().click()
    await bob.getByRole('button', { name: /^林晓雨/ }).waitFor()
    await alice.locator('textarea').blur()
    await page.evaluate('document.fonts.ready.then(() => undefined)')
    // The chat has slid away, and the keyboard with it.
    await bob.locator('textarea').waitFor({ state: 'detached' })
    await page.waitForFunction('document.getAnimations().length === 0')
    mkdirSync(dirname(target), { recursive: true })
    await page.screenshot({ path: target })
  } finally {
    await browser.close()
    await preview.close()
    await imServer.close()
  }
}

void main()
