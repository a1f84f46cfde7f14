import path from 'node:path'
import type { Source } from './source'

/** In an example, this folder stands for the root of the repository: there a host has its copy of the kit. */
export const KIT_MOUNT = 'TUIKit'
/** The npm way to name the same folder. */
export const KIT_PACKAGE = '@tencentcloud/chat-uikit-wechat'

const { posix } = path

/** Finds files the way the platform does, over the kit and the example mini programs at once. */
export class Project {
  private readonly byPath: ReadonlyMap<string, Source>
  private readonly programs: readonly string[]

  constructor(readonly sources: readonly Source[]) {
    this.byPath = new Map(sources.map((source) => [source.path, source]))
    this.programs = sources
      .filter(({ path }) => /^example\/[^/]+\/app\.json$/.test(path))
      .map(({ path }) => posix.dirname(path))
  }

  get(file: string): Source | undefined {
    return this.byPath.get(file)
  }

  /** The folder of the mini program that a file belongs to; empty for the kit itself. */
  programOf(file: string): string {
    return this.programs.find((program) => file.startsWith(`${program}/`)) ?? ''
  }

  /** The path in the repository that `target`, written in the file `from`, means. The file need not exist. */
  resolve(from: string, target: string): string {
    if (target.startsWith(`${KIT_PACKAGE}/`)) return target.slice(KIT_PACKAGE.length + 1)
    const program = this.programOf(from)
    const absolute = target.startsWith('/')
    const plain = absolute ? posix.join(program, target.slice(1)) : posix.join(posix.dirname(from), target)
    if (!program || this.byPath.has(plain)) return plain
    const segments = plain.split('/')
    const mount = segments.indexOf(KIT_MOUNT)
    return mount < 0 ? plain : segments.slice(mount + 1).join('/')
  }

  /** The same, with the extension added when it was left out, as wxml and wxss files may do. */
  resolveFile(from: string, target: string, extension: string): Source | undefined {
    const file = this.resolve(from, target)
    return this.get(file) ?? this.get(`${file}.${extension}`)
  }

  /** The script beside a wxml file. */
  scriptOf(wxml: string): Source | undefined {
    const base = wxml.replace(/\.wxml$/, '')
    return this.get(`${base}.ts`) ?? this.get(`${base}.js`)
  }
}
