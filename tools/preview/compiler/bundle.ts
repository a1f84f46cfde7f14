import { resolve } from 'node:path'
import { context, type BuildContext, type BuildFailure, type Message, type Plugin } from 'esbuild'
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
        build.onResolve({ filter: /^\.{1,2}(\/|$)/ }, ({ path, importer }) => {
          const file = this.mounted(importer, path)
          return file ? { path: file } : undefined
        })
        build.onLoad({ filter: /.*/, namespace: 'mp' }, ({ path }) => ({
          contents: this.virtualModule(path),
          resolveDir: this.tree.root,
        }))
      },
    }
  }

  /** A relative import that leaves the root for a mounted folder. */
  private mounted(importer: string, target: string): string | undefined {
    const from = this.tree.virtual(importer)
    if (!from || this.tree.isMounted(from)) return undefined
    const path = this.tree.resolve(from, target)
    if (!this.tree.isMounted(path)) return undefined
    return this.tree.find(path, ['', '.ts', '.js', '/index.ts', '/index.js'])
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
