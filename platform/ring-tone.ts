export type Ring = 'incoming' | 'dialing'

const RATE = 8000
/** As many bytes as stand before the sound in a WAV file. */
const HEAD = 44

/** When each note begins, in seconds, and how high it is, in hertz. */
const NOTES: Readonly<
  Record<Ring, { seconds: number; notes: readonly (readonly [at: number, hertz: number])[] }>
> = {
  incoming: {
    seconds: 2.4,
    notes: [
      [0, 659],
      [0.18, 784],
      [0.36, 988],
      [0.72, 784],
      [0.9, 988],
      [1.08, 1175],
    ],
  },
  dialing: {
    seconds: 3,
    notes: [
      [0, 523],
      [0.5, 523],
    ],
  },
}

/** How fast a struck note fades, per second. */
const DECAY = 6
const LOUDNESS = 40
const MIDDLE = 128

function head(view: DataView, samples: number): void {
  const text = (at: number, word: string): void => {
    for (let i = 0; i < word.length; i++) view.setUint8(at + i, word.charCodeAt(i))
  }
  text(0, 'RIFF')
  view.setUint32(4, HEAD - 8 + samples, true)
  text(8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, 1, true) // PCM
  view.setUint16(22, 1, true) // one channel
  view.setUint32(24, RATE, true)
  view.setUint32(28, RATE, true)
  view.setUint16(32, 1, true)
  view.setUint16(34, 8, true) // bits
  text(36, 'data')
  view.setUint32(40, samples, true)
}

/**
 * The sound of a call, of a few struck notes, as a WAV file of 8 bits. It is made here and not shipped: nobody knows
 * in which folder of a mini program the kit lies, and sounds are only found by their full path.
 */
export function ringTone(ring: Ring): ArrayBuffer {
  const { seconds, notes } = NOTES[ring]
  const samples = Math.round(seconds * RATE)
  const view = new DataView(new ArrayBuffer(HEAD + samples))
  head(view, samples)
  for (let i = 0; i < samples; i++) {
    let value = MIDDLE
    for (const [at, hertz] of notes) {
      const since = i / RATE - at
      if (since < 0) continue
      const wave = Math.sin(2 * Math.PI * hertz * since) + 0.4 * Math.sin(4 * Math.PI * hertz * since)
      value += LOUDNESS * Math.exp(-DECAY * since) * wave
    }
    view.setUint8(HEAD + i, Math.max(0, Math.min(255, Math.round(value))))
  }
  return view.buffer
}
