import type { Declaration, Rule } from 'postcss'
import parser from 'postcss-selector-parser'
import { findingAt, hasExtension, isKitView, type Finding, type Source } from './source'
import { offsetOf, parseStylesheet } from './stylesheet'
import { attributeOf, parseWxml } from './wxml'

const CHECK = 'skyline'

/** As documented for Skyline; with the default layout switched to `block`, which the guide asks hosts to do. */
const PSEUDO_CLASSES = new Set([
  ':first-child',
  ':last-child',
  ':not',
  ':only-child',
  ':empty',
  ':nth-child',
  ':active',
])
const PSEUDO_ELEMENTS = new Set(['::before', '::after'])

/** Properties that take only these values; a declaration with another one is dropped without a word. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  display: ['none', 'flex', 'block', 'inline-flex'],
  position: ['relative', 'absolute', 'fixed'],
  overflow: ['hidden', 'visible'],
  'box-sizing': ['border-box', 'content-box'],
  'pointer-events': ['auto', 'none'],
  visibility: ['visible', 'hidden'],
  'align-items': ['stretch', 'center', 'flex-start', 'flex-end', 'baseline'],
  'text-align': ['left', 'center', 'right', 'justify', 'start', 'end'],
  'white-space': ['normal', 'nowrap'],
  'word-break': ['normal', 'break-all'],
  'flex-wrap': ['nowrap', 'wrap', 'wrap-reverse'],
  'font-style': ['normal', 'italic'],
}

/** Properties that take only lengths. */
const LENGTHS = /^(min|max)-(width|height)$/

/** Not known to Skyline. */
const UNKNOWN =
  /^(overflow-[xy]|float|clear|vertical-align|grid-.*|columns?|clip-path|aspect-ratio|inset|place-.*)$/

/**
 * What the Skyline renderer would silently drop from our styles and templates. A declaration that is only there for
 * WebView is marked by a comment `webview` right before it.
 */
export function skyline(sources: readonly Source[]): Finding[] {
  return sources.filter(isKitView).flatMap((source) => {
    if (hasExtension(source, 'wxss')) return stylesOf(source)
    return hasExtension(source, 'wxml') ? templateOf(source) : []
  })
}

function stylesOf(source: Source): Finding[] {
  const findings: Finding[] = []
  const root = parseStylesheet(source)
  root.walkRules((rule) => {
    for (const message of selectorProblems(rule)) {
      findings.push(findingAt(source, offsetOf(rule), message, CHECK))
    }
  })
  root.walkDecls((declaration) => {
    const message = isForWebView(declaration) ? undefined : declarationProblem(declaration)
    if (message) findings.push(findingAt(source, offsetOf(declaration), message, CHECK))
  })
  return findings
}

function isForWebView(declaration: Declaration): boolean {
  const before = declaration.prev()
  return before?.type === 'comment' && before.text.startsWith('webview')
}

function selectorProblems(rule: Rule): string[] {
  const found: string[] = []
  parser((root) => {
    root.walkPseudos(({ value }) => {
      const known = value.startsWith('::') ? PSEUDO_ELEMENTS : PSEUDO_CLASSES
      // `:host` is the component itself, on either renderer.
      if (value !== ':host' && !known.has(value)) found.push(`Skyline does not know ${value}`)
    })
  }).processSync(rule.selector)
  return found
}

function declarationProblem({ prop, value }: Declaration): string | undefined {
  if (prop.startsWith('--')) return undefined
  const values = VALUES[prop]
  if (UNKNOWN.test(prop)) return `Skyline does not know ${prop}`
  if (values && !values.includes(value)) return `Skyline does not know ${prop}: ${value}`
  if (LENGTHS.test(prop) && !/\d|var\(/.test(value))
    return `Skyline takes only lengths for ${prop}, not ${value}`
  if (/(?:^|[\s,(])-?[\d.]+em\b/.test(value)) return `Skyline does not know the unit em: ${prop}: ${value}`
  if (/\bcurrentcolor\b/i.test(value)) return `Skyline does not know currentColor: ${prop}`
  if (prop === 'font-size' && value.includes('%')) return `Skyline takes no percentage for ${prop}`
  if (/shadow$/.test(prop) && /,(?![^(]*\))/.test(value)) return `Skyline takes one shadow only: ${prop}`
  return undefined
}

function templateOf(source: Source): Finding[] {
  return parseWxml(source.text).elements.flatMap((element) => {
    const hidden = attributeOf(element, 'hidden')
    if (hidden)
      return [findingAt(source, hidden.offset, 'use wx:if: hidden does not hide under Skyline', CHECK)]
    if (element.tag === 'scroll-view' && !attributeOf(element, 'type')) {
      return [findingAt(source, element.offset, 'Skyline needs a type on scroll-view', CHECK)]
    }
    return []
  })
}
