import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { tarball } from '../harness/host-project'

/** What was packed: it stands beside the tarball. */
const DIST = join(dirname(tarball()), 'dist')

const listed = (): string[] =>
  execFileSync('tar', ['-tzf', tarball()], { encoding: 'utf8' })
    .trim()
    .split(/\r?\n/)
    .map((path) => path.replace(/^package\//, ''))
    .sort()

const textOf = (path: string): string =>
  execFileSync('tar', ['-xzOf', tarball(), `package/${path}`], { encoding: 'utf8' })

test('npm packs every file of the build, and nothing else', () => {
  const built = readdirSync(DIST, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(DIST, join(entry.parentPath, entry.name)).split(sep).join('/'))
  expect(built).toContain('index.js')
  expect(listed()).toEqual(built.sort())
})

test('sources, tests, source maps and built packages stay at home', () => {
  expect(
    listed().filter((path) => /(?<!\.d)\.ts$|\.test\.|\.map$|miniprogram_npm|node_modules/.test(path)),
  ).toEqual([])
})

test('it can be published, and runs nothing when it is installed', () => {
  const manifest = JSON.parse(textOf('package.json')) as Record<string, unknown>
  expect(manifest).toMatchObject({
    name: '@tencentcloud/chat-uikit-wechat',
    main: 'index.js',
    miniprogram: '.',
  })
  expect(Object.keys(manifest)).not.toEqual(expect.arrayContaining(['private']))
  expect(manifest.scripts).toBeUndefined()
  expect(Object.keys(manifest.dependencies as object)).toEqual([
    '@tencentcloud/chat',
    'tim-profanity-filter-plugin',
    'tim-upload-plugin',
  ])
})
