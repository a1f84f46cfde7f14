import { device } from '../device'
import { keepFile, resolveSource } from '../files'
import { asyncApis } from './call'
import { isPermitted } from './permissions'

type Listener = (value?: unknown) => void

/** Listener lists behind WeChat's `onX`/`offX` pairs. */
class Listeners {
  private readonly lists = new Map<string, Set<Listener>>()

  methods(names: readonly string[]): Record<string, (listener?: Listener) => void> {
    return Object.fromEntries(
      names.flatMap((name) => [
        [`on${name}`, (listener?: Listener) => void (listener && this.list(name).add(listener))],
        [
          `off${name}`,
          (listener?: Listener) =>
            listener ? void this.list(name).delete(listener) : this.list(name).clear(),
        ],
      ]),
    )
  }

  tell(name: string, value?: unknown): void {
    for (const listener of [...this.list(name)]) listener(value)
  }

  private list(name: string): Set<Listener> {
    let list = this.lists.get(name)
    if (!list) this.lists.set(name, (list = new Set()))
    return list
  }
}

const AUDIO_EVENTS: Record<string, string> = {
  Canplay: 'canplay',
  Play: 'play',
  Pause: 'pause',
  Ended: 'ended',
  TimeUpdate: 'timeupdate',
  Waiting: 'waiting',
  Seeking: 'seeking',
  Seeked: 'seeked',
}

function createInnerAudioContext() {
  const audio = new Audio()
  const listeners = new Listeners()
  let source = ''
  for (const [name, event] of Object.entries(AUDIO_EVENTS))
    audio.addEventListener(event, () => listeners.tell(name))
  const fail = (errMsg: string): void => listeners.tell('Error', { errCode: 10001, errMsg })
  audio.addEventListener('error', () => source && fail(audio.error?.message ?? ''))
  const play = (): void =>
    void audio.play().catch((error: Error) => error.name !== 'AbortError' && fail(error.message))
  return {
    ...listeners.methods([...Object.keys(AUDIO_EVENTS), 'Stop', 'Error']),
    get src() {
      return source
    },
    set src(value: string) {
      source = value
      audio.src = resolveSource(value)
    },
    get duration() {
      return Number.isFinite(audio.duration) ? audio.duration : 0
    },
    get currentTime() {
      return audio.currentTime
    },
    get paused() {
      return audio.paused
    },
    get volume() {
      return audio.volume
    },
    set volume(value: number) {
      audio.volume = value
    },
    get loop() {
      return audio.loop
    },
    set loop(value: boolean) {
      audio.loop = value
    },
    get playbackRate() {
      return audio.playbackRate
    },
    set playbackRate(value: number) {
      audio.playbackRate = value
    },
    autoplay: false,
    obeyMuteSwitch: true,
    startTime: 0,
    play,
    pause: () => audio.pause(),
    stop() {
      audio.pause()
      audio.currentTime = 0
      listeners.tell('Stop')
    },
    seek(position: number) {
      audio.currentTime = position
    },
    destroy() {
      source = ''
      audio.pause()
      audio.removeAttribute('src')
    },
  }
}

const SAMPLE_RATE = 8000
const TONE = 440

/** A quiet tone as a WAV file: the preview records no microphone. */
function tone(seconds: number): Blob {
  const samples = Math.max(1, Math.round(seconds * SAMPLE_RATE))
  const view = new DataView(new ArrayBuffer(44 + samples * 2))
  const text = (offset: number, value: string): void =>
    [...value].forEach((c, i) => view.setUint8(offset + i, c.charCodeAt(0)))
  text(0, 'RIFF')
  view.setUint32(4, 36 + samples * 2, true)
  text(8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, 1, true)
  view.setUint16(22, 1, true)
  view.setUint32(24, SAMPLE_RATE, true)
  view.setUint32(28, SAMPLE_RATE * 2, true)
  view.setUint16(32, 2, true)
  view.setUint16(34, 16, true)
  text(36, 'data')
  view.setUint32(40, samples * 2, true)
  for (let i = 0; i < samples; i += 1)
    view.setInt16(44 + i * 2, 3000 * Math.sin((2 * Math.PI * TONE * i) / SAMPLE_RATE), true)
  return new Blob([view], { type: 'audio/wav' })
}

