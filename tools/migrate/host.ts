import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Entry } from './table'

/** A file of the host's mini program; `path` is relative to its root, with `/`. */
export interface HostFile {
  readonly path: string
  readonly text: string
}

export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** One use of the kit. */
export interface Use {
  readonly file: string
  readonly line: number
  /** As it is written there. */
  readonly code: string
  readonly entry: Entry
  /** Does what the entry says without anybody having to think about it. */
  readonly edit?: Edit
}

export interface Host {
  readonly files: readonly HostFile[]
  /** Folders that hold a copy of the kit, and whether it is one of the earlier kit. */
  readonly copies: readonly { readonly folder: string; readonly old: boolean }[]
}

export const KIT_PACKAGE = '@tencentcloud/chat-uikit-wechat'
const SKIPPED = new Set(['node_modules', 'miniprogram_npm', '.git', 'dist'])
const READ = /(?<!\.d)\.(js|ts|json|wxml|wxss)$/
const NOT_CODE = /(^|\/)(package-lock|project\.(private\.)?config)\.json$/

/** Reads a mini program. What was installed or copied from the kit is not the host's own. */
export function readHost(root: string): Host {
  const files: HostFile[] = []
  const copies: { folder: string; old: boolean }[] = []
  const namesIn = (folder: string): Set<string> => {
    try {
      return new Set(readdirSync(join(root, folder)))
    } catch {
      return new Set()
    }
  }
  const walk = (folder: string): void => {
    const entries = readdirSync(join(root, folder), { withFileTypes: true })
    const parts = namesIn(join(folder, 'components'))
    const under = (name: string): string => (folder ? `${folder}/${name}` : name)
    if (folder && parts.has('TUIConversation') && parts.has('TUIChat')) {
      // The earlier kit keeps the parts of a component in a folder `components` of their own.
      copies.push({ folder, old: namesIn(under('components/TUIChat')).has('components') })
      return
    }
    const names = entries.map(({ name }) => name)
    if (basename(folder) === 'debug' && names.includes('GenerateTestUserSig.js')) {
      // It was in two files.
      copies.push({ folder, old: names.filter((name) => name.endsWith('.js')).length > 1 })
      return
    }
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = under(entry.name)
      if (entry.isDirectory() && !SKIPPED.has(entry.name)) walk(path)
      if (entry.isFile() && READ.test(path) && !NOT_CODE.test(path))
        files.push({ path, text: readFileSync(join(root, path), 'utf8') })
    }
  }
  walk('')
  return { files, copies }
}

/**
 * What a path leads to inside the kit: `debug/GenerateTestUserSig` for `../../TUIKit/debug/GenerateTestUserSig.js`;
 * `undefined` when it leads elsewhere.
 */
export type KitPath = (path: string) => string | undefined

export function kitPathOf(copies: Host['copies']): KitPath {
  const names = copies.map(({ folder }) => basename(folder)).filter((name) => name !== 'debug')
  const folders = ['TUIKit', ...names]
  return (path) => {
    const segments = path.replace(/\.(js|ts|wxml|wxss|wxs)$/, '').split('/')
    const inPackage = path === KIT_PACKAGE || path.startsWith(`${KIT_PACKAGE}/`)
    const at = inPackage ? 1 : segments.findIndex((segment) => folders.includes(segment))
    if (at < 0 || (!inPackage && at === 0 && segments.length === 1)) return undefined
    return segments.slice(at + 1).join('/') || 'index'
  }
}

export const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length

/** Applies the edits to a file's text, the last first, so that offsets hold. */
export function rewritten(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((result, { start, end, text: put }) => result.slice(0, start) + put + result.slice(end), text)
}
