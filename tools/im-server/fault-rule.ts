import { ErrorCode, ImError } from './errors'
import { readCount, readID, readString, type JsonObject } from './json'

/** Where a frame can be hit: on its way in, or on its way out as an answer or as a push. */
export type FaultPoint = 'request' | 'reply' | 'push'

interface Target {
  /** Only this user; absent: everybody. */
  readonly userID?: string
  /** How often it strikes; absent: until it is removed. */
  readonly times?: number
}

interface FrameTarget extends Target {
  /** `service.command`; absent: any. Pushes mostly have `im_open_push.msg_push`. */
  readonly command?: string
  readonly on: FaultPoint
}

/**
 * What goes wrong:
 * - `drop`: the frame is lost; a request that is dropped is not carried out.
 * - `delay`: it comes `delay` milliseconds later; others may overtake it.
 * - `duplicate`: it comes twice; a request is carried out twice.
 * - `reorder`: it changes places with the next frame of the same socket in the same direction. If none comes for
 *   a second, it goes on.
 * - `error`: on `request` it is refused with `code` and `info` and not carried out; on `reply` it is carried out,
 *   and the client is told that it failed.
 * - `half-open`: the socket stays open, and nothing passes either way, until the fault is removed; `times` counts
 *   sockets.
 * - `cut-upload`: an upload ends after `atByte` bytes with a broken connection.
 */
export type FaultRule =
  | (FrameTarget & { readonly action: 'drop' | 'duplicate' | 'reorder' })
  | (FrameTarget & { readonly action: 'delay'; readonly delay: number })
  | (FrameTarget & {
      readonly on: 'request' | 'reply'
      readonly action: 'error'
      readonly code: number
      readonly info?: string
    })
  | (Target & { readonly action: 'half-open' })
  | (Target & { readonly action: 'cut-upload'; readonly atByte: number })

/** A rule for frames of certain kinds. */
export type FrameRule = Extract<FaultRule, { on: FaultPoint }>

/** A rule that is in force. `times` counts down. */
export type ActiveFault = FaultRule & { readonly id: string }

const POINTS: readonly string[] = ['request', 'reply', 'push'] satisfies FaultPoint[]
const KNOWN_KEYS = new Set(['userID', 'command', 'on', 'action', 'delay', 'code', 'info', 'atByte', 'times'])

function refuse(message: string): never {
  throw new ImError(ErrorCode.INVALID_REQUEST, message)
}

function readPoint(source: JsonObject): FaultPoint {
  const on = readID(source, 'on')
  return POINTS.includes(on) ? (on as FaultPoint) : refuse(`on must be one of ${POINTS.join(', ')}`)
}

function readTarget(source: JsonObject): { userID?: string; times?: number } {
  const times = source.times === undefined ? undefined : readCount(source, 'times')
  if (times === 0) refuse('times must be at least 1')
  return {
    ...(source.userID === undefined ? {} : { userID: readID(source, 'userID') }),
    ...(times === undefined ? {} : { times }),
  }
}

/** Timers of Node take no more, and fire at once instead. */
const LONGEST_DELAY = 2 ** 31 - 1

function readDelay(source: JsonObject): number {
  const delay = readCount(source, 'delay')
  if (delay <= LONGEST_DELAY) return delay
  throw new ImError(ErrorCode.INVALID_REQUEST, `delay must be at most ${LONGEST_DELAY} milliseconds`)
}

function readFrameTarget(source: JsonObject): {
  userID?: string
  times?: number
  command?: string
  on: FaultPoint
} {
  const command = source.command === undefined ? {} : { command: readID(source, 'command') }
  return { ...readTarget(source), ...command, on: readPoint(source) }
}

/**
 * Reads a rule that came as JSON.
 * @throws ImError that says what is wrong with it
 */
export function readFaultRule(source: JsonObject): FaultRule {
  const stranger = Object.keys(source).find((key) => !KNOWN_KEYS.has(key))
  if (stranger !== undefined) refuse(`a fault has no ${stranger}`)
  const action = readID(source, 'action')
  switch (action) {
    case 'half-open':
      return { ...readTarget(source), action }
    case 'cut-upload':
      return { ...readTarget(source), action, atByte: readCount(source, 'atByte') }
    case 'drop':
    case 'duplicate':
    case 'reorder':
      return { ...readFrameTarget(source), action }
    case 'delay':
      return { ...readFrameTarget(source), action, delay: readDelay(source) }
    case 'error': {
      const target = readFrameTarget(source)
      if (target.on === 'push') refuse('a push cannot fail with an error')
      const code = readCount(source, 'code')
      const info = source.info === undefined ? {} : { info: readString(source, 'info') }
      return { ...target, on: target.on, action, code, ...info }
    }
    default:
      return refuse(`there is no action ${action}`)
  }
}
