import { execFileSync, spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { readmeProblems } from '../../../tools/release/checks'
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

const built = (): string[] =>
  readdirSync(DIST, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(DIST, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()

interface Published {
  readonly version: string
  readonly files: readonly { path: string }[]
}

/** `npm publish` as far as it goes without sending anything, and without an account or settings of this machine. */
function publishDry(): { published: Published | undefined; complaints: string[] } {
  const { version } = JSON.parse(textOf('package.json')) as { version: string }
  const flags = [
    '--dry-run',
    '--json',
    '--offline',
    '--ignore-scripts',
    '--loglevel=warn',
    '--no-update-notifier',
  ]
  // npm wants the tag of a prerelease said.
  const tag = version.includes('-') ? 'next' : 'latest'
  const nobody = `--userconfig=${join(dirname(DIST), 'no-npmrc')}`
  const { stdout, stderr } = spawnSync('npm', ['publish', DIST, ...flags, `--tag=${tag}`, nobody], {
    cwd: dirname(DIST),
    env: Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_config_/i.test(name))),
    shell: process.platform === 'win32',
    encoding: 'utf8',
  })
  // npm before 11 gives the package itself, later ones by its name.
  const output = JSON.parse(stdout) as Published | Record<string, Published>
  const published = 'files' in output ? (output as Published) : Object.values(output)[0]
  const complaints = stderr.split('\n').filter((line) => /\S/.test(line) && !/logged in/.test(line))
  return { published, complaints }
}

test('npm packs every file of the build, and nothing else', () => {
  expect(built()).toContain('index.js')
  expect(listed()).toEqual(built())
})

test('npm would publish exactly that, and has nothing to complain about', () => {
  const { published, complaints } = publishDry()
  expect(complaints).toEqual([])
  expect(published?.files.map(({ path }) => path).sort()).toEqual(built())
  expect(JSON.parse(textOf('package.json'))).toMatchObject({ version: published?.version })
})

test('its page on npm is finished', () => {
  const readmes = ['README.md', 'README.en.md'].map((path) => [path, textOf(path)] as const)
  expect(readmeProblems(new Map(readmes), false)).toEqual([])
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
