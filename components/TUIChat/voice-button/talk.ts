import type { Permission, Permissions, Recorder, Recording, RecordingEnd } from '../../../platform/types'

/** WeChat's own limit. */
const MAX_MS = 60_000
/** Less is a slip of the finger. */
const MIN_MS = 1000
/** So long before the limit it is told how much is left. */
const COUNTDOWN_MS = 10_000
/** How far up the finger goes to cancel, px: off the floor of the screen that is shown meanwhile. */
const CANCEL_DISTANCE = 90
/** Bars of the level meter. */
export const BARS = 27
/** Two frames of the recording, 72 ms, make one bar. */
const FRAMES = 2

export interface TalkView {
  talking: boolean
  /** Letting go now sends nothing. */
  cancelling: boolean
  /** Seconds until the limit, 0 before the countdown. */
  left: number
  /** Heights of the bars, 0 to 1, oldest first; empty until the phone has told any. */
  levels: number[]
}

export const SILENT: TalkView = { talking: false, cancelling: false, left: 0, levels: [] }

export type TalkEnd =
  | { type: 'recorded'; path: string; ms: number; bytes: number }
  | { type: 'tooShort' | 'cancelled' | 'interrupted' | 'failed' }
  | { type: 'denied'; permission: Exclude<Permission, 'granted'> }

export interface TalkPorts {
  permissions: Pick<Permissions, 'request' | 'forget'>
  recorder: Recorder
  /** The microphone is about to open. */
  begins: () => void
  /** What has changed of the view. */
  show: (change: Partial<TalkView>) => void
  ended: (end: TalkEnd) => void
}

/** Holding the button to talk. Places are those of the finger, px from the top. */
export interface Talk {
  press(y: number): void
  move(y: number): void
  release(): void
  /** Something else takes the screen. Nothing is sent; `ended` hears of it when somebody was talking. */
  abort(): void
  /** Ends everything without a word: nobody is there to see it. */
  close(): void
}

interface Press {
  readonly y: number
  /** The microphone was asked for. */
  talking: boolean
  recording?: Recording
  /** When the microphone opened, ms since 1970; 0 before. */
  startedAt: number
  cancelling: boolean
}

function meter(levels: readonly number[], fresh: readonly number[]): number[] {
  const bars: number[] = []
  for (let at = 0; at < fresh.length; at += FRAMES)
    bars.push(Math.round(Math.max(...fresh.slice(at, at + FRAMES)) * 100) / 100)
  const silence = levels.length ? levels : Array.from({ length: BARS }, () => 0)
  return [...silence, ...bars].slice(-BARS)
}

export function createTalk({ permissions, recorder, begins, show, ended }: TalkPorts): Talk {
  /** The finger that is on the button. */
  let press: Press | undefined
  let levels: number[] = []
  let countdown: ReturnType<typeof setTimeout> | undefined
  let closed = false

  const tell = (end: TalkEnd): void => {
    if (!closed) ended(end)
  }

  /** The finger has nothing to do with a recording any more. @returns what it had to do with */
  const letGo = (): Press | undefined => {
    const before = press
    press = undefined
    if (countdown) clearTimeout(countdown)
    countdown = undefined
    if (before?.talking && !closed) show(SILENT)
    return before
  }

  const count = (of: Press): void => {
    if (press !== of) return
    const left = Math.ceil((of.startedAt + MAX_MS - Date.now()) / 1000)
    if (left <= 0) return finish(of)
    if (left * 1000 <= COUNTDOWN_MS) show({ left })
    const wait = left * 1000 > COUNTDOWN_MS ? MAX_MS - COUNTDOWN_MS : 1000
    countdown = setTimeout(() => count(of), wait)
  }

  const finish = (of: Press): void => {
    letGo()
    if (of.cancelling) drop(of, 'cancelled')
    else if (!of.startedAt || Date.now() - of.startedAt < MIN_MS) drop(of, 'tooShort')
    else of.recording?.finish()
  }

  const drop = (of: Press, type: 'cancelled' | 'tooShort' | 'interrupted'): void => {
    of.recording?.cancel()
    tell({ type })
  }

  const over = (of: Press, end: RecordingEnd): void => {
    // By itself, with the finger still down: at the limit, or taken away.
    if (press === of) letGo()
    if (end.type === 'interrupted') return tell({ type: 'interrupted' })
    if (end.type === 'failed') permissions.forget('record')
    if (end.type === 'failed' || !end.path) return tell({ type: 'failed' })
    if (of.cancelling) return tell({ type: 'cancelled' })
    if (end.ms < MIN_MS) return tell({ type: 'tooShort' })
    tell({ type: 'recorded', path: end.path, ms: end.ms, bytes: end.bytes })
  }

  const record = (of: Press): void => {
    begins()
    levels = []
    of.talking = true
    show({ ...SILENT, talking: true })
    of.recording = recorder.record(MAX_MS, {
      started() {
        of.startedAt = Date.now()
        count(of)
      },
      levels(fresh) {
        if (press !== of) return
        levels = meter(levels, fresh)
        show({ levels })
      },
      ended: (end) => over(of, end),
    })
  }

  const ask = async (of: Press): Promise<void> => {
    const permission = await permissions.request('record')
    if (closed) return
    const held = press === of
    if (permission !== 'granted') {
      if (held) letGo()
      tell({ type: 'denied', permission })
    } else if (held) record(of)
    else tell({ type: 'tooShort' })
  }

  return {
    press(y) {
      if (press || closed) return
      press = { y, talking: false, startedAt: 0, cancelling: false }
      void ask(press)
    },
    move(y) {
      if (!press?.talking) return
      const cancelling = press.y - y > CANCEL_DISTANCE
      if (cancelling === press.cancelling) return
      press.cancelling = cancelling
      show({ cancelling })
    },
    release() {
      if (press?.talking) finish(press)
      // The answer of the user, or of the phone, is still to come.
      else letGo()
    },
    abort() {
      const before = letGo()
      if (before?.talking) drop(before, 'interrupted')
    },
    close() {
      closed = true
      letGo()?.recording?.cancel()
    },
  }
}
