import ts from 'typescript'
import { literalsOf, type Literal } from './literals'
import { blank, findingAt, hasExtension, isKitView, isTest, type Finding, type Source } from './source'
import { declarationsOf, offsetOf } from './stylesheet'
import { TOKENS_FILE } from './tokens'

const CHECK = 'colors'
const HEX = '#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})(?![0-9a-z_-])'
const COLOR = new RegExp(`(?<![&\\w])${HEX}|\\b(?:rgb|hsl)a?\\(`, 'i')
const NAMED =
  /(?<![\w-])(?:black|white|gr[ae]y|red|green|blue|yellow|orange|pink|purple|silver|gold|brown|cyan|magenta|lime|navy|teal)(?![\w-])/i
/** Properties whose words can be colours; elsewhere `red` may be a name. */
const COLORED = /color|background|border|shadow|outline|fill|stroke/

/** Colours are tokens, so that a host can set them and the dark theme has them all. */
export function colors(sources: readonly Source[]): Finding[] {
  return sources
    .filter((source) => isKitView(source) && !isTest(source) && source.path !== TOKENS_FILE)
    .flatMap((source) => {
      if (hasExtension(source, 'wxss')) return inStylesheet(source)
      if (hasExtension(source, 'wxml')) return inMarkup(source)
      return hasExtension(source, 'ts', 'wxs') ? inScript(source) : []
    })
}

function inStylesheet(source: Source): Finding[] {
  return declarationsOf(source).flatMap((declaration) => {
    // Pictures drawn as masks hold a colour that nobody sees.
    const value = declaration.value.replace(/url\((?:"[^"]*"|'[^']*'|[^)]*)\)/g, '')
    const named = COLORED.test(declaration.prop) ? NAMED.exec(value)?.[0] : undefined
    const found = COLOR.exec(value)?.[0] ?? named
    return found ? [findingAt(source, offsetOf(declaration), message(found), CHECK)] : []
  })
}

function inMarkup(source: Source): Finding[] {
  const text = blank(source.text, /<!--[\s\S]*?-->/g)
  return [...text.matchAll(new RegExp(COLOR, 'gi'))].map((match) => {
    return findingAt(source, match.index, message(match[0]), CHECK)
  })
}

function inScript(source: Source): Finding[] {
  return literalsOf(source).flatMap((literal) => {
    const found = isSelector(literal) ? undefined : COLOR.exec(literal.text)?.[0]
    return found ? [findingAt(source, literal.offset, message(found), CHECK)] : []
  })
}

/** `selectComponent('#add')` looks like a colour and is an id. */
function isSelector({ node }: Literal): boolean {
  const { parent } = node
  return ts.isCallExpression(parent) && /select|relativeTo|observe/i.test(parent.expression.getText())
}

function message(found: string): string {
  return `colour outside ${TOKENS_FILE}: ${found}`
}
