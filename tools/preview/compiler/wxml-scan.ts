/** An opening tag of a wxml file, with its place. Line and column count from 1. */
export interface WxmlTag {
  name: string
  attributes: Map<string, string>
  line: number
  column: number
}

const TAG = /<([A-Za-z][\w-]*)((?:\s+|"[^"]*"|'[^']*'|[^<>"'])*?)\/?>/y
const ATTRIBUTE = /([^\s=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/g

/** Lists the opening tags of a wxml text. Comments, scripts and expressions are skipped. */
export function scanTags(text: string): WxmlTag[] {
  const tags: WxmlTag[] = []
  let line = 1
  let lineStart = 0
  let counted = 0
  const skipTo = (end: string, from: number): number => {
    const index = text.indexOf(end, from)
    return index < 0 ? text.length : index + end.length
  }
  for (let at = 0; at < text.length;) {
    if (text.startsWith('<!--', at)) at = skipTo('-->', at)
    else if (text.startsWith('{{', at)) at = skipTo('}}', at)
    else {
      TAG.lastIndex = at
      const match = text[at] === '<' ? TAG.exec(text) : null
      if (!match) {
        at += 1
        continue
      }
      for (; counted < at; counted += 1) {
        if (text[counted] !== '\n') continue
        line += 1
        lineStart = counted + 1
      }
      const [source, name = '', attributes = ''] = match
      tags.push({ name, attributes: parseAttributes(attributes), line, column: at - lineStart + 1 })
      at = name === 'wxs' && !source.endsWith('/>') ? skipTo('</wxs>', at) : at + source.length
    }
  }
  return tags
}

function parseAttributes(text: string): Map<string, string> {
  return new Map(
    [...text.matchAll(ATTRIBUTE)].map(([, name = '', double, single]) => [name, double ?? single ?? '']),
  )
}
