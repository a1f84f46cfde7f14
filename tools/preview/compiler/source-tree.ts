import { existsSync, statSync } from 'node:fs'
import { join, posix, relative, resolve, sep } from 'node:path'
import { Packages } from './packages'

const isFile = (path: string): boolean => existsSync(path) && statSync(path).isFile()

const inside = (dir: string, file: string): string | undefined => {
  const path = relative(dir, file)
  return path.startsWith('..') || path.startsWith(sep) || path === '' ? undefined : path.split(sep).join('/')
}

/**
 * The files of a mini program under their virtual paths: `pages/index/index.wxml`, without a leading slash.
 * A mount makes one virtual folder stand for a directory elsewhere.
 */
export class SourceTree {
  readonly root: string
  /** Known once app.json has been read. */
  packages = new Packages()
  private readonly mounts: { prefix: string; dir: string }[]

  constructor(
    root: string,
    mounts: Record<string, string> = {},
    /** Whether tags that nobody declares are shown, as in WeChat, instead of reported. */
    readonly unknownTags = false,
  ) {
    this.root = resolve(root)
    this.mounts = Object.entries(mounts).map(([prefix, dir]) => ({ prefix, dir: resolve(dir) }))
  }

  /** The directories that hold the sources. */
  get directories(): string[] {
    return [this.root, ...this.mounts.map(({ dir }) => dir)]
  }

  mount(prefix: string, dir: string): void {
    if (!this.mounts.some((mount) => mount.prefix === prefix)) this.mounts.push({ prefix, dir })
  }

  real(virtual: string): string {
    const mount = this.mounts.find(({ prefix }) => virtual.startsWith(`${prefix}/`))
    return mount ? join(mount.dir, virtual.slice(mount.prefix.length + 1)) : join(this.root, virtual)
  }

  virtual(real: string): string | undefined {
    const path = inside(this.root, real)
    if (path !== undefined) return path
    for (const { prefix, dir } of this.mounts) {
      const mounted = inside(dir, real)
      if (mounted !== undefined) return `${prefix}/${mounted}`
    }
    return undefined
  }

  isMounted(virtual: string): boolean {
    return this.mounts.some(({ prefix }) => virtual.startsWith(`${prefix}/`))
  }

  /** The real file of a virtual path without suffix, with the first suffix that exists. */
  find(virtual: string, suffixes: readonly string[]): string | undefined {
    return suffixes.map((suffix) => this.real(virtual + suffix)).find(isFile)
  }

  /** The virtual paths, without suffix, that the name of an npm package or of a file in one may stand for. */
  npmPaths(from: string, target: string): string[] {
    const folders = this.packages.npmFolders(from)
    return folders.flatMap((folder) => [`${folder}/${target}`, `${folder}/${target}/index`])
  }

  /** Resolves `target` as written in the file `from` (a virtual path); a leading slash means the root. */
  resolve(from: string, target: string): string {
    const path = target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(from), target)
    return posix.normalize(path)
  }
}
