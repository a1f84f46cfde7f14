import ts from 'typescript'
import type { Source } from './source'

export interface JsonEntry {
  readonly key: string
  readonly value: ts.Expression
  readonly offset: number
}

/** A JSON file with the places of its keys; `error` is set when it is not strict JSON. */
export interface JsonFile {
  readonly entries: readonly JsonEntry[]
  readonly error?: { message: string; offset: number }
}

export function readJson(source: Source): JsonFile {
  const file = ts.createSourceFile(source.path, source.text, ts.ScriptTarget.JSON, true, ts.ScriptKind.JSON)
  const [root] = file.statements
  const value = root && ts.isExpressionStatement(root) ? root.expression : undefined
  return { entries: entriesOf(value), ...strictError(source.text) }
}

/** The compiler's reader forgives comments and trailing commas, the platform does not always. */
function strictError(text: string): { error?: { message: string; offset: number } } {
  try {
    JSON.parse(text)
    return {}
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return { error: { message, offset: Number(/position (\d+)/.exec(message)?.[1] ?? 0) } }
  }
}

export function entriesOf(value: ts.Expression | undefined): JsonEntry[] {
  if (!value || !ts.isObjectLiteralExpression(value)) return []
  return value.properties.filter(ts.isPropertyAssignment).map((property) => ({
    key: ts.isStringLiteral(property.name) ? property.name.text : property.name.getText(),
    value: property.initializer,
    offset: property.name.getStart(),
  }))
}

export function entryOf(entries: readonly JsonEntry[], key: string): JsonEntry | undefined {
  return entries.find((entry) => entry.key === key)
}

export function childrenOf(json: JsonFile, key: string): JsonEntry[] {
  return entriesOf(entryOf(json.entries, key)?.value)
}

export function textOf(value: ts.Expression | undefined): string | undefined {
  return value && ts.isStringLiteralLike(value) ? value.text : undefined
}

export function textsOf(value: ts.Expression | undefined): string[] {
  if (!value || !ts.isArrayLiteralExpression(value)) return []
  return value.elements.flatMap((element) => textOf(element) ?? [])
}
