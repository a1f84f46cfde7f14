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
  'file-archive': 'file-archive',
  'file-audio': 'file-music',
  'file-image': 'file-image',
  'file-sheet': 'file-spreadsheet',
  'file-video': 'file-play',
  place: 'map-pin',
  image: 'image',
  video: 'video',
  // Turned by a quarter: sound that goes out.
  'voice-0': 'wifi-zero',
  'voice-1': 'wifi-low',
  'voice-2': 'wifi-high',
  microphone: 'mic',
  voice: 'audio-lines',
  plus: 'circle-plus',
  camera: 'camera',
  star: 'star',
  search: 'search',
  close: 'x',
  check: 'check',
  translate: 'languages',
  words: 'captions',
  link: 'link',
  phone: 'phone',
  more: 'ellipsis',
  minus: 'circle-minus',
  announcement: 'megaphone',
  quote: 'quote',
  forward: 'forward',
  merge: 'combine',
  edit: 'square-pen',
  download: 'download',
  pin: 'pin',
  folder: 'folder',
  sending: 'arrow-up-right',
  unpin: 'pin-off',
  readers: 'users',
  'select-text': 'text-select',
  select: 'list-checks',
  earpiece: 'ear',
  speaker: 'volume-2',
  'more-emoji': 'smile-plus',
  next: 'chevron-right',
  contacts: 'book-user',
  person: 'user',
  'add-person': 'user-plus',
  people: 'users',
  tag: 'tag',
  ban: 'ban',
  join: 'log-in',
  'phone-off': 'phone-off',
  film: 'clapperboard',
  'microphone-off': 'mic-off',
  'camera-off': 'video-off',
  flip: 'switch-camera',
  minimise: 'minimize-2',
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
