import { el } from '../dom'
import { resolveSource } from '../files'
import { defineBuiltin } from './define'

const VIDEO_EVENTS: Record<string, (video: HTMLVideoElement) => object> = {
  play: () => ({}),
  pause: () => ({}),
  ended: () => ({}),
  waiting: () => ({}),
  timeupdate: ({ currentTime, duration }) => ({ currentTime, duration }),
  loadedmetadata: ({ videoWidth, videoHeight, duration }) => ({
    width: videoWidth,
    height: videoHeight,
    duration,
  }),
  error: ({ error }) => ({ errMsg: error?.message ?? '' }),
}

function defineVideo(): void {
  const properties = {
    src: '',
    poster: '',
    controls: true,
    autoplay: false,
    loop: false,
    muted: false,
    objectFit: 'contain',
    initialTime: 0,
    showFullscreenBtn: true,
    showPlayBtn: true,
    showCenterPlayBtn: true,
    showMuteBtn: false,
    enableProgressGesture: true,
    title: '',
  }
  defineBuiltin('video', properties, (host) => {
    const video = el('video', { playsinline: true })
    const slot = el('div', { class: 'wx-video-slot' })
    host.element.append(video, slot)
    for (const [name, detail] of Object.entries(VIDEO_EVENTS))
      video.addEventListener(name, () => host.emit(name, detail(video)))
    video.addEventListener('fullscreenchange', () =>
      host.emit('fullscreenchange', { fullScreen: document.fullscreenElement === video }),
    )
    return {
      slot,
      update(changed) {
        const { src, poster, controls, autoplay, loop, muted, objectFit } = host.props as Record<
          string,
          string & boolean
        >
        Object.assign(video, { controls, autoplay, loop, muted })
        video.style.objectFit = objectFit ?? 'contain'
        if (changed('poster')) video.poster = poster ? resolveSource(poster, host.component) : ''
        if (changed('src') && src) video.src = resolveSource(src, host.component)
      },
      detached: () => video.pause(),
    }
  })
}

interface RichNode {
  type?: string
  name?: string
  text?: string
  attrs?: Record<string, string>
  children?: RichNode[]
}

const RICH_TAGS = new Set(
  'a b br code div em h1 h2 h3 h4 h5 h6 hr i img li ol p s small span strong sub sup table tbody td th thead tr u ul'.split(
    ' ',
  ),
)

function richNode({ type, name = 'span', text = '', attrs = {}, children = [] }: RichNode): Node {
  if (type === 'text') return document.createTextNode(text)
  const element = document.createElement(RICH_TAGS.has(name) ? name : 'span')
  for (const attribute of ['class', 'style', 'src', 'width', 'height', 'alt']) {
    const value = attrs[attribute]
    if (value !== undefined) element.setAttribute(attribute, value)
  }
  element.append(...children.map(richNode))
  return element
}

/** The nodes of an HTML text, limited to the tags and attributes that rich-text takes. */
function parseRich(html: string): RichNode[] {
  const read = (node: Node): RichNode[] => {
    if (node.nodeType === Node.TEXT_NODE) return [{ type: 'text', text: node.textContent ?? '' }]
    if (!(node instanceof Element)) return []
    const attrs = Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value]))
    return [{ name: node.localName, attrs, children: [...node.childNodes].flatMap(read) }]
  }
  return [...new DOMParser().parseFromString(html, 'text/html').body.childNodes].flatMap(read)
}

const ICONS: Record<string, [path: string, color: string]> = {
  success: ['M4 12.5 9.5 18 20 6.5', '#09bb07'],
  success_no_circle: ['M4 12.5 9.5 18 20 6.5', '#09bb07'],
  info: ['M12 10v7M12 6.500v.5', '#10aeff'],
  warn: ['M12 6v8M12 17v.5', '#f76260'],
  waiting: ['M12 6v6l4 3', '#10aeff'],
  cancel: ['M7 7l10 10M17 7 7 17', '#f43530'],
  clear: ['M7 7l10 10M17 7 7 17', '#b2b2b2'],
  download: ['M12 5v10M7 11l5 5 5-5', '#09bb07'],
  search: ['M10.5 17a6.5 6.5 0 1 1 0-13 6.5 6.5 0 0 1 0 13zM15.5 15.5 20 20', '#b2b2b2'],
}

export function defineMedia(): void {
  defineVideo()
  defineBuiltin('rich-text', { nodes: null, space: '', userSelect: false }, (host) => ({
    update() {
      const { nodes } = host.props
      const list = typeof nodes === 'string' ? parseRich(nodes) : ((nodes as RichNode[] | null) ?? [])
      host.element.replaceChildren(...list.map(richNode))
    },
  }))
  defineBuiltin('icon', { type: '', size: 23, color: '' }, (host) => ({
    update() {
      const { type, size, color } = host.props as { type: string; size: number; color: string }
      const [path, own] = ICONS[type] ?? ['', '']
      host.element.innerHTML = `<svg viewBox="0 0 24 24" width="${Number(size)}" height="${Number(size)}" fill="none" stroke-width="2.2"><path d="${path}"/></svg>`
      host.element.style.setProperty('stroke', color || own)
    },
  }))
  const progress = {
    percent: 0,
    showInfo: false,
    strokeWidth: 6,
    color: '',
    activeColor: '#09bb07',
    backgroundColor: '#ebebeb',
    active: false,
    borderRadius: 0,
    duration: 30,
    activeMode: 'backwards',
    fontSize: 16,
  }
  defineBuiltin('progress', progress, (host) => {
    const bar = el('div')
    const track = el('div', { class: 'wx-progress-track' }, bar)
    const label = el('span')
    host.element.append(track, label)
    return {
      update() {
        const { percent, showInfo, strokeWidth, color, activeColor, backgroundColor, borderRadius } =
          host.props as Record<string, string | number>
        bar.style.cssText = `width:${Number(percent)}%;background:${String(color || activeColor)}`
        track.style.cssText = `height:${parseFloat(String(strokeWidth))}px;background:${String(backgroundColor)};border-radius:${parseFloat(String(borderRadius))}px`
        label.textContent = showInfo ? `${Number(percent)}%` : ''
      },
    }
  })
}
