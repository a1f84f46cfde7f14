/**
 * Runs WeChat's own tools over one mini program: `tsx run.ts <project> <report>`. A process of its own, because they
 * change global state, print what nobody asked for, and keep running.
 */
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { OfficialReport } from './report'

interface Dependency {
  request: string
  path?: string
  error?: unknown
}

/** As much of `miniprogram-ci` as is used: it is installed only for these tests, so its types are not there for others. */
interface Tools {
  Project: new (options: object) => object
  packNpm(project: object, options: object): Promise<{ msg: string }[]>
  analyseCode(
    project: object,
    options: object,
  ): Promise<{ modules: { path: string; deps: Dependency[] }[] } | undefined>
  getCompiledResult(options: object, archive: string): Promise<Record<string, string | Uint8Array>>
}

/** The limits that the platform tells for an account, as its answer has them. MB. */
const LIMITS = {
  MaxCodeSize: 2,
  MaxSubpackageSubCodeSize: 2,
  MaxSubpackageFullCodeSize: 30,
  NavigateMiniprogramLimit: 10,
  MaxSubPackageLimit: 100,
  MinTabbarCount: 2,
  MaxTabbarCount: 5,
  MaxCustomTabbarCount: 10,
  MaxTabbarIconSize: 40,
}

async function run(projectPath: string): Promise<OfficialReport> {
  const tools = createRequire(import.meta.url)('miniprogram-ci') as Tools
  /** A project without an account: the one question that goes to the platform has a fixed answer. */
  class LocalProject extends tools.Project {
    attr = () =>
      Promise.resolve({ platform: false, appType: 0, isSandbox: false, released: false, setting: LIMITS })
  }
  const project = new LocalProject({
    appid: 'wxd930ea5d5a258f4f',
    type: 'miniProgram',
    projectPath,
    privateKey: 'not used',
    ignores: ['node_modules/**/*'],
  })
  const warnings = await tools.packNpm(project, { reporter: () => undefined })
  const analysis = await tools.analyseCode(project, { silent: true })
  if (!analysis) throw new Error('the analysis gave nothing')
  const unresolved = analysis.modules.flatMap(({ path, deps }) =>
    deps.filter(({ error }) => error).map(({ request }) => `${path}: ${request}`),
  )
  const setting = { es6: true, enhance: true, postcss: true, minify: true }
  const files = await tools.getCompiledResult(
    { project, version: '1.0.0', desc: 'test', setting, threads: 0 },
    '',
  )
  return {
    warnings: warnings.map(({ msg }) => msg),
    unresolved,
    sizes: Object.fromEntries(
      Object.entries(files).map(([path, content]) => [path.replace(/^\//, ''), Buffer.byteLength(content)]),
    ),
  }
}

const [, , project = '', report = ''] = process.argv
run(project).then(
  (result) => {
    writeFileSync(report, JSON.stringify(result))
    process.exit(0)
  },
  (error: unknown) => {
    const text = error instanceof Error ? (error.stack ?? error.message) : JSON.stringify(error)
    process.stderr.write(`${text}\n`)
    process.exit(1)
  },
)
