import { createLevelMeter } from '../utils/mp3-level'
import type { Recorder, RecordingEnd, RecordingListener } from './types'

/** Good for speech: 6 KB a second, and frames of it come while it is being recorded. */
const FORMAT = {
  format: 'mp3',
  sampleRate: 16_000,
  numberOfChannels: 1,
  encodeBitRate: 48_000,
  frameSize: 1,
} as const satisfies WechatMiniprogram.RecorderManagerStartOption

/** A phone that has not ended a recording by then, ms, will not do so any more. */
const PATIENCE_MS = 3000

interface Session {
  readonly maxMs: number
  readonly listener: RecordingListener
  readonly levels: (bytes: Uint8Array) => number[]
  /** `wanted` until the microphone is free, `starting` until it is open. */
  phase: 'wanted' | 'starting' | 'open' | 'stopping'
  /** It must end as soon as it can. */
  stop: boolean
  /** Nobody wants to hear of it any more. */
  silent: boolean
  /** When it was told to stop, ms since 1970. */
  since: number
}

let manager: WechatMiniprogram.RecorderManager | undefined
/** Whom the events of the manager belong to; the next one waits until it is over. */
let current: Session | undefined
let next: Session | undefined

/** The manager has no `off…`: its handlers are set once for the life of the mini program. */
function recorderManager(): WechatMiniprogram.RecorderManager {
  if (manager) return manager
  manager = wx.getRecorderManager()
  manager.onStart(onStart)
  manager.onStop(({ tempFilePath, duration, fileSize }) =>
    end({ type: 'done', path: tempFilePath, ms: duration, bytes: fileSize }),
  )
  manager.onError(({ errMsg }) => end({ type: 'failed', cause: errMsg }))
  manager.onInterruptionBegin(onInterruption)
  manager.onFrameRecorded(({ frameBuffer }) => {
    if (!current || current.silent || !(frameBuffer as ArrayBuffer | undefined)) return
    const levels = current.levels(new Uint8Array(frameBuffer))
    if (levels.length) current.listener.levels(levels)
  })
  return manager
}

function begin(session: Session): void {
  current = session
  session.phase = 'starting'
  const { maxMs } = session
  recorderManager().start({ ...FORMAT, duration: maxMs })
}

function onStart(): void {
  if (current?.phase !== 'starting') return
  current.phase = 'open'
  if (current.stop) stop(current)
  else current.listener.started()
}

function onInterruption(): void {
  if (!current || current.silent) return
  const { listener } = current
  current.silent = true
  stop(current)
  listener.ended({ type: 'interrupted' })
}

function end(result: RecordingEnd): void {
  const session = current
  current = undefined
  if (session && !session.silent) session.listener.ended(result)
  const waiting = next
  next = undefined
  if (waiting) begin(waiting)
}

function stop(session: Session): void {
  session.stop = true
  session.since ||= Date.now()
  // Stopped before it is open, the manager would go on recording: `onStart` stops it then.
  if (session.phase !== 'open') return
  session.phase = 'stopping'
  recorderManager().stop()
}

function cancel(session: Session): void {
  session.silent = true
  if (session === next) next = undefined
  else if (session === current) stop(session)
}

export const recorder: Recorder = {
  record(maxMs, listener) {
    const session: Session = {
      maxMs,
      listener,
      levels: createLevelMeter(),
      phase: 'wanted',
      stop: false,
      silent: false,
      since: 0,
    }
    if (current?.stop && Date.now() - current.since > PATIENCE_MS) current = undefined
    if (current) next = session
    else begin(session)
    return {
      finish: () => (session === current ? stop(session) : cancel(session)),
      cancel: () => cancel(session),
    }
  },
}
