/** Writes the icon atom's stylesheet from Lucide: only the icons named here, as masks, so that they take the text colour. */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Name in the kit → file in Lucide. */
const ICONS: Readonly<Record<string, string>> = {
  back: 'chevron-left',
  emoji: 'smile',
  keyboard: 'keyboard',
  copy: 'copy',
  undo: 'undo-2',
  trash: 'trash-2',
  muted: 'bell-off',
  alert: 'circle-alert',
  loading: 'loader-circle',
  offline: 'wifi-off',
  down: 'chevrons-down',
  up: 'chevrons-up',
  backspace: 'delete',
  chat: 'message-circle',
  play: 'play',
  file: 'file-text',
  place: 'map-pin',
  image: 'image',
  video: 'video',
}

const STROKE = '1.5'
const here = dirname(fileURLToPath(import.meta.url))
const target = join(here, '../../static/icons.wxss')
const lucide = dirname(createRequire(import.meta.url).resolve('lucide-static/package.json'))

function dataUri(file: string): string {
  const svg = readFileSync(join(lucide, 'icons', `${file}.svg`), 'utf8')
    .replace(/<!--.*?-->/gs, '')
    .replace(/\s*class="[^"]*"/, '')
    .replace(/stroke-width="[^"]*"/, `stroke-width="${STROKE}"`)
    .replace(/\s+/g, ' ')
    .replace(/> </g, '><')
    .replace(/"/g, "'")
    .trim()
  return `data:image/svg+xml,${svg.replace(/[<>#%{}|\\^`]/g, encodeURIComponent)}`
}

const rules = Object.entries(ICONS).map(
  ([name, file]) =>
    // A variable, because the masks of WebView and of Skyline have different names.
    `.icon-${name} {\n  --icon: url("${dataUri(file)}");\n}\n`,
)
writeFileSync(
  target,
  `/* Generated from Lucide (ISC) by \`npm run icons\`: do not edit. */\n${rules.join('')}`,
)
