// How loud an MP3 is, without decoding it: each frame tells by which power of two its values were scaled.

const SYNC = 0x7ff
const LAYER_3 = 1
const MONO = 3
const HEADER = 4
const CHECKSUM = 2

interface Version {
  /** kbit/s by their number. */
  bitrates: readonly number[]
  /** Hz by their number. */
  sampleRates: readonly number[]
  /** An eighth of the samples of a frame. */
  samples: number
  /** Bits before the first granule: a back pointer, private bits, and which scale factors are shared. */
  before: { mono: number; stereo: number }
}

const BITRATES = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]
const LOW = { bitrates: BITRATES, samples: 72, before: { mono: 9, stereo: 10 } }
/** By the number in the header; 1 is none. */
const VERSIONS: readonly (Version | undefined)[] = [
  { ...LOW, sampleRates: [11_025, 12_000, 8000] },
  undefined,
  { ...LOW, sampleRates: [22_050, 24_000, 16_000] },
  {
    bitrates: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
    sampleRates: [44_100, 48_000, 32_000],
    samples: 144,
    before: { mono: 18, stereo: 20 },
  },
]

interface Frame {
  /** Bytes, header included. */
  length: number
  /** Where the first granule is described, in bits: 12 of its size, 9, and 8 of its gain. */
  granule: number
}

function bits(bytes: Uint8Array, from: number, count: number): number {
  let value = 0
  for (let bit = from; bit < from + count; bit++)
    value = (value << 1) | (((bytes[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1)
  return value
}

/** The frame that begins at `at`; `undefined` when none does. */
function frameAt(bytes: Uint8Array, at: number): Frame | undefined {
  const field = (from: number, count: number): number => bits(bytes, at * 8 + from, count)
  const version = VERSIONS[field(11, 2)]
  if (field(0, 11) !== SYNC || !version || field(13, 2) !== LAYER_3) return undefined
  const bitrate = version.bitrates[field(16, 4)]
  const sampleRate = version.sampleRates[field(20, 2)]
  if (!bitrate || !sampleRate) return undefined
  const head = HEADER + (field(15, 1) ? 0 : CHECKSUM)
  const { mono, stereo } = version.before
  return {
    length: Math.floor((version.samples * bitrate * 1000) / sampleRate) + field(22, 1),
    granule: (at + head) * 8 + (field(24, 2) === MONO ? mono : stereo),
  }
}

/** The gain of each frame that begins in `bytes`, 0 to 255, a step being 1.5 dB; 0 for a frame with nothing in it. */
export function mp3Gains(bytes: Uint8Array): number[] {
  const gains: number[] = []
  for (let at = 0; at + HEADER < bytes.length;) {
    const frame = frameAt(bytes, at)
    if (!frame) {
      at++
      continue
    }
    if (frame.granule + 29 <= bytes.length * 8)
      gains.push(bits(bytes, frame.granule, 12) ? bits(bytes, frame.granule + 21, 8) : 0)
    at += frame.length
  }
  return gains
}

/** Steps between silence and a voice near the microphone, at least: a quiet room must not look like speech. */
const RANGE = 24

/**
 * A level meter. Encoders and microphones differ, so a level is told between the quietest and the loudest that was
 * heard so far. @returns levels 0 to 1 of the frames in `bytes`, oldest first
 */
export function createLevelMeter(): (bytes: Uint8Array) => number[] {
  let quietest = Infinity
  let loudest = 0
  return (bytes) =>
    mp3Gains(bytes).map((gain) => {
      if (!gain) return 0
      quietest = Math.min(quietest, gain)
      loudest = Math.max(loudest, gain)
      return (gain - quietest) / Math.max(RANGE, loudest - quietest)
    })
}
