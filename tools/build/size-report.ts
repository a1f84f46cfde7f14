import { readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { PackageFile } from './files'

const KB = 1024

/** What a mini program loads; the rest (declarations, documents, package.json) is not uploaded. */
const UPLOADED = /\.(js|json|wxml|wxss|wxs|png|svg)$/

/** What only hosts with calls use; the developer tools leave it out of the others. */
const CALLS = /^(components\/TUICallKit\/|calls\.js$)/

/** Bytes that may not be exceeded; the build fails beyond. */
export const BUDGETS: Readonly<Record<string, number>> = {
  kit: 600 * KB, // decision 0006
  TUIConversation: 24 * KB,
  TUIChat: 130 * KB,
  TUIContact: 64 * KB,
  'calls (optional)': 60 * KB,
  'debug/': 15 * KB,
}

/** The same for the kit without calls after WeChat's tools have made ES5 of it; the package flows hold it. */
export const COMPILED_KIT_BUDGET = 740 * KB // decision 0006

/**
 * The incumbent's figures (`@tencentcloud/chat-uikit-wechat` 1.1.3 with its SDK): bytes after compilation by the
 * official tools with minification on.
 */
export const INCUMBENT = {
  kit: 203_265,
  debug: 149_000,
  mainPackage: { main: 1_093_428, sub: 0 },
  subpackage: { main: 890_537, sub: 203_265 },
  allInSubpackage: { main: 12_264, sub: 1_081_556 },
} as const

export interface Part {
  readonly name: string
  readonly bytes: number
}

export interface Way {
  readonly name: string
  readonly main: number
  readonly sub: number
  readonly incumbent: { readonly main: number; readonly sub: number }
}

export interface SizeReport {
  readonly parts: readonly Part[]
  readonly ways: readonly Way[]
  /** One sentence for each budget that is exceeded. */
  readonly excesses: readonly string[]
}

function bytesOf(files: readonly PackageFile[], belongs: (path: string) => boolean): number {
  return files
    .filter(({ path }) => UPLOADED.test(path) && path !== 'package.json' && belongs(path))
    .reduce((sum, { content }) => sum + Buffer.byteLength(content), 0)
}

/** What "build npm" packs of a dependency: the file that its `main` names. */
function packedBytes(name: string): number {
  const manifest = createRequire(__filename).resolve(`${name}/package.json`)
  const { main = 'index.js' } = JSON.parse(readFileSync(manifest, 'utf8')) as { main?: string }
  return statSync(join(dirname(manifest), main)).size
}

/** @param dependencies names of the packages that a host installs along with the kit */
export function sizeReport(files: readonly PackageFile[], dependencies: readonly string[]): SizeReport {
  const debug = bytesOf(files, (path) => path.startsWith('debug/'))
  const calls = bytesOf(files, (path) => CALLS.test(path))
  const kit = bytesOf(files, (path) => !path.startsWith('debug/') && !CALLS.test(path))
  const pages = ['TUIConversation', 'TUIChat', 'TUIGroup', 'TUIContact']
  const parts = [
    { name: 'kit', bytes: kit },
    ...pages.map((name) => ({
      name: `  ${name}`,
      bytes: bytesOf(files, (path) => path.startsWith(`components/${name}/`)),
    })),
    { name: '  shared scripts', bytes: bytesOf(files, (path) => path.startsWith('shared/')) },
    {
      name: '  common, styles, root',
      bytes: bytesOf(files, (path) => /^(components\/(base|common)|static)\/|^index\./.test(path)),
    },
    { name: 'calls (optional)', bytes: calls },
    { name: 'debug/', bytes: debug },
  ].filter(({ bytes }) => bytes > 0)

  const sdk = dependencies.reduce((sum, name) => sum + packedBytes(name), 0)
  const ways = [
    { name: 'all in the main package', main: kit + debug + sdk, sub: 0, incumbent: INCUMBENT.mainPackage },
    { name: 'kit in a subpackage', main: sdk + debug, sub: kit, incumbent: INCUMBENT.subpackage },
    {
      name: 'kit and SDK in a subpackage',
      main: 0,
      sub: kit + debug + sdk,
      incumbent: INCUMBENT.allInSubpackage,
    },
  ]
  const excesses = parts.flatMap(({ name, bytes }) => {
    const budget = BUDGETS[name]
    return budget !== undefined && bytes > budget ? [`${name} has ${bytes} bytes, ${budget} are allowed`] : []
  })
  return { parts, ways, excesses }
}

const column = (bytes: number): string => bytes.toLocaleString('en-US').padStart(11)

/** For a terminal. */
export function printed({ parts, ways }: SizeReport): string {
  return [
    'bytes, minified, before the compilation by WeChat (which adds helpers when it transpiles to ES5)',
    ...parts.map(({ name, bytes }) => `${name.padEnd(30)}${column(bytes)}`),
    '',
    `${'cost to the mini program'.padEnd(30)}       main         sub   incumbent: main         sub`,
    ...ways.map(
      ({ name, main, sub, incumbent }) =>
        `${name.padEnd(30)}${column(main)} ${column(sub)}       ${column(incumbent.main)} ${column(incumbent.sub)}`,
    ),
  ].join('\n')
}
