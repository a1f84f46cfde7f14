import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { App } from '.'
import { localOnly } from './local'

const FOLDER = join(__dirname, '..', 'page')

/** Everything that the page is made of comes from this server, and it can be embedded nowhere. */
const HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; " +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
}

let script: Promise<string> | undefined

/** One script for the browser. The compiler is loaded when the page is, not when the server starts. */
async function bundle(): Promise<string> {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    entryPoints: [join(FOLDER, 'main.ts')],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  })
  return outputFiles[0]?.text ?? ''
}

/** The developer's page, at `/`. */
export function pageRoutes(app: App): void {
  app.use('/', localOnly)
  app.use('/page/*', localOnly)
  const file = (name: string, type: string): Response =>
    new Response(readFileSync(join(FOLDER, name)), { headers: { ...HEADERS, 'content-type': type } })

  app.get('/', () => file('index.html', 'text/html; charset=utf-8'))
  app.get('/page/style.css', () => file('style.css', 'text/css; charset=utf-8'))
  app.get('/page/main.js', async () => {
    const text = await (script ??= bundle())
    return new Response(text, { headers: { ...HEADERS, 'content-type': 'text/javascript; charset=utf-8' } })
  })
}
