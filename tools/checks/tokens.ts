import { posix } from 'node:path'
import type { Declaration } from 'postcss'
import { contrastRatio, MINIMUM_RATIO, parseHex, TEXT_PAIRS } from './contrast'
import { findingAt, hasExtension, isKitView, isTest, type Finding, type Source } from './source'
import { declarationsOf, offsetOf } from './stylesheet'

const CHECK = 'tokens'
export const TOKENS_FILE = 'components/base/tokens.wxss'
const PRIVATE = /^--_[a-z0-9-]+$/
const LIGHT = '.tui-root'
const DARK = '.tui-root.tui-dark'
const USE = /var\(\s*(--[\w-]+)/g
const IMPORT = /@import\s+["']([^"']+)["']/g
const SET = /(?<![\w-])(--[\w-]+)\s*:/g

type Theme = Map<string, { value: string; offset: number }>

/** Components use private tokens that exist; every private token resolves a public one and is used; text can be read. */
export function tokens(sources: readonly Source[]): Finding[] {
  const view = sources.filter((source) => isKitView(source) && !isTest(source))
  const file = view.find(({ path }) => path === TOKENS_FILE)
  const others = view.filter((source) => source !== file && hasExtension(source, 'wxss', 'wxml', 'ts', 'wxs'))
  if (!file) return others.flatMap((source) => unknownUses(source, sources, new Map()))
  const light = themeOf(file, LIGHT)
  const dark = new Map([...light, ...themeOf(file, DARK)])
  return [
    ...others.flatMap((source) => unknownUses(source, sources, light)),
    ...badDeclarations(file, light),
    ...unused(file, light, others),
    ...lowContrast(file, light, 'light'),
    ...lowContrast(file, dark, 'dark'),
  ]
}

function selectorOf({ parent }: Declaration): string | undefined {
  return parent && 'selector' in parent ? String(parent.selector) : undefined
}

function themeOf(file: Source, selector: string): Theme {
  const own = declarationsOf(file).filter(
    (declaration) => declaration.prop.startsWith('--') && selectorOf(declaration) === selector,
  )
  return new Map(
    own.map((declaration) => [declaration.prop, { value: declaration.value, offset: offsetOf(declaration) }]),
  )
}

function unknownUses(source: Source, all: readonly Source[], light: Theme): Finding[] {
  return [...source.text.matchAll(USE)].flatMap((match) => {
    const name = match[1] ?? ''
    const known = isFamily(source, match)
      ? [...light.keys()].some((token) => token.startsWith(name))
      : light.has(name)
    if (known || isLocal(name, source, all)) return []
    const why = name.startsWith('--tui-') ? 'is public: components use the private one' : 'is not declared'
    return [findingAt(source, match.index, `${name} ${why} in ${TOKENS_FILE}`, CHECK)]
  })
}

/** `var(--_avatar-{{n}})` names several tokens at once. */
function isFamily(source: Source, match: RegExpExecArray): boolean {
  return /^(?:\{\{|\$\{)/.test(source.text.slice(match.index + match[0].length))
}

/** A component may set a property for itself, for example a size from a wxml `style`. */
function isLocal(name: string, source: Source, all: readonly Source[]): boolean {
  const folder = source.path.slice(0, source.path.lastIndexOf('/') + 1)
  const imported = [...source.text.matchAll(IMPORT)].map(([, file = '']) => posix.join(folder, file))
  return all.some(({ path, text }) => {
    return (
      (path.startsWith(folder) || imported.includes(path)) &&
      [...text.matchAll(SET)].some((match) => match[1] === name)
    )
  })
}

function badDeclarations(file: Source, light: Theme): Finding[] {
  return declarationsOf(file).flatMap((declaration) => {
    const { prop, value } = declaration
    const report = (message: string): Finding[] => [findingAt(file, offsetOf(declaration), message, CHECK)]
    if (!PRIVATE.test(prop)) return report(`${prop} is no private token (--_name) and does not belong here`)
    const selector = selectorOf(declaration)
    if (selector !== LIGHT && selector !== DARK) return report(`${prop} must stand in ${LIGHT} or ${DARK}`)
    if (!light.has(prop)) return report(`${prop} has a dark value and no light one`)
    const publicName = prop.replace('--_', '--tui-')
    const used = /^var\(\s*(--tui-[\w-]+)/.exec(value)?.[1]
    if (used && used !== publicName)
      return report(`${prop} resolves ${used}; its public name is ${publicName}`)
    if (used && !value.includes(',')) return report(`${prop} has no fallback for a host that sets nothing`)
    return []
  })
}

function unused(file: Source, light: Theme, others: readonly Source[]): Finding[] {
  const used = new Set(
    [file, ...others].flatMap(({ text }) => [...text.matchAll(USE)].map((match) => match[1])),
  )
  const families = others.flatMap((source) => {
    return [...source.text.matchAll(USE)].flatMap((match) =>
      isFamily(source, match) ? (match[1] ?? []) : [],
    )
  })
  return [...light].flatMap(([name, { offset }]) => {
    const inFamily = families.some((prefix) => name.startsWith(prefix))
    return used.has(name) || inFamily ? [] : [findingAt(file, offset, `${name} is not used`, CHECK)]
  })
}

/** The value when the host sets nothing: follows fallbacks and other tokens. */
function resolved(name: string, theme: Theme, depth = 0): string | undefined {
  const value = theme.get(name)?.value
  const reference = value ? /^var\(\s*(--[\w-]+)\s*(?:,\s*([\s\S]*))?\)$/.exec(value) : undefined
  if (!reference) return value
  const [, other = '', fallback] = reference
  const own = depth < 8 && theme.has(other) ? resolved(other, theme, depth + 1) : undefined
  const inner = fallback ? /^var\(\s*(--[\w-]+)\s*\)$/.exec(fallback)?.[1] : undefined
  return own ?? (inner && depth < 8 ? resolved(inner, theme, depth + 1) : fallback)
}

function lowContrast(file: Source, theme: Theme, themeName: string): Finding[] {
  return TEXT_PAIRS.flatMap(({ text, on, optional }) => {
    if (optional && !theme.has(`--_${text}`)) return []
    return on.flatMap((ground) => {
      const [front, back] = [text, ground].map((name) => parseHex(resolved(`--_${name}`, theme) ?? ''))
      const offset = theme.get(`--_${text}`)?.offset ?? 0
      const pair = `${text} on ${ground}, ${themeName} theme`
      if (!front || !back) return [findingAt(file, offset, `no hex colours to compare: ${pair}`, CHECK)]
      const ratio = contrastRatio(front, back)
      if (ratio >= MINIMUM_RATIO) return []
      return [
        findingAt(file, offset, `contrast ${ratio.toFixed(2)} is under ${MINIMUM_RATIO}: ${pair}`, CHECK),
      ]
    })
  })
}
