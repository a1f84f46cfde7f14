import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const REPOSITORY = path.join(__dirname, '..', '..')
let root = ''

beforeEach(() => (root = mkdtempSync(path.join(os.tmpdir(), 'checks-'))))
afterEach(() => rmSync(root, { recursive: true, force: true }))

function write(texts: Record<string, string>): void {
  for (const [file, text] of Object.entries(texts)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
    writeFileSync(path.join(root, file), text)
  }
}

function runCli(): { status: number | null; stdout: string } {
  const args = ['--import', 'tsx', 'tools/checks/cli.ts', '--root', root]
  return spawnSync(process.execPath, args, { cwd: REPOSITORY, encoding: 'utf8' })
}

const good = {
  'index.ts': 'Component({ methods: { onTap() {} } })',
  'index.json': '{ "component": true }',
  'index.wxml': '<view class="a" bind:tap="onTap" />',
  'index.wxss': '.a { top: 0; }',
  'components/dist/bad.wxml': '<nope>',
}

it('says what it looked at and succeeds', () => {
  write(good)
  const { status, stdout } = runCli()
  expect(stdout).toMatch(/checked 1 wxml, 1 wxss, 0 wxs, 1 json, 1 ts with wcc, wcsc, wxml-lint/)
  expect(stdout).toMatch(/no findings\n$/)
  expect(status).toBe(0)
}, 30_000)

it('prints findings with their places and fails', () => {
  write({ ...good, 'index.wxml': '<view>\n  <nope bind:tap="onTap" />\n</view>' })
  const { status, stdout } = runCli()
  expect(stdout).toMatch(/^index\.wxml:2:3 unknown tag <nope> \(wxml-lint\)\n/)
  expect(stdout).toMatch(/\n1 findings?\n$/)
  expect(status).toBe(1)
}, 30_000)

it('fails when there is nothing to look at', () => {
  const { status, stdout } = runCli()
  expect(stdout).toContain('error: no components found to check')
  expect(status).toBe(1)
}, 30_000)
