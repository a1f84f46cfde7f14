import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { createReadStream } from 'node:fs'
import { extname } from 'node:path'
import { pipeline } from 'node:stream'
import type { StoredFile } from '../media-store'
import { imageInfoOf } from '../services/media/image-info'
import { videoCover } from '../services/media/video-cover'
import { CORS } from './cors'

/** What a browser may show by itself. Nothing that can carry a program: no HTML, no SVG, no XML. */
const SHOWN: Record<string, string> = {
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.bmp': 'image/bmp',
  '.mp4': 'video/mp4',
  '.mov': 'video/quicktime',
  '.mp3': 'audio/mpeg',
  '.m4a': 'audio/mp4',
  '.aac': 'audio/aac',
  '.wav': 'audio/wav',
  '.amr': 'audio/amr',
}

interface Range {
  first: number
  last: number
}

/**
 * Answers a download. The queries of Tencent's object storage are understood as far as they can be served: smaller
 * versions of pictures are the picture itself, and the cover of a video is a stand-in.
 */
export function sendFile(file: StoredFile, name: string, { incoming, outgoing }: HttpBindings): Response {
  if ((incoming.url ?? '').includes('ci-process=snapshot')) {
    const cover = videoCover(file.path)
    return new Response(new Uint8Array(cover), {
      headers: headersFor('image/png', 'cover.png', cover.length),
    })
  }
  const range = readRange(incoming.headers.range, file.size)
  if (range === 'unsatisfiable') {
    return new Response(null, { status: 416, headers: { ...CORS, 'Content-Range': `bytes */${file.size}` } })
  }
  const { first, last } = range ?? { first: 0, last: file.size - 1 }
  const status = range ? 206 : 200
  const headers = {
    ...headersFor(typeOf(file, name), name, last - first + 1),
    'Accept-Ranges': 'bytes',
    ...(range ? { 'Content-Range': `bytes ${first}-${last}/${file.size}` } : {}),
  }
  if (incoming.method === 'HEAD') return new Response(null, { status, headers })
  // By hand: a client that goes away during a download is nothing to report.
  const response = outgoing
  response.writeHead(status, headers)
  pipeline(createReadStream(file.path, { start: first, end: last }), response, () => undefined)
  return RESPONSE_ALREADY_SENT
}

/** The name decides; a picture is known by its bytes too, since the SDK also sends some that are named `.image`. */
function typeOf(file: StoredFile, name: string): string {
  const byName = SHOWN[extname(name).toLowerCase()]
  if (byName) return byName
  const info = imageInfoOf(file.path)
  return info ? `image/${info.format}` : 'application/octet-stream'
}

function headersFor(type: string, name: string, length: number): Record<string, string> {
  const shown = Object.values(SHOWN).includes(type)
  return {
    'Content-Type': type,
    'Content-Length': String(length),
    'Content-Disposition': `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeName(name)}`,
    // Whatever a user has uploaded: it is data here, never a page of this server.
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': 'sandbox',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    ...CORS,
    'Cache-Control': 'private, max-age=86400',
  }
}

/** RFC 8187: less is allowed there than `encodeURIComponent` leaves as it is. */
function encodeName(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16)}`)
}

/** One range; several at once, and what is no range, are answered with the whole file, as HTTP allows. */
function readRange(header: string | undefined, size: number): Range | 'unsatisfiable' | undefined {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? []
  if (from === '' && to === '') return undefined
  if (from === '') return suffix(Number(to), size)
  const first = Number(from)
  const last = Math.min(to === '' ? size - 1 : Number(to), size - 1)
  if (to !== '' && Number(to) < first) return undefined
  return first < size ? { first, last } : 'unsatisfiable'
}

function suffix(length: number, size: number): Range | 'unsatisfiable' {
  return length === 0 ? 'unsatisfiable' : { first: Math.max(0, size - length), last: size - 1 }
}
