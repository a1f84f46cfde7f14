import { imageInfo } from './image-info'

const bytes = (...parts: (string | number[])[]): Buffer =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
  )

const jpegHeader = [0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2] // ends with a segment to be passed over
const frame = [0, 11, 8, 0x01, 0x02, 0x03, 0x04] // 258 high, 772 wide

test.each([
  ['png', bytes('\x89PNG\r\n\x1a\n', [0, 0, 0, 13], 'IHDR', [0, 0, 3, 4, 0, 0, 1, 2])],
  ['gif', bytes('GIF89a', [0x04, 0x03, 0x02, 0x01])],
  [
    'bmp',
    bytes('BM', new Array<number>(12).fill(0), [40, 0, 0, 0, 0x04, 0x03, 0, 0, 0xfe, 0xfe, 0xff, 0xff]),
  ],
  [
    'webp',
    bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8X', new Array<number>(8).fill(0), [0x03, 0x03, 0, 0x01, 0x01, 0]),
  ],
  ['webp', bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8 ', new Array<number>(10).fill(0), [0x04, 0x03, 0x02, 0x01])],
  ['webp', bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8L', [0, 0, 0, 0, 0x2f], [0x03, 0x43, 0x40, 0])],
  ['jpeg', bytes(jpegHeader, [0xff, 0xc0], frame)],
  ['jpeg', bytes(jpegHeader, [0xff, 0xff, 0xc2], frame)], // a fill byte, and progressive
])('the size of a %s is in its header', (format, header) => {
  expect(imageInfo(header)).toEqual({ format, width: 772, height: 258 })
})

test.each([
  ['nothing', ''],
  ['text', '<svg width="1" height="1"/>'],
  ['the beginning of a PNG', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0'],
  ['the beginning of a GIF', 'GIF89a'],
  ['a JPEG that is cut off', '\xff\xd8\xff\xe0\0\x10'],
  ['a JPEG without a frame', '\xff\xd8\xff\xd8'],
  ['a JPEG with an empty segment', '\xff\xd8\xff\xe0\0\0\0\0'],
])('%s is no picture', (_what, content) => {
  expect(imageInfo(bytes(content))).toBeUndefined()
})
