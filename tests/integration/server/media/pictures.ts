import { crc32, deflateSync } from 'node:zlib'

/** A true PNG of that size; `weight` bytes of noise make it heavier. */
export function pngPicture(width: number, height: number, weight = 0): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const named = Buffer.concat([Buffer.from(type), data])
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    check.writeUInt32BE(crc32(named))
    return Buffer.concat([length, named, check])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.writeUInt8(8, 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc((width + 1) * height))),
    chunk('teSt', noise(weight)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Bytes of every value, different at each place. */
export function noise(length: number): Buffer {
  return Buffer.from(
    Uint32Array.from({ length: Math.ceil(length / 4) }, (_, i) => i * 2654435761).buffer,
  ).subarray(0, length)
}

/** As much of an MP4 as tells its size: an index behind the (missing) pictures. */
export function mp4Video(width: number, height: number, weight = 1000): Buffer {
  const box = (type: string, ...content: Buffer[]): Buffer => {
    const body = Buffer.concat(content)
    const head = Buffer.alloc(8)
    head.writeUInt32BE(8 + body.length)
    head.write(type, 4)
    return Buffer.concat([head, body])
  }
  const trackHeader = Buffer.alloc(84)
  trackHeader.writeUInt16BE(width, 76)
  trackHeader.writeUInt16BE(height, 80)
  return Buffer.concat([
    box('ftyp', Buffer.from('isom0000')),
    box('mdat', noise(weight)),
    box('moov', box('mvhd', Buffer.alloc(100)), box('trak', box('tkhd', trackHeader))),
  ])
}
