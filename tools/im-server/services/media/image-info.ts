import { closeSync, openSync, readSync } from 'node:fs'

/** Of a picture, in pixels as stored (a rotation noted in it is not applied). */
export interface ImageInfo {
  readonly format: 'png' | 'jpeg' | 'gif' | 'webp' | 'bmp'
  readonly width: number
  readonly height: number
}

/** How much of a file is looked at: a JPEG may begin with previews and colour profiles. */
const HEADER_BYTES = 256 * 1024

/** What Node throws at a read behind the end: the file ends in the middle of its header. */
const ENDS_EARLY = new Set<unknown>(['ERR_OUT_OF_RANGE', 'ERR_BUFFER_OUT_OF_BOUNDS'])

/** What is read from the beginning of a file. No pixel is decoded; `undefined`: not a picture, or a broken one. */
export function imageInfo(header: Buffer): ImageInfo | undefined {
  try {
    return png(header) ?? gif(header) ?? bmp(header) ?? webp(header) ?? jpeg(header)
  } catch (error) {
    if (ENDS_EARLY.has((error as { code?: unknown }).code)) return undefined
    throw error
  }
}

export function imageInfoOf(path: string): ImageInfo | undefined {
  return imageInfo(readStart(path, HEADER_BYTES))
}

function readStart(path: string, length: number): Buffer {
  const file = openSync(path, 'r')
  try {
    const buffer = Buffer.alloc(length)
    return buffer.subarray(0, readSync(file, buffer, 0, length, 0))
  } finally {
    closeSync(file)
  }
}

const startsWith = (header: Buffer, mark: string, at = 0): boolean =>
  header.toString('latin1', at, at + mark.length) === mark

function png(header: Buffer): ImageInfo | undefined {
  if (!startsWith(header, '\x89PNG\r\n\x1a\n') || !startsWith(header, 'IHDR', 12)) return undefined
  return { format: 'png', width: header.readUInt32BE(16), height: header.readUInt32BE(20) }
}

function gif(header: Buffer): ImageInfo | undefined {
  if (!startsWith(header, 'GIF8')) return undefined
  return { format: 'gif', width: header.readUInt16LE(6), height: header.readUInt16LE(8) }
}

function bmp(header: Buffer): ImageInfo | undefined {
  if (!startsWith(header, 'BM')) return undefined
  const old = header.readUInt32LE(14) === 12
  if (old) return { format: 'bmp', width: header.readUInt16LE(18), height: header.readUInt16LE(20) }
  // A negative height: the lines are stored from the top.
  return { format: 'bmp', width: header.readInt32LE(18), height: Math.abs(header.readInt32LE(22)) }
}

function webp(header: Buffer): ImageInfo | undefined {
  if (!startsWith(header, 'RIFF') || !startsWith(header, 'WEBP', 8)) return undefined
  const size = (width: number, height: number): ImageInfo => ({ format: 'webp', width, height })
  if (startsWith(header, 'VP8X', 12)) return size(header.readUIntLE(24, 3) + 1, header.readUIntLE(27, 3) + 1)
  if (startsWith(header, 'VP8L', 12)) {
    const bits = header.readUInt32LE(21)
    return size((bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1)
  }
  return size(header.readUInt16LE(26) & 0x3fff, header.readUInt16LE(28) & 0x3fff)
}

function jpeg(header: Buffer): ImageInfo | undefined {
  if (!startsWith(header, '\xff\xd8\xff')) return undefined
  for (let at = 2; ;) {
    if (header.readUInt8(at) !== 0xff) return undefined
    const marker = header.readUInt8(at + 1)
    // A frame header is one of C0…CF, of which three have another meaning.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { format: 'jpeg', width: header.readUInt16BE(at + 7), height: header.readUInt16BE(at + 5) }
    }
    at += marker === 0xff ? 1 : 2 + header.readUInt16BE(at + 2)
  }
}
