import ts from 'typescript'
import type { Source } from './source'
import { parseScript } from './methods'

export interface Literal {
  /** The text it stands for, escapes resolved. */
  readonly text: string
  readonly offset: number
  readonly node: ts.Node
}

/** Texts in a script: strings, the fixed parts of templates, and regular expressions. Comments are none. */
export function literalsOf(source: Source): Literal[] {
  const literals: Literal[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isLiteralTypeNode(node)) return
    if (isText(node)) literals.push({ text: node.text, offset: node.getStart(), node })
    ts.forEachChild(node, visit)
  }
  visit(parseScript(source))
  return literals
}

function isText(node: ts.Node): node is ts.LiteralLikeNode {
  return (
    ts.isStringLiteralLike(node) ||
    ts.isTemplateHead(node) ||
    ts.isTemplateMiddleOrTemplateTail(node) ||
    ts.isRegularExpressionLiteral(node)
  )
}
