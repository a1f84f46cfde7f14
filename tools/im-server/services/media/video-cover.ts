import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { crc32, deflateSync } from 'node:zlib'

interface Size {
  width: number
  height: number
}

/** Of a video whose size is not found. */
const UNKNOWN_SIZE: Size = { width: 640, height: 360 }
const LONGEST_EDGE = 640
/** Boxes that are looked at in search of the index: a video has about ten, a hostile file millions. */
const MAX_BOXES = 1000
/** The index of an MP4 is not larger than this; in a larger one it is not looked for. */
const MAX_INDEX_BYTES = 8 * 1024 * 1024

/**
 * A stand-in for the cover of a video, as PNG: no frame is decoded here, so it shows a triangle, as "play" is
 * drawn. It has the proportions of the video if that is an MP4 or a QuickTime file.
 */
export function videoCover(path: string): Buffer {
  const { width, height } = videoSize(path) ?? UNKNOWN_SIZE
  const scale = Math.min(1, LONGEST_EDGE / Math.max(width, height))
  return drawPlay(Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)))
}

function drawPlay(width: number, height: number): Buffer {
  const half = Math.min(width, height) / 6
  const lines = Buffer.alloc((width + 1) * height) // each line begins with its filter: 0, none
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [right, down] = [x - width / 2 + half, Math.abs(y - height / 2)]
      const inside = right >= 0 && down <= half - right / 2
      lines[y * (width + 1) + 1 + x] = inside ? 0xe0 : 0x40
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.writeUInt8(8, 8) // 8 bits, grey
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(lines)),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

function pngChunk(type: string, data: Buffer): Buffer {
  const chunk = Buffer.alloc(12 + data.length)
  chunk.writeUInt32BE(data.length, 0)
  chunk.write(type, 4, 'latin1')
  data.copy(chunk, 8)
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 8 + data.length)), 8 + data.length)
  return chunk
}

function videoSize(path: string): Size | undefined {
  const index = readIndex(path)
  if (!index) return undefined
  for (const track of boxes(index, 'trak')) {
    for (const header of boxes(track, 'tkhd')) {
      // The two numbers at the end are of 16.16 bits; those of a sound track are 0.
      if (header.length < 84) continue
      const width = header.readUInt16BE(header.length - 8)
      const height = header.readUInt16BE(header.length - 4)
      if (width > 0 && height > 0) return { width, height }
    }
  }
  return undefined
}

/** The box `moov` of an MP4: it may stand before or behind the pictures. */
function readIndex(path: string): Buffer | undefined {
  const file = openSync(path, 'r')
  try {
    const end = fstatSync(file).size
    const header = Buffer.alloc(16)
    for (let at = 0, read = 0; at + 16 <= end && read < MAX_BOXES; read++) {
      readSync(file, header, 0, 16, at)
      const long = header.readUInt32BE(0) === 1
      const size = long ? Number(header.readBigUInt64BE(8)) : header.readUInt32BE(0)
      if (size < 8) return undefined
      if (header.toString('latin1', 4, 8) === 'moov') {
        if (size > MAX_INDEX_BYTES || at + size > end) return undefined
        const index = Buffer.alloc(size - 8)
        readSync(file, index, 0, index.length, at + 8)
        return index
      }
      at += size
    }
    return undefined
  } finally {
    closeSync(file)
  }
}

/** The contents of the boxes of a type that stand directly in another one. */
function* boxes(container: Buffer, type: string): Generator<Buffer> {
  for (let at = 0; at + 8 <= container.length;) {
    const size = container.readUInt32BE(at)
    if (size < 8 || at + size > container.length) return
    if (container.toString('latin1', at + 4, at + 8) === type) yield container.subarray(at + 8, at + size)
    at += size
  }
}
