import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, extname, join, sep } from 'node:path'
import { build } from 'esbuild'
import type { SourceTree } from './compiler'

/** An answer to a request. */
export interface Content {
  type: string
  body: string | Uint8Array
  immutable?: boolean
}

const TYPES: Record<string, string> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.mp3': 'audio/mpeg',
  '.m4a': 'audio/mp4',
  '.aac': 'audio/aac',
  '.wav': 'audio/wav',
  '.mp4': 'video/mp4',
  '.woff2': 'font/woff2',
}

const PAGES: Record<string, string> = {
  '/': 'index.html',
  '/phone.html': 'phone.html',
  '/host.css': 'host.css',
  '/phone.css': 'phone.css',
  '/builtins.css': 'builtins.css',
}
/** Font packages and the weights of each that are served. */
const FONTS: Record<string, number[]> = {
  '@fontsource/noto-sans-sc': [400, 500, 600],
  '@fontsource/noto-emoji': [400],
}

/** Everything but the mini program's code: the runtime, the pages of the preview, fonts, and the mini program's pictures and sounds. */
export class Assets {
  private readonly scripts: Promise<Map<string, Content>>
  private readonly fonts: [directory: string, weights: number[]][]

  constructor(
    private readonly tree: SourceTree,
    private readonly config: object,
  ) {
    this.scripts = buildScripts()
    const { resolve } = createRequire(__filename)
    this.fonts = Object.entries(FONTS).map(([name, weights]) => [
      dirname(resolve(`${name}/package.json`)),
      weights,
    ])
  }

  async read(path: string): Promise<Content | undefined> {
    const page = PAGES[path]
    if (page)
      return {
        type: page.endsWith('.css') ? 'text/css' : 'text/html',
        body: await readFile(join(__dirname, 'pages', page)),
      }
    if (path === '/config.json') return { type: 'application/json', body: JSON.stringify(this.config) }
    if (path === '/fonts.css') return this.fontSheet()
    if (path.startsWith('/fonts/')) return this.font(path.slice('/fonts/'.length))
    if (path.startsWith('/files/')) return this.file(path.slice('/files/'.length))
    return (await this.scripts).get(path)
  }

  /** The web fonts that stand in where the machine has no Chinese or emoji; the browser loads only the parts it shows. */
  private fontSheet(): Content {
    const sheets = this.fonts.flatMap(([directory, weights]) =>
      weights.map((weight) => readFileSync(join(directory, `${weight}.css`), 'utf8')),
    )
    return { type: 'text/css', body: sheets.join('\n').replaceAll('./files/', '/fonts/'), immutable: true }
  }

  private async font(name: string): Promise<Content | undefined> {
    if (!/^[\w-]+\.woff2$/.test(name)) return undefined
    const file = this.fonts
      .map(([directory]) => join(directory, 'files', name))
      .find((path) => existsSync(path))
    if (!file) return undefined
    return { type: 'font/woff2', body: await readFile(file), immutable: true }
  }

  /** A picture or sound of the mini program. Only such files, and only from its own directories. */
  private async file(virtual: string): Promise<Content | undefined> {
    const type = TYPES[extname(virtual)]
    const hidden = virtual.split('/').some((part) => part.startsWith('.') || part === 'node_modules')
    const file = this.tree.real(virtual)
    if (!type || hidden || !existsSync(file)) return undefined
    const real = realpathSync(file)
    const allowed = this.tree.directories.some((dir) => real.startsWith(realpathSync(dir) + sep))
    return allowed ? { type, body: await readFile(real) } : undefined
  }
}

/** Bundles the browser's side of the preview, once. */
async function buildScripts(): Promise<Map<string, Content>> {
  const runtime = join(__dirname, 'runtime')
  const { outputFiles } = await build({
    entryPoints: { runtime: join(runtime, 'phone.ts'), host: join(runtime, 'host', 'index.ts') },
    bundle: true,
    write: false,
    outdir: '/',
    format: 'iife',
    target: 'es2022',
    sourcemap: 'inline',
    sourcesContent: false,
    define: { 'process.env.NODE_ENV': '"development"' },
    logLevel: 'silent',
  })
  return new Map(
    outputFiles.map(({ path, contents }) => [
      `/${path.split(/[\\/]/).pop() ?? ''}`,
      { type: 'text/javascript; charset=utf-8', body: contents },
    ]),
  )
}
