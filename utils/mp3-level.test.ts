import { createLevelMeter, mp3Gains } from './mp3-level'

interface FrameFields {
  /** Of the header: 3 is MPEG 1, 2 is MPEG 2, 0 is MPEG 2.5. */
  version?: 0 | 2 | 3
  mono?: boolean
  checked?: boolean
  gain: number
  /** Nothing is in it: silence. */
  empty?: boolean
}

/** By the number of the version: its bytes at 48 kbit/s, the number of that rate, and the bits before the granule. */
const VERSIONS = {
  0: { length: 432, bitrate: 6, mono: 9, stereo: 10 },
  2: { length: 216, bitrate: 6, mono: 9, stereo: 10 },
  3: { length: 216, bitrate: 3, mono: 18, stereo: 20 },
}

/** A frame with as much in it as tells its gain. */
function frame({ version = 2, mono = true, checked = false, gain, empty = false }: FrameFields): number[] {
  const kind = VERSIONS[version]
  const header = [0xff, 0xe2 | (version << 3) | Number(!checked), (kind.bitrate << 4) | 8, mono ? 0xc0 : 0x40]
  const size = Number(!empty).toString(2).padStart(12, '0')
  const side = `${'0'.repeat(mono ? kind.mono : kind.stereo)}${size}${'0'.repeat(9)}${gain.toString(2).padStart(8, '0')}`
  const bytes = side.padEnd(136, '0').match(/.{8}/g) ?? []
  const content = [...header, ...(checked ? [0, 0] : []), ...bytes.map((byte) => parseInt(byte, 2))]
  return [...content, ...Array.from({ length: kind.length - content.length }, () => 0)]
}

const gains = (...frames: FrameFields[]): number[] => mp3Gains(Uint8Array.from(frames.flatMap(frame)))

test.each<[string, Omit<FrameFields, 'gain'>]>([
  ['MPEG 2, as recorded at 16 kHz', {}],
  ['MPEG 1', { version: 3 }],
  ['MPEG 2.5', { version: 0 }],
  ['two channels', { mono: false }],
  ['two channels of MPEG 1', { version: 3, mono: false }],
  ['with a checksum', { checked: true }],
])('the gain of each frame is read: %s', (_name, kind) => {
  expect(gains({ ...kind, gain: 150 }, { ...kind, gain: 255 }, { ...kind, gain: 1 })).toEqual([150, 255, 1])
})

test('a frame with nothing in it is silence, whatever gain it names', () => {
  expect(gains({ gain: 210, empty: true })).toEqual([0])
})

test('a part that begins in the middle of a frame goes on with the next one', () => {
  const cut = [...frame({ gain: 170 }).slice(60), ...frame({ gain: 180 }), ...frame({ gain: 190 })]
  expect(mp3Gains(Uint8Array.from(cut))).toEqual([180, 190])
})

test('what is no MP3 has no gains', () => {
  expect(mp3Gains(new Uint8Array())).toEqual([])
  expect(mp3Gains(new Uint8Array(1000).fill(0xff))).toEqual([])
  expect(mp3Gains(Uint8Array.from({ length: 1000 }, (_, at) => at % 200))).toEqual([])
})

test('the meter shows what is between the quietest and the loudest so far', () => {
  const meter = createLevelMeter()
  const level = (gain: number): number | undefined => meter(Uint8Array.from(frame({ gain })))[0]
  expect(level(140)).toBe(0)
  // A little more than the quiet of the room is not much.
  expect(level(146)).toBe(0.25)
  expect(level(188)).toBe(1)
  expect(level(164)).toBe(0.5)
  expect(meter(Uint8Array.from(frame({ gain: 200, empty: true })))).toEqual([0])
})
