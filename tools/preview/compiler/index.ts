import { AppBundler } from './bundle'
import { CompileError, type Diagnostic } from './diagnostics'
import { readProgram, type Program, type Unit } from './project'
import type { SourceTree } from './source-tree'
import { compileTemplates, type Templates } from './wxml'
import { compileWxss, styleScope } from './wxss'

export { formatDiagnostic, type Diagnostic } from './diagnostics'
export { SourceTree } from './source-tree'

/** The mini program, ready for the browser. */
export interface CompiledApp {
  code: string
  map: string
  css: string
}

export type CompileResult = { ok: true; app: CompiledApp } | { ok: false; diagnostics: Diagnostic[] }

/** Compiles one mini program directory, again and again. */
export class Compiler {
  private readonly bundler: AppBundler
  private templates: Templates | undefined

  constructor(private readonly tree: SourceTree) {
    this.bundler = new AppBundler(tree)
  }

  async compile(): Promise<CompileResult> {
    const diagnostics: Diagnostic[] = []
    try {
      const program = readProgram(this.tree, diagnostics)
      const css = this.styles(program, diagnostics)
      this.templates = compileTemplates(this.tree, program.units, diagnostics, this.templates)
      const { code, map } = await this.bundler.build({
        definition: definition(program, this.templates.code),
        appScript: program.appScript,
        scripts: program.units.map(({ path, script }) => ({ path, file: script })),
      })
      if (diagnostics.length === 0) return { ok: true, app: { code, map, css } }
    } catch (error) {
      if (!(error instanceof CompileError)) throw error
      diagnostics.push(error.diagnostic)
    }
    return { ok: false, diagnostics }
  }

  close(): Promise<void> {
    return this.bundler.close()
  }

  private styles({ appWxss, units }: Program, diagnostics: Diagnostic[]): string {
    const sheets: string[] = []
    const add = (file: string | undefined, target: Parameters<typeof compileWxss>[2]): void => {
      if (!file) return
      try {
        sheets.push(`/* ${this.tree.virtual(file) ?? file} */\n${compileWxss(this.tree, file, target)}`)
      } catch (error) {
        if (!(error instanceof CompileError)) throw error
        diagnostics.push(error.diagnostic)
      }
    }
    add(appWxss, {})
    for (const unit of units) add(unit.wxss, unit.isPage ? { page: unit.path } : { scope: styleScope(unit) })
    return sheets.join('\n')
  }
}

function definition({ app, theme, units, pages }: Program, templates: string): string {
  const describe = (unit: Unit) => ({
    path: unit.path,
    isPage: unit.isPage,
    json: unit.json,
    scope: styleScope(unit),
  })
  const config = { app, theme, pages, units: units.map(describe) }
  return `__miniProgram.define(${JSON.stringify(config)}, ${templates})`
}
