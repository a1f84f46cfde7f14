import type { Rule } from 'postcss'
import parser, { type Node } from 'postcss-selector-parser'
import { findingAt, hasExtension, isKitView, type Finding, type Source } from './source'
import { offsetOf, parseStylesheet } from './stylesheet'

const CHECK = 'wxss-lint'

/** Selectors that the platform warns about, or ignores, in the stylesheet of a component. */
export function wxssLint(sources: readonly Source[]): Finding[] {
  return sources
    .filter((source) => isKitView(source) && hasExtension(source, 'wxss'))
    .flatMap((source) => {
      const findings: Finding[] = []
      parseStylesheet(source).walkRules((rule) => {
        if (isKeyframe(rule)) return
        const said = new Set(problems(rule))
        said.forEach((message) => findings.push(findingAt(source, offsetOf(rule), message, CHECK)))
      })
      return findings
    })
}

function isKeyframe({ parent }: Rule): boolean {
  return parent?.type === 'atrule' && 'name' in parent && /keyframes$/.test(String(parent.name))
}

function problems(rule: Rule): string[] {
  const found: string[] = []
  parser((root) => {
    root.walk((node) => {
      const problem = problemOf(node)
      if (problem) found.push(problem)
    })
  }).processSync(rule.selector)
  return found
}

function problemOf(node: Node): string | undefined {
  switch (node.type) {
    case 'id':
      return `no ids in component styles: #${node.value}`
    case 'tag':
      return `no tag selectors in component styles: ${node.value}`
    case 'attribute':
      return `no attribute selectors in component styles: ${String(node).trim()}`
    case 'universal':
      return 'no universal selector in component styles: *'
    case 'pseudo':
      return node.value === ':has' ? ':has is not known to older phones' : undefined
    default:
      return undefined
  }
}
