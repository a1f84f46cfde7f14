import { extname, relative, sep } from 'node:path'
import { Compiler, formatDiagnostic, type CompileResult, type SourceTree } from './compiler'
import type { Content } from './assets'

const SOURCES = new Set([
  '.ts',
  '.js',
  '.json',
  '.wxml',
  '.wxss',
  '.wxs',
  '.png',
  '.jpg',
  '.jpeg',
  '.gif',
  '.svg',
  '.webp',
])
const IGNORED = new Set(['node_modules', 'dist', 'coverage', 'tools', 'tests', 'docs'])
/** Editors save several files at once, and some in steps. */
const SETTLE_MS = 40

/** The compiled mini program, kept up to date. */
export class AppCode {
  private readonly compiler: Compiler
  private current: Promise<CompileResult>

  constructor(private readonly tree: SourceTree) {
    this.compiler = new Compiler(tree)
    this.current = this.compile()
  }

  async read(path: string): Promise<Content | undefined> {
    if (!path.startsWith('/app.')) return undefined
    const result = await this.current
    if (path === '/app.js') return { type: 'text/javascript; charset=utf-8', body: script(result) }
    if (path === '/app.css') return { type: 'text/css; charset=utf-8', body: result.ok ? result.app.css : '' }
    if (path === '/app.js.map' && result.ok) return { type: 'application/json', body: result.app.map }
    return undefined
  }

  /** Compiles on every edit and tells what has changed. Returns the function that stops it. */
  async watch(changed: (change: 'styles' | 'reload') => void): Promise<() => Promise<void>> {
    const { watch } = await import('chokidar')
    const watcher = watch(this.tree.directories, {
      ignoreInitial: true,
      ignored: (path) => this.ignores(path),
    })
    let timer: NodeJS.Timeout | undefined
    const rebuild = async (): Promise<void> => {
      const before = await this.current
      this.current = this.compile()
      const after = await this.current
      if (!before.ok || !after.ok || before.app.code !== after.app.code) changed('reload')
      else if (before.app.css !== after.app.css) changed('styles')
    }
    watcher.on('all', (_event, path) => {
      if (!SOURCES.has(extname(path))) return
      clearTimeout(timer)
      timer = setTimeout(() => void rebuild(), SETTLE_MS)
    })
    await new Promise<void>((resolve) => watcher.once('ready', () => resolve()))
    return async () => {
      clearTimeout(timer)
      await watcher.close()
    }
  }

  async close(): Promise<void> {
    await this.current
    await this.compiler.close()
  }

  private async compile(): Promise<CompileResult> {
    const result = await this.compiler.compile()
    if (!result.ok) for (const diagnostic of result.diagnostics) console.error(formatDiagnostic(diagnostic))
    return result
  }

  private ignores(path: string): boolean {
    const paths = this.tree.directories
      .map((dir) => relative(dir, path))
      .filter((name) => !name.startsWith('..'))
    const shortest = paths.sort((a, b) => a.length - b.length)[0] ?? ''
    return shortest.split(sep).some((part) => IGNORED.has(part) || /^\.[^.]/.test(part))
  }
}

function script(result: CompileResult): string {
  if (result.ok) return `${result.app.code}\n//# sourceMappingURL=app.js.map`
  const problems = result.diagnostics.map((diagnostic) => ({
    ...diagnostic,
    file: formatDiagnostic({ file: diagnostic.file, message: '' }).trim(),
  }))
  return `__miniProgram.fail(${JSON.stringify(problems)})`
}
