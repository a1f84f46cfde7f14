import { get } from 'node:http'
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPreview } from '../server'
import { PROBE, usePreview } from './phone-driver'

const preview = usePreview()
const CLI = [createRequire(__filename).resolve('tsx/cli'), join(__dirname, '..', 'cli.ts')]

it('shows two phones, each with its own user', async () => {
  const page = await preview.browser.newPage({ viewport: { width: 1000, height: 980 } })
  await page.goto(preview.url)
  const frames = page.frameLocator('iframe')
  await frames.first().locator('text=Hello alice').waitFor()
  await frames.last().locator('text=Hello bob').waitFor()
  await page.click('[data-phone=a] >> text=深色')
  await frames.first().locator('html[data-theme=dark]').waitFor()
  expect(page.url()).toContain('#a=alice,dark,zh-CN,375,on')
  await page.close()
})

it('serves nothing but what it built and the pictures of the mini program', async () => {
  const status = async (path: string) => (await fetch(preview.url + path)).status
  expect(await status('files/pages/controls/picture.svg')).toBe(200)
  expect(await status('files/app.json')).toBe(404)
  expect(await status('files/..%2f..%2f..%2f..%2fpackage.json')).toBe(404)
  expect(await status('fonts/..%2fpackage.json')).toBe(404)
  expect(await status('%')).toBe(400)
})

it('shows another mini program under its own path', async () => {
  const both = await startPreview({ root: PROBE, more: { again: { root: PROBE } } })
  const phone = await preview.open('path=pages/controls/index', `${both.url}again/`)
  await phone.page.waitForFunction(() => {
    const picture = document.querySelector<HTMLImageElement>('img[src*="picture.svg"]')
    return picture && picture.naturalWidth > 0
  })
  expect((await fetch(`${both.url}again`)).url).toBe(`${both.url}again/`)
  expect((await fetch(`${both.url}nothing/app.js`)).status).toBe(404)
  await both.close()
})

it('answers to its own address only', async () => {
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const options = { headers: { host: 'elsewhere.example' } }
    get(preview.url, options, (response) => resolve(response.resume().statusCode)).once('error', reject)
  })
  expect(status).toBe(403)
})

it('says in one sentence that its port is taken', () => {
  const port = new URL(preview.url).port
  const { stderr, status } = spawnSync(process.execPath, [...CLI, '--root', PROBE, '--port', port], {
    encoding: 'utf8',
  })
  expect(stderr.trim()).toBe(`Port ${port} is taken; choose another one with --port`)
  expect(status).toBe(1)
}, 30_000)

describe('editing', () => {
  let dir: string
  let cli: ChildProcess

  afterEach(() => {
    cli.kill()
    rmSync(dir, { recursive: true })
  })

  it('reaches the screen, shows mistakes there, and recovers', async () => {
    dir = mkdtempSync(join(tmpdir(), 'preview-edit-'))
    cpSync(PROBE, dir, { recursive: true })
    cli = spawn(process.execPath, [...CLI, '--root', dir, '--port', '0'])
    const url = await new Promise<string>((resolve) => {
      cli.stdout?.on('data', (text: Buffer) => {
        const found = /http:\S+/.exec(String(text))?.[0]
        if (found) resolve(found)
      })
    })
    const phone = await preview.open('', url)
    const template = join(dir, 'pages', 'index', 'index.wxml')
    const text = readFileSync(template, 'utf8')

    writeFileSync(template, text.replace('Hello', 'Changed'))
    await phone.page.waitForSelector('text=Changed nobody')

    writeFileSync(template, text.replace('</button>', ''))
    await phone.page.waitForSelector('text=编译失败')
    expect(await phone.page.innerText('.phone-problems')).toContain('index.wxml:19')

    writeFileSync(template, text)
    await phone.page.waitForSelector('text=Hello nobody')
    await phone.page.click('.hello')
    const styles = join(dir, 'pages', 'index', 'index.wxss')
    writeFileSync(styles, `${readFileSync(styles, 'utf8')}.hello { color: rgb(9, 9, 9) }`)
    await phone.page.waitForFunction(() => {
      const hello = document.querySelector('.hello')
      return hello && getComputedStyle(hello).color === 'rgb(9, 9, 9)'
    })
    expect(await phone.data('count')).toBe(1)
  }, 60_000)
})
