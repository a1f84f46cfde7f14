import { resolve } from 'node:path'
import {
  context,
  type BuildContext,
  type BuildFailure,
  type Message,
  type OnResolveResult,
  type Plugin,
} from 'esbuild'
import { CompileError, type Diagnostic } from './diagnostics'
import type { SourceTree } from './source-tree'

/** What the app bundle is made of: the data that comes first, then the scripts in the order they run. */
export interface BundleInput {
  /** JavaScript that hands configuration and templates to the runtime. */
  definition: string
  appScript: string | undefined
  scripts: { path: string; file: string }[]
}

/** What a browser has and a mini program has not. */
const ABSENT = [
  'window',
  'document',
  'localStorage',
  'sessionStorage',
  'XMLHttpRequest',
  'location',
  'navigator',
]

const MODULE_SUFFIXES = ['', '.ts', '.js', '/index.ts', '/index.js']

/** Bundles the mini program's scripts. One instance keeps esbuild's state, so that rebuilding is quick. */
export class AppBundler {
  private context: BuildContext | undefined
  private input: BundleInput = { definition: '', appScript: undefined, scripts: [] }

  constructor(private readonly tree: SourceTree) {}

  async build(input: BundleInput): Promise<{ code: string; map: string }> {
    this.input = input
    this.context ??= await this.open()
    try {
      const { outputFiles = [] } = await this.context.rebuild()
      const text = (suffix: string): string =>
        outputFiles.find(({ path }) => path.endsWith(suffix))?.text ?? ''
      return { code: text('.js'), map: text('.map') }
    } catch (error) {
      const first = (error as Partial<BuildFailure>).errors?.[0]
      if (!first) throw error
      throw new CompileError(toDiagnostic(first, this.tree.root))
    }
  }

  async close(): Promise<void> {
    await this.context?.dispose()
  }

  private open(): Promise<BuildContext> {
    return context({
      entryPoints: ['app'],
      bundle: true,
      write: false,
      outdir: '/',
      format: 'iife',
      target: 'es2022',
      sourcemap: true,
      // The order of WeChat's npm build; the browser field would give the wrong platform.
      mainFields: ['main', 'module'],
      absWorkingDir: this.tree.root,
      logLevel: 'silent',
      define: {
        'process.env.NODE_ENV': '"development"',
        ...Object.fromEntries(ABSENT.map((name) => [name, 'undefined'])),
      },
      plugins: [this.plugin()],
    })
  }

  private plugin(): Plugin {
    return {
      name: 'mini-program',
      setup: (build) => {
        build.onResolve({ filter: /^app$/ }, ({ kind }) =>
          kind === 'entry-point' ? { path: 'app', namespace: 'mp' } : undefined,
        )
        build.onResolve({ filter: /^mp:/ }, ({ path }) => ({ path: path.slice(3), namespace: 'mp' }))
        build.onResolve({ filter: /^\// }, ({ path, importer }) =>
          importer === 'app' ? { path, sideEffects: true } : undefined,
        )
        build.onResolve({ filter: /^\.{1,2}(\/|$)/ }, ({ path, importer }) => this.relative(importer, path))
        build.onResolve({ filter: /^[^./]/ }, ({ path, importer }) => this.packaged(importer, path))
        build.onLoad({ filter: /.*/, namespace: 'mp' }, ({ path }) => ({
          contents: this.virtualModule(path),
          resolveDir: this.tree.root,
        }))
      },
    }
  }

  /** esbuild finds relative imports itself, but for those that leave the root for a mounted folder or their package. */
  private relative(importer: string, target: string): OnResolveResult | undefined {
    const from = this.tree.virtual(importer)
    if (!from) return undefined
    const path = this.tree.resolve(from, target)
    const obstacle = this.tree.packages.obstacle(from, path)
    if (obstacle) return { errors: [{ text: obstacle }] }
    if (this.tree.isMounted(from) || !this.tree.isMounted(path)) return undefined
    const file = this.tree.find(path, MODULE_SUFFIXES)
    return file ? { path: file } : undefined
  }

  /** A package that "build npm" has made; what it has not, esbuild takes from node_modules. */
  private packaged(importer: string, target: string): OnResolveResult | undefined {
    const from = this.tree.virtual(importer)
    if (!from) return undefined
    const files = this.tree.npmPaths(from, target).map((path) => this.tree.find(path, ['', '.js']))
    const file = files.find((found) => found !== undefined)
    return file ? { path: file } : undefined
  }

  private virtualModule(path: string): string {
    if (path === 'definition') return this.input.definition
    if (path === 'start') return '__miniProgram.start()'
    if (path.startsWith('begin/')) return `__miniProgram.begin(${JSON.stringify(path.slice(6))})`
    const imports = ['mp:definition']
    if (this.input.appScript) imports.push('mp:begin/app', this.input.appScript)
    for (const script of this.input.scripts) imports.push(`mp:begin/${script.path}`, script.file)
    return [...imports, 'mp:start'].map((name) => `import ${JSON.stringify(name)}`).join('\n')
  }
}

function toDiagnostic({ text, location }: Message, root: string): Diagnostic {
  if (!location) return { file: root, message: text }
  return {
    file: resolve(root, location.file),
    line: location.line,
    column: location.column + 1,
    message: text,
  }
}
