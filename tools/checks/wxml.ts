import { Parser } from 'htmlparser2'
import { blank } from './source'

export interface WxmlAttribute {
  readonly name: string
  readonly value: string
  readonly offset: number
}

export interface WxmlElement {
  readonly tag: string
  readonly offset: number
  readonly attributes: WxmlAttribute[]
  readonly parent: WxmlElement | undefined
  /** Where the element ends; the text between is its content. */
  end: number
}

export interface Wxml {
  readonly elements: readonly WxmlElement[]
  readonly unclosed: readonly WxmlElement[]
}

/**
 * Characters that mean nothing to WXML but something to an XML parser: comparisons in `{{}}` and inline wxs code.
 * Both keep their length, so offsets hold.
 */
function withoutForeignSyntax(text: string): string {
  const calm = (match: string): string => match.replace(/[<>]/g, ' ')
  return text
    .replace(
      /(<wxs\b[^>]*[^/>]>)([\s\S]*?)(<\/wxs>)/g,
      (_whole, open: string, code: string, close: string) => {
        return open + code.replace(/[^\n]/g, ' ') + close
      },
    )
    .replace(/\{\{[\s\S]*?\}\}/g, calm)
}

export function parseWxml(text: string): Wxml {
  const elements: WxmlElement[] = []
  const unclosed: WxmlElement[] = []
  const open: WxmlElement[] = []
  let attributes: WxmlAttribute[] = []
  const prepared = withoutForeignSyntax(blank(text, /<!--[\s\S]*?-->/g))
  const parser: Parser = new Parser(
    {
      onopentagname() {
        attributes = []
      },
      onattribute(name, value) {
        attributes.push({ name, value, offset: parser.startIndex })
      },
      onopentag(tag) {
        const offset = prepared.lastIndexOf(`<${tag}`, parser.endIndex)
        const element = { tag, offset, attributes, parent: open.at(-1), end: text.length }
        elements.push(element)
        open.push(element)
      },
      onclosetag(_tag, implied) {
        const element = open.pop()
        if (!element) return
        element.end = parser.endIndex + 1
        const selfClosing = prepared.slice(0, parser.endIndex + 1).endsWith('/>')
        if (implied && !selfClosing) unclosed.push(element)
      },
    },
    { xmlMode: true, decodeEntities: false },
  )
  parser.end(prepared)
  return { elements, unclosed }
}

export function attributeOf(element: WxmlElement, name: string): WxmlAttribute | undefined {
  return element.attributes.find((attribute) => attribute.name === name)
}

export function isDynamic(value: string): boolean {
  return value.includes('{{')
}
