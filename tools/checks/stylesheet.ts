import postcss, { type Declaration, type Node, type Root } from 'postcss'
import type { Source } from './source'

/** A stylesheet that cannot be read is the compiler's finding; the other checks then see an empty one. */
export function parseStylesheet(source: Source): Root {
  try {
    return postcss.parse(source.text)
  } catch (error) {
    if (error instanceof postcss.CssSyntaxError) return postcss.root()
    throw error
  }
}

export function declarationsOf(source: Source): Declaration[] {
  const declarations: Declaration[] = []
  parseStylesheet(source).walkDecls((declaration) => {
    declarations.push(declaration)
  })
  return declarations
}

export function offsetOf(node: Node): number {
  return node.source?.start?.offset ?? 0
}
