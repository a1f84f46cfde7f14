import type { glassEasel } from 'glass-easel-miniprogram-adapter'
import { device } from './device'
import { codeSpace } from './framework'

interface UnitDescription {
  path: string
  isPage: boolean
  json: Record<string, unknown>
  scope?: string
}

interface Config {
  app: {
    pages: string[]
    subPackages?: { root: string; independent?: boolean }[]
    subpackages?: { root: string; independent?: boolean }[]
    window?: Record<string, unknown>
    darkmode?: boolean
    usingComponents?: Record<string, string>
  }
  theme: Record<string, Record<string, string>>
  pages: string[]
  units: UnitDescription[]
}

export interface BuildProblem {
  file: string
  message: string
  line?: number
  column?: number
}

export interface AppObject {
  onLaunch?(options: object): void
  onShow?(options: object): void
  onHide?(): void
  onError?(message: string): void
  [member: string]: unknown
}

type Definition = Record<string, unknown> & { options?: Record<string, unknown> }
type Templates = Record<string, (name: string) => unknown>

/** Called once all scripts of the mini program have run. */
type StartListener = (program: Program) => void

/** What the app bundle hands over: configuration, templates, and the App, pages and components that its scripts define. */
export class Program {
  config: Config = { app: { pages: [] }, theme: {}, pages: [], units: [] }
  app: AppObject = {}
  launched = false
  private current = ''
  private readonly configs = new Map<string, Record<string, unknown>>()

  constructor(
    private readonly onStart: StartListener,
    private readonly onProblems: (problems: BuildProblem[]) => void,
  ) {}

  define(config: Config, templates: Templates): void {
    this.config = config
    for (const { path, json, scope } of config.units) {
      const content = templates[path]
      this.configs.set(path, json)
      codeSpace.addComponentStaticConfig(path, json)
      codeSpace.addStyleSheet(path, undefined, scope)
      if (content)
        codeSpace.addCompiledTemplate(path, {
          groupList: templates,
          content,
        } as glassEasel.template.ComponentTemplate)
    }
  }

  /** The script of this page or component runs next: its `Component()` call registers it. */
  begin(path: string): void {
    this.current = path
  }

  start(): void {
    this.onStart(this)
  }

  fail(problems: BuildProblem[]): void {
    this.onProblems(problems)
  }

  /** Opened in an independent subpackage, there is no App until a page outside of it is opened. */
  private get hasApp(): boolean {
    return this.launched || !this.isIndependent(device.launchPath ?? '')
  }

  /** Whether a page runs without the main package, and so without the App. */
  isIndependent(path: string): boolean {
    const { subPackages, subpackages } = this.config.app
    const roots = (subPackages ?? subpackages ?? []).filter(({ independent }) => independent)
    return roots.some(({ root }) => path.startsWith(`${root.replace(/^\/|\/$/g, '')}/`))
  }

  /** app.json's `window` overlaid by the page's json, theme variables filled in. */
  pageConfig(path: string, theme: string): Record<string, unknown> {
    const merged = { ...this.config.app.window, ...this.configs.get(path) }
    const variables = this.config.theme[theme] ?? {}
    return Object.fromEntries(
      Object.entries(merged).map(([name, value]) => [
        name,
        typeof value === 'string' && value.startsWith('@') ? variables[value.slice(1)] : value,
      ]),
    )
  }

  /** The globals that a mini program's scripts call. */
  globals(): Record<string, unknown> {
    return {
      App: (app: AppObject) => {
        this.app = app
      },
      getApp: (options?: { allowDefault?: boolean }) =>
        this.hasApp ? this.app : options?.allowDefault ? {} : undefined,
      Page: (definition: Definition) => this.register(definition, 'pageDefinition'),
      Component: (definition: Definition) => this.register(definition, 'definition'),
      Behavior: (definition: Definition) => codeSpace.behavior().definition(definition).register(),
    }
  }

  private register(definition: Definition, kind: 'definition' | 'pageDefinition'): void {
    const path = this.current
    const { styleIsolation, addGlobalClass, ...options } = definition.options ?? {}
    // The adapter takes these two from json only.
    if (styleIsolation !== undefined || addGlobalClass !== undefined) {
      codeSpace.addComponentStaticConfig(path, {
        ...this.configs.get(path),
        styleIsolation,
        addGlobalClass,
      } as never)
    }
    const builder = codeSpace.component(path)
    const plain = { ...definition, options } as never
    if (kind === 'pageDefinition') builder.pageDefinition(plain).register()
    else builder.definition(plain).register()
  }
}
