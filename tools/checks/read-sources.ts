import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { KIT_MOUNT } from './project'
import type { Source } from './source'

const FOLDERS = ['components', 'core', 'platform', 'locales', 'utils', 'static', 'example', 'docs']
const SKIPPED = new Set(['node_modules', 'miniprogram_npm', 'dist', KIT_MOUNT])
const TEXT = /\.(ts|js|json|wxml|wxss|wxs|md)$/

/** Reads everything that the checks look at. Folders that do not exist yet are no error here. */
export function readSources(root: string): Source[] {
  const sources: Source[] = []
  const read = (file: string): void => {
    const text = TEXT.test(file) ? readFileSync(path.join(root, file), 'utf8') : ''
    sources.push({ path: file, text })
  }
  const walk = (folder: string): void => {
    for (const entry of list(path.join(root, folder))) {
      const file = `${folder}/${entry.name}`
      if (entry.isFile()) read(file)
      else if (entry.isDirectory() && !SKIPPED.has(entry.name)) walk(file)
    }
  }
  for (const entry of list(root)) {
    if (entry.isFile() && /^(index\.(ts|json|wxml|wxss|wxs)|README(\.\w+)?\.md)$/.test(entry.name))
      read(entry.name)
    else if (entry.isDirectory() && FOLDERS.includes(entry.name)) walk(entry.name)
  }
  return sources
}

function list(folder: string) {
  return readdirSync(folder, { withFileTypes: true }).sort((a, b) => a.name.localeCompare(b.name))
}
