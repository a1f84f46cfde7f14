import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { transformSync, type TransformFailure } from 'esbuild'
import { CompileError, lineOf, type Diagnostic } from './diagnostics'
import { Packages, type SubpackageConfig } from './packages'
import type { SourceTree } from './source-tree'

const SCRIPTS = ['.ts', '.js']

type PathMap = Record<string, string>

interface Using {
  usingComponents?: PathMap
  /** What stands for a component until its package has been loaded. */
  componentPlaceholder?: PathMap
}

/** The parts of a page's or component's json that the preview reads; other keys are kept as they are. */
export interface UnitJson extends Using {
  component?: boolean
  componentGenerics?: Record<string, true | { default?: string }>
  styleIsolation?: string
  addGlobalClass?: boolean
  [key: string]: unknown
}

export interface AppJson extends SubpackageConfig, Using {
  pages: string[]
  window?: Record<string, unknown>
  darkmode?: boolean
  themeLocation?: string
  [key: string]: unknown
}

/** A page or a component: four files with one name. `path` is virtual and has no suffix. */
export interface Unit {
  path: string
  isPage: boolean
  json: UnitJson
  script: string
  wxml: string
  wxss: string | undefined
}

export interface Program {
  app: AppJson
  appScript: string | undefined
  appWxss: string | undefined
  theme: Record<string, Record<string, string>>
  /** What a unit uses stands before it. */
  units: Unit[]
  pages: string[]
}

function readJson<T>(file: string): T {
  const text = readFileSync(file, 'utf8')
  try {
    return JSON.parse(text) as T
  } catch (error) {
    throw new CompileError({ file, line: jsonErrorLine(text), message: (error as Error).message })
  }
}

/** Node does not always tell the place of a mistake in json; esbuild does. */
function jsonErrorLine(text: string): number {
  try {
    transformSync(text, { loader: 'json', logLevel: 'silent' })
    return 1
  } catch (error) {
    return (error as TransformFailure).errors[0]?.location?.line ?? 1
  }
}

/** Reads app.json and everything that its pages use. Problems are added to `diagnostics`; what can be read is still returned. */
export function readProgram(tree: SourceTree, diagnostics: Diagnostic[]): Program {
  return new ProgramReader(tree, diagnostics).read()
}

class ProgramReader {
  private readonly units = new Map<string, Unit>()
  private readonly order: Unit[] = []
  private globals: PathMap = {}

  constructor(
    private readonly tree: SourceTree,
    private readonly diagnostics: Diagnostic[],
  ) {}

  read(): Program {
    const file = this.tree.find('app', ['.json'])
    if (!file) throw new CompileError({ file: this.tree.real('app.json'), message: 'app.json is missing' })
    const app = readJson<AppJson>(file)
    if (!Array.isArray(app.pages) || app.pages.length === 0) {
      throw new CompileError({
        file,
        line: lineOf(readFileSync(file, 'utf8'), '"pages"'),
        message: 'pages is empty',
      })
    }
    this.tree.packages = new Packages(app)
    this.globals = this.using(app, file, 'app')
    const pages = [...app.pages, ...this.tree.packages.pages]
    for (const page of pages) {
      if (!this.add(page, true)) this.report(file, page, `page ${page} is missing`)
    }
    const themeFile = this.tree.find((app.themeLocation ?? 'theme.json').replace(/\.json$/, ''), ['.json'])
    return {
      app,
      appScript: this.tree.find('app', SCRIPTS),
      appWxss: this.tree.find('app', ['.wxss']),
      theme: themeFile ? readJson(themeFile) : {},
      units: this.order,
      pages,
    }
  }

  private add(path: string, isPage: boolean): boolean {
    if (this.units.has(path)) return true
    const jsonFile = this.tree.find(path, ['.json'])
    const wxml = this.tree.find(path, ['.wxml'])
    const script = this.tree.find(path, SCRIPTS)
    if (!jsonFile && !wxml) return false
    if (!wxml || !script) {
      const missing = wxml ? 'script (.ts or .js)' : 'template (.wxml)'
      this.diagnostics.push({ file: this.tree.real(path), message: `its ${missing} is missing` })
      return true
    }
    const json = jsonFile ? readJson<UnitJson>(jsonFile) : {}
    const unit: Unit = { path, isPage, json, script, wxml, wxss: this.tree.find(path, ['.wxss']) }
    this.units.set(path, unit)
    if (jsonFile) {
      json.usingComponents = { ...this.globals, ...this.using(json, jsonFile, path) }
      json.componentGenerics = this.generics(json.componentGenerics, jsonFile, path)
    } else {
      json.usingComponents = this.globals
    }
    // Loading on demand has no place here: everything is bundled.
    delete json.componentPlaceholder
    // A page's own styles are its page's, whatever constructor made it.
    if (isPage) delete json.component
    this.order.push(unit)
    return true
  }

  private using({ usingComponents, componentPlaceholder }: Using, file: string, from: string): PathMap {
    const resolved: PathMap = {}
    for (const [name, target] of Object.entries(usingComponents ?? {})) {
      const path = this.locate(from, target)
      // With something in its place meanwhile, it is loaded when it is needed.
      const obstacle = path && !componentPlaceholder?.[name] && this.tree.packages.obstacle(from, path)
      const problem = path ? obstacle : `there is nothing at ${target}`
      if (path) resolved[name] = `/${path}`
      if (problem) this.report(file, `"${name}"`, `component "${name}": ${problem}`)
    }
    return resolved
  }

  private generics(
    map: UnitJson['componentGenerics'],
    file: string,
    from: string,
  ): UnitJson['componentGenerics'] {
    if (!map) return undefined
    return Object.fromEntries(
      Object.entries(map).map(([name, generic]) => {
        if (generic === true || !generic.default) return [name, true] as const
        const path = this.locate(from, generic.default)
        if (!path) this.report(file, `"${name}"`, `generic "${name}": there is nothing at ${generic.default}`)
        return [name, path ? { default: `/${path}` } : true] as const
      }),
    )
  }

  /** WeChat looks beside the file, then from the root, then in npm packages; a folder stands for its index. */
  private locate(from: string, target: string): string | undefined {
    const first = (paths: readonly string[]): string | undefined =>
      paths.find((path) => this.add(path, false))
    const own = this.tree.resolve(from, target)
    const found = first([own, `${own}/index`])
    if (found || !/^[\w@]/.test(target)) return found
    return (
      first([target, `${target}/index`, ...this.tree.npmPaths(from, target)]) ?? first(this.installed(target))
    )
  }

  /** While the kit is developed nobody has built npm: then the installed package itself has to do. */
  private installed(target: string): string[] {
    const name = /^(?:@[^/]+\/)?[^/]+/.exec(target)?.[0] ?? ''
    const dir = join(this.tree.root, 'node_modules', name)
    if (!existsSync(join(dir, 'package.json'))) return []
    const { miniprogram } = readJson<{ miniprogram?: string }>(join(dir, 'package.json'))
    this.tree.mount(`miniprogram_npm/${name}`, join(dir, miniprogram ?? 'miniprogram_dist'))
    return [`miniprogram_npm/${target}`, `miniprogram_npm/${target}/index`]
  }

  private report(file: string, needle: string, message: string): void {
    this.diagnostics.push({ file, line: lineOf(readFileSync(file, 'utf8'), needle), message })
  }
}
