import { readFileSync } from 'node:fs'
import { TmplGroup } from 'glass-easel-template-compiler'
import { isBuiltinTag } from '../runtime/builtin-tags'
import type { Diagnostic } from './diagnostics'
import type { Unit } from './project'
import type { SourceTree } from './source-tree'
import { scanTags, type WxmlTag } from './wxml-scan'

interface TemplateProblem {
  isError: boolean
  message: string
  startLine: number
  startColumn: number
}

interface TemplateFile {
  path: string
  file: string
  /** Tags that its component may use. */
  known: ReadonlySet<string>
  /** Templates that it defines. */
  own: Set<string>
  imports: string[]
}

const STRUCTURE = new Set(['block', 'template', 'import', 'include', 'wxs', 'slot'])
/** The template compiler only warns about this; WeChat's refuses it. */
const REFUSED = new Set(['missing end tag'])

/** Hands what templates hear to the runtime (`wxs-events.ts`): functions of wxs are called otherwise than methods. */
const BRIDGE =
  'Q.A=function(f){return __wxs.change(f)};Q.B=function(f){return f};' +
  'Q.C=function(c,e,f,p){return __wxs.event(c,e,f,p)};'

/** All templates as one JavaScript expression, an object from virtual path to template function, and the texts it came from. */
export interface Templates {
  code: string
  source: string
}

/**
 * Compiles all templates. What is unchanged keeps its code: the template compiler orders its output differently each
 * time, and equal sources must give equal bundles.
 */
export function compileTemplates(
  tree: SourceTree,
  units: readonly Unit[],
  diagnostics: Diagnostic[],
  previous: Templates | undefined,
): Templates {
  const compiler = new TemplateCompiler(tree, diagnostics)
  for (const unit of units) compiler.addUnit(unit)
  return compiler.finish(previous)
}

class TemplateCompiler {
  private readonly group = new TmplGroup()
  private readonly names = new Map<string, TemplateFile>()
  private readonly uses: { file: string; path: string; name: string; line: number }[] = []
  private readonly scripts = new Set<string>()
  private readonly sources: string[] = []

  constructor(
    private readonly tree: SourceTree,
    private readonly diagnostics: Diagnostic[],
  ) {
    this.group.setExtraRuntimeScript(BRIDGE)
  }

  addUnit({ path, wxml, json }: Unit): void {
    const known = new Set([
      ...Object.keys(json.usingComponents ?? {}),
      ...Object.keys(json.componentGenerics ?? {}),
    ])
    this.addTemplate(path, wxml, known)
  }

  finish(previous: Templates | undefined): Templates {
    for (const { file, path, name, line } of this.uses) {
      if (!this.knows(path, name)) {
        this.diagnostics.push({ file, line, message: `there is no template "${name}"` })
      }
    }
    const source = this.sources.join('\0')
    const templates =
      previous?.source === source ? previous : { source, code: this.group.getTmplGenObjectGroups() }
    this.group.free()
    return templates
  }

  private knows(path: string, name: string): boolean {
    const entry = this.names.get(path)
    return (
      !!entry &&
      (entry.own.has(name) || entry.imports.some((target) => this.names.get(target)?.own.has(name)))
    )
  }

  /** Templates that are imported by several components are checked against the first of them only. */
  private addTemplate(path: string, file: string, known: ReadonlySet<string>): void {
    if (this.names.has(path)) return
    const text = readFileSync(file, 'utf8')
    const template: TemplateFile = { path, file, known, own: new Set(), imports: [] }
    this.names.set(path, template)
    this.sources.push(path, text)
    for (const problem of this.group.addTmpl(path, text) as TemplateProblem[]) {
      if (!problem.isError && !REFUSED.has(problem.message)) continue
      const { message, startLine, startColumn } = problem
      this.diagnostics.push({ file, line: startLine + 1, column: startColumn + 1, message })
    }
    for (const tag of scanTags(text)) this.addTag(tag, template)
  }

  private addTag(tag: WxmlTag, template: TemplateFile): void {
    const { path, file, known, own } = template
    if (tag.name === 'template') {
      const name = tag.attributes.get('name')
      const is = tag.attributes.get('is')
      if (name) own.add(name)
      if (is && !is.includes('{{')) this.uses.push({ file, path, name: is, line: tag.line })
    } else if (tag.name === 'import' || tag.name === 'include') {
      this.addImport(tag, template)
    } else if (tag.name === 'wxs') {
      const src = tag.attributes.get('src')
      if (src) this.addScript(file, tag, this.tree.resolve(path, src), path)
    } else if (
      !this.tree.unknownTags &&
      !STRUCTURE.has(tag.name) &&
      !isBuiltinTag(tag.name) &&
      !known.has(tag.name)
    ) {
      this.problem(file, tag, `<${tag.name}> is neither built in nor in usingComponents`)
    }
  }

  private addImport(tag: WxmlTag, { path, file, known, imports }: TemplateFile): void {
    const src = tag.attributes.get('src') ?? ''
    const target = this.tree.resolve(path, src.replace(/\.wxml$/, ''))
    const real = this.tree.find(target, ['.wxml'])
    imports.push(target)
    if (real) this.addTemplate(target, real, known)
    const problem = real ? this.tree.packages.obstacle(path, target) : `there is no file ${src}`
    if (problem) this.problem(file, tag, `<${tag.name}>: ${problem}`)
  }

  private addScript(file: string, tag: WxmlTag, target: string, from: string): void {
    const path = target.replace(/\.wxs$/, '')
    const obstacle = this.tree.packages.obstacle(from, path)
    if (obstacle) this.problem(file, tag, `<wxs>: ${obstacle}`)
    if (this.scripts.has(path)) return
    this.scripts.add(path)
    const real = this.tree.find(path, ['.wxs'])
    if (!real) return this.problem(file, tag, `<wxs>: there is no file ${tag.attributes.get('src') ?? ''}`)
    const text = readFileSync(real, 'utf8')
    this.sources.push(path, text)
    this.group.addScript(path, text.replace(/(require\(\s*['"][^'"]+?)\.wxs(['"]\s*\))/g, '$1$2'))
    for (const [, required = ''] of text.matchAll(/require\(\s*['"]([^'"]+)['"]\s*\)/g)) {
      this.addScript(
        real,
        { ...tag, line: 1, attributes: new Map([['src', required]]) },
        this.tree.resolve(path, required),
        path,
      )
    }
  }

  private problem(file: string, { line, column }: WxmlTag, message: string): void {
    this.diagnostics.push({ file, line, column, message })
  }
}
