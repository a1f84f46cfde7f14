import ts from 'typescript'
import { parseScript } from './methods'
import { findingAt, hasExtension, isKitView, isTest, type Finding, type Source } from './source'

const CHECK = 'platform-wx'
/** What view code may take from `wx` itself: things that only make sense inside the view. */
const VIEW_MEMBERS: ReadonlySet<string> = new Set([
  'nextTick',
  'createSelectorQuery',
  'createIntersectionObserver',
  'createMediaQueryObserver',
])
const PURE_FOLDERS = /^(core|utils|locales)\//

/** Services of the platform go through `platform/`, and the core knows no platform at all. */
export function platformWx(sources: readonly Source[]): Finding[] {
  return sources
    .filter((source) => hasExtension(source, 'ts') && !isTest(source))
    .flatMap((source) => {
      if (PURE_FOLDERS.test(source.path)) return uses(source, new Set(), 'wx is not for this layer')
      if (isKitView(source)) return uses(source, VIEW_MEMBERS, 'services go through platform/')
      return []
    })
}

function uses(source: Source, allowed: ReadonlySet<string>, why: string): Finding[] {
  const findings: Finding[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node)) return
    if (ts.isIdentifier(node) && node.text === 'wx' && isGlobal(node)) {
      const member = memberOf(node)
      if (!member || !allowed.has(member)) {
        findings.push(findingAt(source, node.getStart(), `wx${member ? `.${member}` : ''}: ${why}`, CHECK))
      }
    }
    ts.forEachChild(node, visit)
  }
  visit(parseScript(source))
  return findings
}

/** Not the name of a member, and not the key of an object. */
function isGlobal(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node
  if (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent)) return parent.name !== node
  return true
}

function memberOf(node: ts.Identifier): string | undefined {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent)) return parent.name.text
  if (ts.isElementAccessExpression(parent) && ts.isStringLiteral(parent.argumentExpression)) {
    return parent.argumentExpression.text
  }
  return undefined
}
