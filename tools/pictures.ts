/** `npm run pictures`: the README's screenshots, taken from the preview. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, FrameLocator, Page } from 'playwright-core'
import { EXAMPLE_SECRET_KEY } from './examples'
import { readSeed } from './im-server/read-seed'
import { createImServer, type ImServer } from './im-server/server'
import { launchBrowser } from './preview/browser'
import { startPreview } from './preview/server'

const root = join(__dirname, '..')
const folder = join(root, 'docs/pictures')
const target = join(folder, 'two-phones.png')

interface Stage {
  browser: Browser
  imServer: ImServer
  previewUrl: string
}

/** A morning at a lake, painted here: nobody's photo. */
const PAINTING = `(() => {
  const canvas = Object.assign(document.createElement('canvas'), { width: 800, height: 600 })
  const brush = canvas.getContext('2d')
  const wash = (top, bottom, from, to) => {
    const colours = brush.createLinearGradient(0, top, 0, bottom)
    colours.addColorStop(0, from)
    colours.addColorStop(1, to)
    brush.fillStyle = colours
    brush.fillRect(0, top, 800, bottom - top)
  }
  wash(0, 380, '#3d6fa8', '#f7c98f')
  brush.fillStyle = '#fff1c9'
  brush.beginPath()
  brush.arc(520, 330, 46, 0, 7)
  brush.fill()
  for (const [colour, heights] of [['#7f93a8', [300, 210, 280, 190, 260, 230, 310]], ['#4d6377', [350, 300, 340, 280, 330, 310, 360]]]) {
    brush.fillStyle = colour
    brush.beginPath()
    brush.moveTo(0, 380)
    heights.forEach((y, at) => brush.lineTo((at * 800) / 6, y))
    brush.lineTo(800, 380)
    brush.fill()
  }
  wash(380, 600, '#d9b58a', '#2d5473')
  brush.fillStyle = 'rgba(255, 241, 201, 0.5)'
  for (let y = 390; y < 590; y += 14) brush.fillRect(520 - (y - 360) / 4, y, (y - 360) / 2, 3)
  return canvas.toDataURL('image/jpeg', 0.9)
})()`

/** Everything has been drawn, and nothing moves any more. */
async function settle(page: Page): Promise<void> {
  await page.evaluate('document.fonts.ready.then(() => undefined)')
  await page.waitForFunction('document.getAnimations().every(({ playState }) => playState !== "running")')
}

/** One phone in a picture of its own. */
async function photograph(
  { browser, imServer, previewUrl }: Stage,
  name: string,
  theme: 'light' | 'dark',
  lead: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 376, height: 812 }, deviceScaleFactor: 1.5 })
  const page = await context.newPage()
  const query = new URLSearchParams({ userID: 'alice', theme, language: 'zh-CN', proxyServer: imServer.url })
  await page.goto(`${previewUrl}phone.html?${query.toString()}`)
  await lead(page)
  await settle(page)
  await page.screenshot({ path: join(folder, `${name}.png`) })
  await context.close()
}

const chat =
  (name: string, last: string) =>
  async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: new RegExp(`^${name}`) }).click()
    await page.getByText(last).last().waitFor()
  }

/** What people talk about in the pictures. */
function talk({ imServer }: Stage, photoUrl: string): void {
  const group = { groupID: 'exhibition' }
  const sizes = [1, 2, 3].map((Type) => ({ Type, Size: 1, Width: 800, Height: 600, URL: photoUrl }))
  const photo = {
    MsgType: 'TIMImageElem',
    MsgContent: { UUID: 'lake', ImageFormat: 1, ImageInfoArray: sizes },
  }
  const file = {
    MsgType: 'TIMFileElem',
    MsgContent: {
      Url: photoUrl,
      UUID: 'poster',
      FileName: '海报 定稿.pdf',
      FileSize: 3_407_872,
      Download_Flag: 2,
    },
  }
  imServer.control.send({ from: 'bob', to: group, content: { elements: [photo] } })
  imServer.control.send({ from: 'alice', to: group, content: { text: '就这张，放正中间' } })
  imServer.control.send({ from: 'liu', to: group, content: { elements: [file] } })
  imServer.control.send({ from: 'xiaotang', to: group, content: { text: '灯光我按这张调，明天十点见 👍' } })
}

async function say(phone: FrameLocator, text: string): Promise<void> {
  await phone.locator('textarea').fill(text)
  await phone.getByRole('button', { name: '发送', exact: true }).click()
}

/** Two people chat, one beside the other. */
async function twoPhones({ browser, previewUrl }: Stage): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1000, height: 1000 }, deviceScaleFactor: 2 })
  await page.goto(previewUrl)
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
  // The chat has slid away, and the keyboard with it.
  await bob.locator('textarea').waitFor({ state: 'detached' })
  await settle(page)
  await page.screenshot({ path: target })
  await page.close()
}

async function paint(browser: Browser): Promise<Buffer> {
  const page = await browser.newPage()
  const url = await page.evaluate<string>(PAINTING)
  await page.close()
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')
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
  const photo = await paint(browser)
  const photos = createServer((_request, response) => void response.end(photo)).listen(0, '127.0.0.1')
  const stage = { browser, imServer, previewUrl: preview.url }
  try {
    mkdirSync(folder, { recursive: true })
    await photograph(stage, 'contacts', 'light', async (page) => {
      await page.getByRole('button', { name: /^通讯录/ }).click()
      await page.getByText('我的资料').waitFor()
    })
    talk(stage, `http://127.0.0.1:${(photos.address() as AddressInfo).port}/lake.jpg`)
    await photograph(stage, 'list', 'light', async (page) => {
      await page.getByRole('button', { name: /^王浩/ }).waitFor()
    })
    const exhibition = chat('秋日摄影展', '明天十点见')
    await photograph(stage, 'chat', 'light', exhibition)
    await photograph(stage, 'chat-dark', 'dark', exhibition)
    await twoPhones(stage)
  } finally {
    await browser.close()
    photos.close()
    await preview.close()
    await imServer.close()
  }
}

void main()
