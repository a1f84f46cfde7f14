interface Subpackage {
  root: string
  pages: string[]
  independent?: boolean
}

/** What app.json says of subpackages, under either of its spellings. */
export interface SubpackageConfig {
  subPackages?: Subpackage[]
  subpackages?: Subpackage[]
}

/** The packages that a mini program is uploaded in, and which of them a file can see. Paths are virtual. */
export class Packages {
  private readonly subpackages: Subpackage[]

  constructor({ subPackages, subpackages }: SubpackageConfig = {}) {
    const list = subPackages ?? subpackages ?? []
    this.subpackages = list.map((entry) => ({ ...entry, root: entry.root.replace(/^\/|\/$/g, '') }))
  }

  /** The pages of all subpackages, from the mini program's root. */
  get pages(): string[] {
    return this.subpackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`))
  }

  /** Why `from` cannot use `to`, if so: the two are in different packages, which need not be loaded together. */
  obstacle(from: string, to: string): string | undefined {
    const [own, other] = [this.of(from), this.of(to)]
    if (own === other) return undefined
    if (other) return `${to} is in the subpackage ${other.root}`
    return own?.independent ? `${to} is outside of the independent subpackage ${own.root}` : undefined
  }

  /** Where WeChat looks for the npm package of an import, in this order: from the file's folder upwards. */
  npmFolders(from: string): string[] {
    const own = this.of(from)
    const segments = from.split('/').slice(0, -1)
    const last = own?.independent ? own.root.split('/').length : 0
    const folders: string[] = []
    for (let depth = segments.length; depth >= last; depth -= 1) {
      folders.push([...segments.slice(0, depth), 'miniprogram_npm'].join('/'))
    }
    return folders
  }

  private of(path: string): Subpackage | undefined {
    return this.subpackages.find(({ root }) => path.startsWith(`${root}/`))
  }
}
