import { transform } from 'esbuild'
import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import type { PackageFile } from './files'

/** Comments and the space between tags, neither of which a mini program shows. */
export function smallWxml(text: string): string {
  return text
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/>\s+</g, '><')
    .replace(/\s*\n\s*/g, ' ')
    .trim()
}

/** Only space and comments go: the official compiler is older than the rewrites that minifiers know. */
async function smallWxss(text: string): Promise<string> {
  const { code } = await transform(text, { loader: 'css', minifyWhitespace: true, charset: 'utf8' })
  return code
}

/** wxs is ES5, and the official compiler knows no number that begins with its point. */
async function smallWxs(text: string): Promise<string> {
  const { code } = await transform(text, {
    loader: 'js',
    minifyWhitespace: true,
    target: 'es5',
    charset: 'utf8',
  })
  return code.replace(/(?<![\w$.\])])\.(?=\d)/g, '0.')
}

/** `@import`, `<import src>`, `<include src>` and `<wxs src>`, relative to the file. */
const REFERENCE = /@import\s+["']([^"']+)["']|<(?:import|include|wxs)\b[^>]*?\ssrc=["']([^"']+)["']/g

function referencesOf(path: string, text: string): string[] {
  return [...text.matchAll(REFERENCE)]
    .map(([, style, markup]) => style ?? markup ?? '')
    .map((target) => (target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(path), target)))
}

async function small(path: string, text: string): Promise<string> {
  switch (posix.extname(path)) {
    case '.wxml':
      return smallWxml(text)
    case '.wxss':
      return smallWxss(text)
    case '.wxs':
      return smallWxs(text)
    default:
      return JSON.stringify(JSON.parse(text))
  }
}

/** The templates, styles and configurations of components, and the files that these bring in. */
export async function markupFiles(root: string, components: readonly string[]): Promise<PackageFile[]> {
  const waiting = components.flatMap((component) =>
    ['json', 'wxml', 'wxss'].map((type) => `${component}.${type}`),
  )
  const found = new Map<string, Promise<string>>()
  for (const path of waiting) {
    if (found.has(path)) continue
    const text = readFileSync(join(root, path), 'utf8')
    found.set(path, small(path, text))
    if (!path.endsWith('.json')) waiting.push(...referencesOf(path, text))
  }
  return Promise.all([...found].map(async ([path, content]) => ({ path, content: await content })))
}
