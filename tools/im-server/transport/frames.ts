import { deflateSync } from 'node:zlib'
import { isObject, type JsonObject } from '../json'
import { Limits } from '../limits'

/** The fields of a request head that the server uses. */
export interface RequestHead {
  /** `service.command` */
  servcmd: string
  seq: number
  /** The ticket given out at login; absent before it. */
  a2: string
  /** With `usersig`: only in requests before login, and in those for media. */
  identifier: string
  usersig: string
  sdkappid: number
}

export interface RequestFrame {
  head: RequestHead
  body: JsonObject
}

/** Frames with more bytes than this are worth compressing. */
const COMPRESS_FROM_BYTES = 1024
const COMPRESSED_MARK = Buffer.from('COMP')

function optionalString(source: JsonObject, key: string): string {
  const value = source[key]
  return typeof value === 'string' ? value : ''
}

function isDeeperThan(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (depth === 0) return true
  for (const key in value) if (isDeeperThan((value as JsonObject)[key], depth - 1)) return true
  return false
}

/**
 * Reads one frame sent by a client. `undefined` if it cannot even be answered, because it is not JSON or its
 * head does not say which command and which number the answer has to carry. Also if it is nested so deeply that
 * to go through it, or to write it, could exhaust the stack.
 */
export function decodeRequest(text: string): RequestFrame | undefined {
  let frame: unknown
  try {
    frame = JSON.parse(text)
  } catch {
    return undefined
  }
  if (!isObject(frame) || !isObject(frame.head) || isDeeperThan(frame, Limits.frameDepth)) return undefined
  const { servcmd, seq, sdkappid } = frame.head
  if (typeof servcmd !== 'string' || servcmd === '' || typeof seq !== 'number') return undefined
  return {
    head: {
      servcmd,
      seq,
      a2: optionalString(frame.head, 'a2'),
      identifier: optionalString(frame.head, 'identifier'),
      usersig: optionalString(frame.head, 'usersig'),
      sdkappid: typeof sdkappid === 'number' ? sdkappid : 0,
    },
    body: isObject(frame.body) ? frame.body : {},
  }
}

/** How a socket wants its frames: fixed by the URL it was opened with. */
export interface FrameFormat {
  /** `/binfo`: binary frames. `/info`: text frames, never compressed. */
  binary: boolean
  /** `compress=gzip` in the URL. */
  compress: boolean
}

/** Writes one frame for a client: a reply, or a push. */
export function encodeFrame(
  head: { servcmd: string; seq: number },
  body: JsonObject,
  format: FrameFormat,
): string | Buffer {
  const json = JSON.stringify({ head, body })
  if (!format.binary) return json
  const bytes = Buffer.from(json)
  if (!format.compress || bytes.length <= COMPRESS_FROM_BYTES) return bytes
  return Buffer.concat([COMPRESSED_MARK, deflateSync(bytes)])
}
