import type { Browser } from 'playwright-core'
import { launchBrowser } from '../../../../tools/preview/browser'
import { until, useServer } from '../../harness'

const server = useServer()
let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
}, 60_000)

afterAll(() => browser.close())

test('the page shows users, conversations and frames, sends, and sets faults', async () => {
  const hostile = '<img src=x onerror="document.title=1">'
  server.current.control.createUser('mallory', { Tag_Profile_IM_Nick: hostile })
  const bob = await server.login('bob')
  const page = await browser.newPage()
  const problems: string[] = []
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
  page.on('pageerror', (error) => problems.push(error.message))
  await page.goto(`http://127.0.0.1:${server.current.port}/`)
  await page.getByText('connected', { exact: true }).waitFor()
  await page.locator('#users').getByText(hostile).waitFor()

  await page.fill('#send [name=from]', 'alice')
  await page.fill('#send [name=to]', 'bob')
  await page.fill('#send [name=text]', hostile)
  await page.click('#send button')
  await bob.receivedText(hostile)
  await page.locator('#users .item', { hasText: 'BOB' }).click()
  await page.locator('#conversations').getByText(`alice: ${hostile}`).waitFor()

  const push = page.locator('#frames li', { hasText: 'bob im_open_push.msg_push' }).first()
  await push.locator('summary').first().click()
  await push.getByText('EventArray').click()
  await push.getByText('0: {').first().waitFor()

  await page.selectOption('#fault [name=action]', 'error')
  await page.fill('#fault [name=command]', 'openim.sendmsg')
  await page.fill('#fault [name=code]', '20012')
  await page.getByText('Add fault').click()
  await until(() => server.current.control.faults.list().length, 'the fault is there')
  await expect(bob.sendText('alice', 'refused')).rejects.toMatchObject({ code: 20012 })
  await page.getByLabel('Remove fault 1').click()
  await until(() => server.current.control.faults.list().length === 0, 'the fault is gone')

  await page.getByText('Kick').click()
  await until(() => bob.kicks.length, 'bob is thrown out')
  expect(await page.title()).toBe('IM server')
  expect(problems).toEqual([])
  await page.close()
}, 30_000)

test('it brings a policy that lets in nothing from elsewhere', async () => {
  for (const path of ['', 'page/main.js', 'page/style.css']) {
    const response = await fetch(`http://127.0.0.1:${server.current.port}/${path}`)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self'/)
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
  }
})