/** Bytes of one MP3 frame at 16 kHz and 48 kbit/s, and how long it sounds, ms. */
const FRAME_BYTES = 216
const FRAME_MS = 36

/** As much of MP3 as level meters read: frames with nothing but a gain, which rises and falls as in speech. */
function mp3Frames(from: number, count: number): ArrayBuffer {
  const bytes = new Uint8Array(FRAME_BYTES * count)
  for (let i = 0; i < count; i += 1) {
    const at = i * FRAME_BYTES
    const loudness = Math.abs(Math.sin((from + i) / 5) * Math.sin((from + i) / 13))
    const gain = Math.round(140 + 50 * loudness)
    bytes.set([0xff, 0xf3, 0x68, 0xc0], at)
    // 9 bits, 12 of a size (1), 9, then the gain: it begins at bit 30 and reaches over a byte's end.
    bytes[at + 6] = 0x08
    bytes[at + 7] = gain >> 6
    bytes[at + 8] = (gain & 0x3f) << 2
  }
  return bytes.buffer
}

interface RecorderOptions {
  duration?: number
  /** KB */
  frameSize?: number
}

function createRecorder() {
  const listeners = new Listeners()
  let started = 0
  let timer = 0
  let frames = 0
  const stop = (): void => {
    if (!started) return
    clearTimeout(timer)
    clearInterval(frames)
    const duration = Date.now() - started
    started = 0
    const blob = tone(duration / 1000)
    listeners.tell('Stop', { tempFilePath: keepFile(blob, 'record.wav'), duration, fileSize: blob.size })
  }
  const sendFrames = (count: number): number => {
    let sent = 0
    return window.setInterval(() => {
      listeners.tell('FrameRecorded', { frameBuffer: mp3Frames(sent, count), isLastFrame: false })
      sent += count
    }, count * FRAME_MS)
  }
  device.on('interruption', (on) => {
    if (started) listeners.tell(on ? 'InterruptionBegin' : 'InterruptionEnd')
  })
  return {
    ...listeners.methods([
      'Start',
      'Stop',
      'Pause',
      'Resume',
      'Error',
      'FrameRecorded',
      'InterruptionBegin',
      'InterruptionEnd',
    ]),
    start({ duration = 60_000, frameSize = 0 }: RecorderOptions = {}) {
      if (started) return listeners.tell('Error', { errMsg: 'operateRecorder:fail is recording' })
      if (!isPermitted('scope.record'))
        return void setTimeout(() => listeners.tell('Error', { errMsg: 'operateRecorder:fail auth deny' }))
      started = Date.now()
      timer = window.setTimeout(stop, duration)
      if (frameSize) frames = sendFrames(Math.max(1, Math.floor((frameSize * 1024) / FRAME_BYTES)))
      setTimeout(() => listeners.tell('Start'))
    },
    stop,
    pause: () => listeners.tell('Pause'),
    resume: () => listeners.tell('Resume'),
  }
}

let recorder: ReturnType<typeof createRecorder> | undefined

const interruptions = new Listeners()
device.on('interruption', (on) => interruptions.tell(on ? 'AudioInterruptionBegin' : 'AudioInterruptionEnd'))

export const soundApi = {
  createInnerAudioContext,
  ...interruptions.methods(['AudioInterruptionBegin', 'AudioInterruptionEnd']),
  ...asyncApis({ setInnerAudioOption: () => undefined }),
  /** One for the whole mini program, as in WeChat. */
  getRecorderManager: () => (recorder ??= createRecorder()),
}
