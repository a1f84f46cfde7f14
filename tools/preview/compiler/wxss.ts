import { readFileSync } from 'node:fs'
import postcss, { type AtRule, type CssSyntaxError, type Root, type Rule } from 'postcss'
import selectorParser from 'postcss-selector-parser'
import { convertUnits } from '../runtime/css-units'
import { isBuiltinTag } from '../runtime/builtin-tags'
import { CompileError } from './diagnostics'
import type { Unit } from './project'
import type { SourceTree } from './source-tree'

/** How the selectors of one sheet are limited. */
export interface StyleTarget {
  /** Prefix of all class names: a component whose styles are its own. */
  scope?: string
  /** Route of the page that the sheet belongs to. */
  page?: string
}

/** The class name prefix of a component, or undefined when its styles are shared with the page. */
export function styleScope({ path, isPage, json }: Unit): string | undefined {
  if (isPage || json.styleIsolation === 'shared' || json.styleIsolation === 'page-shared') return undefined
  return path.replace(/\/index$/, '').replace(/[^\w]+/g, '-')
}

/** Turns one wxss file, with all that it imports, into CSS for the browser. */
export function compileWxss(tree: SourceTree, file: string, target: StyleTarget): string {
  const root = parse(tree, file, new Set())
  root.walkDecls((decl) => {
    for (const [, address = ''] of decl.value.matchAll(/url\(\s*['"]?([^'")]*)/g)) {
      if (/^(?:data:|https?:|#|$)/.test(address)) continue
      throw errorAt(decl, file, 'WeChat takes no local files in url(); use https: or data:')
    }
    decl.value = convertUnits(decl.value)
  })
  root.walkRules((rule) => rewriteRule(rule, target, file))
  root.walkAtRules('media', rewriteTheme)
  return root.toString()
}

function parse(tree: SourceTree, file: string, parents: ReadonlySet<string>): Root {
  const root = parseText(file)
  root.walkAtRules('import', (rule) => {
    const name = /^(?:url\()?\s*['"]?([^'")]+)['"]?\)?/.exec(rule.params)?.[1] ?? ''
    const from = tree.virtual(file)
    const path = from && tree.resolve(from, name.replace(/\.wxss$/, ''))
    const target = path && tree.find(path, ['.wxss'])
    if (!target) throw errorAt(rule, file, `@import: there is no file ${name}`)
    const obstacle = tree.packages.obstacle(from, path)
    if (obstacle) throw errorAt(rule, file, `@import: ${obstacle}`)
    if (parents.has(target)) throw errorAt(rule, file, `@import: ${name} imports itself`)
    rule.replaceWith(parse(tree, target, new Set([...parents, file])).nodes)
  })
  return root
}

function parseText(file: string): Root {
  try {
    return postcss.parse(readFileSync(file, 'utf8'), { from: file })
  } catch (error) {
    const { line, column, reason } = error as CssSyntaxError
    throw new CompileError({ file, line, column, message: reason })
  }
}

function errorAt(node: postcss.Node, file: string, message: string): CompileError {
  const { line, column } = node.source?.start ?? { line: 1, column: 1 }
  return new CompileError({ file: node.source?.input.file ?? file, line, column, message })
}

/** The theme is each phone's own, so the media query becomes a selector on the phone's root element. */
function rewriteTheme(rule: AtRule): void {
  const match = /\(\s*prefers-color-scheme\s*:\s*(dark|light)\s*\)/.exec(rule.params)
  if (!match) return
  const [condition, theme = 'light'] = match
  rule.walkRules((inner) => {
    if (!insideKeyframes(inner)) {
      inner.selectors = inner.selectors.map((selector) => `:where(html[data-theme="${theme}"]) ${selector}`)
    }
  })
  const rest = rule.params
    .replace(condition, '')
    .replace(/^\s*and\s+|\s+and\s*$/g, '')
    .trim()
  if (rest) rule.params = rest
  else rule.replaceWith(rule.nodes ?? [])
}

function insideKeyframes(rule: Rule): boolean {
  return rule.parent?.type === 'atrule' && /keyframes$/.test((rule.parent as AtRule).name)
}

function rewriteRule(rule: Rule, target: StyleTarget, file: string): void {
  if (insideKeyframes(rule)) return
  try {
    rule.selector = selectorParser((selectors) => rewriteSelectors(selectors, target)).processSync(
      rule.selector,
    )
  } catch (error) {
    throw errorAt(rule, file, (error as Error).message)
  }
}

function rewriteSelectors(selectors: selectorParser.Root, { scope, page }: StyleTarget): void {
  const within = page ? `:where([is="${page}"])` : ''
  for (const selector of selectors.nodes) {
    let namesPage = false
    selector.walk((node) => {
      if (node.type === 'class' && scope) node.value = `${scope}--${node.value}`
      else if (node.type === 'id') node.replaceWith(text(`[id$="--${node.value}"]`))
      else if (node.type === 'tag' && node.value === 'page') {
        node.replaceWith(text(`wx-page${within}`))
        namesPage = true
      } else if (node.type === 'tag' && isBuiltinTag(node.value)) node.value = `wx-${node.value}`
      else if (node.type === 'pseudo' && node.value === ':host') {
        node.replaceWith(text(scope ? `[wx-host="${scope}"]` : '[wx-host]'))
      }
    })
    if (page && !namesPage) selector.prepend(text(`:where(wx-page[is="${page}"]) `))
  }
}

const text = (value: string): selectorParser.String => selectorParser.string({ value })
