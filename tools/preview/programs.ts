import { AppCode } from './app-code'
import { Assets, type Content } from './assets'
import { SourceTree } from './compiler'
import type { MiniProgramSource, PreviewOptions } from './server'

type Change = (change: 'styles' | 'reload') => void

/** A mini program and the pages around it. */
class Served {
  readonly app: AppCode
  private readonly assets: Assets
  private stop: (() => Promise<void>) | undefined

  constructor(
    { root, mounts, unknownTags }: MiniProgramSource,
    { users, proxyServer, defaults }: PreviewOptions,
  ) {
    const tree = new SourceTree(root, mounts, unknownTags)
    this.app = new AppCode(tree)
    this.assets = new Assets(tree, {
      title: root.split(/[\\/]/).filter(Boolean).pop() ?? '',
      users: users ?? [],
      proxyServer,
      defaults: defaults ?? { a: 'alice', b: 'bob' },
    })
  }

  async read(path: string): Promise<Content | undefined> {
    return (await this.app.read(path)) ?? (await this.assets.read(path))
  }

  async watch(changed: Change): Promise<void> {
    this.stop = await this.app.watch(changed)
  }

  async close(): Promise<void> {
    await this.stop?.()
    await this.app.close()
  }
}

/** The mini programs of one preview: one at `/`, the others under their names. */
export class Programs {
  private readonly main: Served
  private readonly more: Map<string, MiniProgramSource>
  private readonly opened = new Map<string, Promise<Served>>()
  private changed: Change | undefined

  constructor(private readonly options: PreviewOptions) {
    this.main = new Served(options, options)
    this.more = new Map(Object.entries(options.more ?? {}))
  }

  /** The address of a mini program that was asked for without the slash at its end. */
  beside(path: string): string | undefined {
    return this.more.has(path.slice(1)) ? `${path}/` : undefined
  }

  async read(path: string): Promise<Content | undefined> {
    const [, name = '', rest = ''] = /^\/([^/]+)(\/.*)$/.exec(path) ?? []
    const source = this.more.get(name)
    return source ? (await this.open(name, source)).read(rest) : this.main.read(path)
  }

  async watch(changed: Change): Promise<void> {
    this.changed = changed
    await this.main.watch(changed)
  }

  async close(): Promise<void> {
    await this.main.close()
    for (const program of this.opened.values()) await (await program).close()
  }

  private open(name: string, source: MiniProgramSource): Promise<Served> {
    const known = this.opened.get(name)
    if (known) return known
    const program = this.start(source)
    this.opened.set(name, program)
    return program
  }

  private async start(source: MiniProgramSource): Promise<Served> {
    const program = new Served(source, this.options)
    if (this.changed) await program.watch(this.changed)
    return program
  }
}
