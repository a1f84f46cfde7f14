import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ts from 'typescript'
import { compilerFile, withCompiler } from '../checks/official'
import { codeBlocksOf, hasPictures, linksOf } from '../checks/markdown'
import { packageFiles, writePackage } from './build'
import { targetOf, withFolders } from './documents'
import type { PackageFile } from './files'
import { sizeReport } from './size-report'

const ROOT = join(__dirname, '..', '..')
const SOURCES = ['components', 'core', 'platform', 'locales', 'utils', 'static', 'debug', 'docs']

let files: PackageFile[]
let folder: string

beforeAll(async () => {
  files = await packageFiles(ROOT)
  folder = mkdtempSync(join(tmpdir(), 'package-'))
  writePackage(files, join(folder, 'package'))
}, 60_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const content = (path: string): string => files.find((file) => file.path === path)?.content ?? ''
const scripts = (): PackageFile[] => files.filter(({ path }) => path.endsWith('.js'))

test('the package is the folder that a page uses: the component stands at its root', () => {
  const manifest = JSON.parse(content('package.json')) as Record<string, unknown>
  expect(manifest).toMatchObject({ main: 'index.js', miniprogram: '.', types: 'index.d.ts' })
  for (const path of [
    'index.js',
    'index.json',
    'index.wxml',
    'index.wxss',
    'index.d.ts',
    'setup.js',
    'setup.d.ts',
    'extend.js',
    'extend.d.ts',
    'calls.js',
    'calls.d.ts',
    'components/TUICallKit/index.js',
  ]) {
    expect(content(path)).not.toBe('')
  }
})

test('what a host registers is what the components find', () => {
  const ofChat = content('components/TUIChat/message-list/index.js')
  const shared = [...content('extend.js').matchAll(/require\("\.\/(shared\/[^"]+)"\)/g)].map(
    ([, path = '']) => path,
  )
  // The registries are in files that both use, not in a copy of their own.
  expect(shared.filter((path) => ofChat.includes(path))).not.toEqual([])
  expect(content('extend.js').length).toBeLessThan(2000)
})

test('every file that another one names is in the package', () => {
  const paths = new Set(files.map(({ path }) => path))
  const missing = scripts().flatMap(({ path, content: code }) =>
    [...code.matchAll(/require\("(\.[^"]+)"\)/g)]
      .map(([, target = '']) => join(path, '..', target))
      .filter((target) => !paths.has(target)),
  )
  expect(missing).toEqual([])
})

test('all that the components share is one file, with nothing in it of the calls that a host may leave out', () => {
  const ofCalls = /^(components\/TUICallKit\/|calls\.js$)/
  const own = scripts().filter(
    ({ path }) => /^(components\/|index\.js$|extend\.js$)/.test(path) && !ofCalls.test(path),
  )
  const shared = own.flatMap(({ path, content: code }) =>
    [...code.matchAll(/require\("(\.[^"]+)"\)/g)].map(([, target = '']) => join(path, '..', target)),
  )
  const [file = '', ...others] = new Set(shared)
  expect(others).toEqual([])
  expect(content(file)).not.toContain('require(')
})

test('it has no sources, tests or source maps', () => {
  const unwanted = files.filter(({ path }) => /(?<!\.d)\.ts$|\.test\.|\.map$|miniprogram_npm/.test(path))
  expect(unwanted).toEqual([])
  expect(scripts().filter(({ content: code }) => code.includes('sourceMappingURL'))).toEqual([])
})

test('nothing but debug/ knows how to sign a user in', () => {
  const signing = scripts().filter(({ content: code }) => code.includes('TLS.identifier'))
  expect(signing.map(({ path }) => path)).toEqual(['debug/GenerateTestUserSig.js'])
  expect(scripts().filter(({ content: code }) => /require\("[^"]*debug\//.test(code))).toEqual([])
})

test('no file tells where it was built', () => {
  expect(files.filter((file) => file.content.includes(ROOT))).toEqual([])
})

test('the kit loads no package at run time: the host hands the SDK over', () => {
  const packages = scripts().flatMap(({ content: code }) =>
    [...code.matchAll(/require\("([^".][^"]*)"\)/g)].map(([, name]) => name),
  )
  expect(packages).toEqual([])
})

test('the licences of what comes from others are handed on', () => {
  const notices = content('THIRD-PARTY-LICENSES.md')
  const names = [...notices.matchAll(/^## (\S+)/gm)].map(([, name]) => name)
  expect(names).toEqual(['@noble/hashes', 'base64-js', 'lucide-static'])
  expect(notices).toContain('Copyright (c) 2022 Paul Miller')
})

describe('what people read', () => {
  const pages = (): PackageFile[] => files.filter(({ path }) => path.endsWith('.md'))
  const there = (): Set<string> => new Set(files.flatMap(({ path }) => withFolders(path)))

  it('has the pages of components and the guides, in words only', () => {
    const paths = pages().map(({ path }) => path)
    expect(paths).toEqual(expect.arrayContaining(['docs/components/TUIKit.md', 'docs/guides/theme.en.md']))
    expect(pages().filter((page) => hasPictures(page.content))).toEqual([])
    expect(files.filter(({ path }) => path.startsWith('docs/') && !path.endsWith('.md'))).toEqual([])
  })

  it('links only to what is in the package', () => {
    const shipped = there()
    const dead = pages().flatMap(({ path, content: text }) =>
      linksOf(text)
        .filter(({ target }) => !shipped.has(targetOf(path, target)))
        .map(({ target }) => `${path}: ${target}`),
    )
    expect(dead).toEqual([])
  })

  it('shows code that finds what it takes from the package', () => {
    const shipped = there()
    const taken =
      /(?:import \{([^}]*)\} from )?['"](?:(?:\.\.?\/)+TUIKit|@tencentcloud\/chat-uikit-wechat)\/([^'"]+)['"]/g
    const missing = pages().flatMap(({ path, content: text }) =>
      codeBlocksOf(text)
        .flatMap(({ code }) => [...code.matchAll(taken)])
        .flatMap(([, names = '', target = '']) => {
          if (!shipped.has(target) && !shipped.has(`${target}.js`)) return [`${path}: ${target}`]
          const declared = content(`${target}.d.ts`)
          const unknown = (names.match(/\w+/g) ?? []).filter(
            (name) => !new RegExp(`\\b${name}\\b`).test(declared),
          )
          return unknown.map((name) => `${path}: ${name} of ${target}`)
        }),
    )
    expect(missing).toEqual([])
  })
})

test('two builds are equal byte by byte, wherever they are made', async () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'sources-'))
  try {
    for (const name of [
      ...SOURCES,
      'setup.ts',
      'extend.ts',
      'calls.ts',
      ...['ts', 'json', 'wxml', 'wxss'].map((type) => `index.${type}`),
    ]) {
      cpSync(join(ROOT, name), join(elsewhere, name), { recursive: true })
    }
    for (const name of [
      'package.json',
      'tsconfig.json',
      'README.md',
      'README.en.md',
      'CHANGELOG.md',
      'LICENSE',
    ]) {
      cpSync(join(ROOT, name), join(elsewhere, name))
    }
    symlinkSync(join(ROOT, 'node_modules'), join(elsewhere, 'node_modules'))
    expect(await packageFiles(elsewhere)).toEqual(files)
  } finally {
    rmSync(elsewhere, { recursive: true, force: true })
  }
}, 60_000)

test('the official compiler takes the small scripts of templates', () => {
  const compiler = compilerFile('wcc')
  if (!compiler) return
  const sources = files
    .filter(({ path }) => path.endsWith('.wxs'))
    .map(({ path, content: text }) => ({ path, text }))
  expect(sources).not.toEqual([])
  withCompiler(compiler, sources, ({ run }) => {
    const { ok, errors } = run(['-d', '-cc', '0', ...sources.map(({ path }) => path), '-gn', '$gwx'])
    expect({ ok, errors }).toMatchObject({ ok: true })
  })
})

test('the official compiler makes the same of the small templates as of the originals', () => {
  const compiler = compilerFile('wcc')
  if (!compiler) return
  const small = files.filter(({ path }) => path.endsWith('.wxml'))
  const original = (path: string) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') })
  const scripts = files.filter(({ path }) => path.endsWith('.wxs')).map(({ path }) => original(path))
  const compiled = (templates: { path: string; text: string }[]): string => {
    // It knows a script beside a template by its plain name only.
    const plain = templates.map(({ path, text }) => ({
      path,
      text: text.replace(/(<wxs [^>]*src=")\.\//g, '$1'),
    }))
    const sources = [...plain, ...scripts]
    return withCompiler(compiler, sources, ({ run }) => {
      const { output, ok } = run(['-d', '-cc', '0', ...sources.map(({ path }) => path), '-gn', '$gwx'])
      expect(ok).toBe(true)
      return output.replace(/cs\.push\("[^"]*"\)/g, '') // positions, for error messages
    })
  }
  const originals = small.map(({ path }) => original(path))
  expect(compiled(small.map((file) => ({ path: file.path, text: file.content })))).toBe(compiled(originals))
})

test('the declarations compile in a strict project that checks its libraries', () => {
  const host = join(folder, 'host.ts')
  ts.sys.writeFile(
    host,
    `import type { ChatError, TUIKitConfig } from './package/index'
     import { genTestUserSig } from './package/debug/GenerateTestUserSig'
     export const config: TUIKitConfig = { locale: 'zh-CN' }
     export const code = (error: ChatError): number => error.code
     export const { userSig } = genTestUserSig({ SDKAPPID: 1, SECRETKEY: 'k', userID: 'u' })`,
  )
  const program = ts.createProgram([host], {
    strict: true,
    skipLibCheck: false,
    noEmit: true,
    target: ts.ScriptTarget.ES2018,
    lib: ['lib.es2018.d.ts'],
    module: ts.ModuleKind.CommonJS,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
  })
  const problems = ts.getPreEmitDiagnostics(program)
  expect(problems.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([])
}, 60_000)

test('a part that grows over its budget is reported', () => {
  const heavy = [...files, { path: 'debug/more.js', content: 'x'.repeat(15 * 1024) }]
  expect(sizeReport(files, []).excesses).toEqual([])
  expect(sizeReport(heavy, []).excesses).toEqual([expect.stringContaining('debug/ has')])
})
