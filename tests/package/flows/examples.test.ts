import { execFileSync } from 'node:child_process'
import { appendFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tarball } from '../harness/host-project'

jest.setTimeout(120_000)

const EXAMPLES = join(__dirname, '..', '..', '..', 'example')
let repository: string

/** A repository with what the examples need of it: themselves, and the package beside them. */
beforeEach(() => {
  repository = mkdtempSync(join(tmpdir(), 'repository-'))
  const dist = join(repository, 'dist')
  mkdirSync(dist)
  execFileSync('tar', ['-xzf', tarball(), '-C', dist, '--strip-components=1'])
  const filter = (source: string): boolean => !/node_modules|miniprogram_npm|TUIKit/.test(source)
  cpSync(EXAMPLES, join(repository, 'example'), { recursive: true, filter })
})

afterEach(() => rmSync(repository, { recursive: true, force: true }))

const npm = (example: string, ...args: string[]): string =>
  execFileSync('npm', [...args, '--prefer-offline', '--no-audit', '--no-fund'], {
    cwd: join(repository, 'example', example),
    shell: process.platform === 'win32',
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })

describe.each([
  ['main-package', ['TUIKit/index.js', 'TUIKit/debug/GenerateTestUserSig.js']],
  [
    'subpackage',
    ['TUI-CustomerService/TUIKit/index.js', 'TUIKit/setup.js', 'TUIKit/debug/GenerateTestUserSig.js'],
  ],
] as const)('the example %s', (example, [kit, ...others]) => {
  const path = (file: string): string => join(repository, 'example', example, file)

  it('has after `npm i` all that the developer tools need', () => {
    npm(example, 'i')
    for (const file of [kit, ...others, 'project.config.json'])
      expect([file, existsSync(path(file))]).toEqual([file, true])
    expect(existsSync(path('node_modules/@tencentcloud/chat/package.json'))).toBe(true)
    expect(existsSync(path('package-lock.json'))).toBe(false)
  })

  it('gets a new build by `npm run update-kit`', () => {
    npm(example, 'i')
    appendFileSync(join(repository, 'dist/index.js'), '// newer')
    npm(example, 'run', 'update-kit')
    expect(readFileSync(path(kit), 'utf8').endsWith('// newer')).toBe(true)
  })
})
