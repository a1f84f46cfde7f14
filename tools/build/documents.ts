import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { withLinks, withoutPictures } from '../checks/markdown'
import type { PackageFile } from './files'

const DOCUMENTS = ['README.md', 'README.en.md', 'CHANGELOG.md', 'LICENSE']
const PAGES = 'docs'

/**
 * What people read. Only words: pictures would be uploaded with the mini program of a host who copies the package,
 * Markdown is not. Links to what stays at home (examples, tools, sources) become their words.
 * @param others the other files of the package
 */
export function documentFiles(root: string, others: readonly PackageFile[]): PackageFile[] {
  const paths = [...DOCUMENTS, ...pagesBelow(root, PAGES)]
  const shipped = [...others.map(({ path }) => path), ...paths]
  const there = new Set(shipped.flatMap(withFolders))
  return paths.map((path) => {
    const text = readFileSync(join(root, path), 'utf8')
    return { path, content: path.endsWith('.md') ? document(path, text, there) : text }
  })
}

function document(path: string, text: string, there: ReadonlySet<string>): string {
  return withLinks(withoutPictures(text), (target) => there.has(targetOf(path, target)))
}

/** The path that a link on a page means, without the heading: `docs/guides` for `../guides/#theme`. */
export function targetOf(page: string, link: string): string {
  const file = link.replace(/#.*/, '')
  return file ? posix.join(posix.dirname(page), file).replace(/\/$/, '') : page
}

function pagesBelow(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return pagesBelow(root, path)
    return path.endsWith('.md') ? [path] : []
  })
}

/** `docs/guides/theme.md`, `docs/guides`, `docs`. */
export function withFolders(path: string): string[] {
  const folder = posix.dirname(path)
  return folder === '.' ? [path] : [path, ...withFolders(folder)]
}
