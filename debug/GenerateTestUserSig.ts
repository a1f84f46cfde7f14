import { fromByteArray } from 'base64-js'
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'

export interface TestUserSigOptions {
  /** The number of the application in the console of Tencent Cloud Chat. */
  SDKAPPID: number
  /** The secret key of that application. It must never be part of a released mini program. */
  SECRETKEY: string
  /** How long the signature is valid, in seconds from now. Seven days when left out. */
  EXPIRETIME?: number
  /** The user who logs in: 1 to 32 bytes of UTF-8. */
  userID: string
}

export interface TestUserSig {
  sdkAppID: number
  userSig: string
}

// The library's own declarations need a newer lib than a mini program has; without it they are an error type.
const hmacOf = hmac as unknown as (hash: unknown, key: Uint8Array, text: Uint8Array) => Uint8Array

const SEVEN_DAYS = 604800
const MAX_USER_ID_BYTES = 32

/**
 * Signs a user in without a server, for development only: whoever reads the code of the mini program can read
 * the key. In production a server of yours makes the UserSig.
 *
 * @throws Error with one sentence that names the wrong argument; the sentence never holds the key.
 */
export function genTestUserSig(options: TestUserSigOptions): TestUserSig {
  const { SDKAPPID, SECRETKEY, EXPIRETIME = SEVEN_DAYS, userID } = checked(options)
  const time = Math.round(Date.now() / 1000)
  const expire = Math.ceil(EXPIRETIME)
  const signed = [
    `TLS.identifier:${userID}\n`,
    `TLS.sdkappid:${SDKAPPID}\n`,
    `TLS.time:${time}\n`,
    `TLS.expire:${expire}\n`,
  ].join('')
  const document = JSON.stringify({
    'TLS.ver': '2.0',
    'TLS.identifier': userID,
    'TLS.sdkappid': SDKAPPID,
    'TLS.time': time,
    'TLS.expire': expire,
    'TLS.sig': fromByteArray(hmacOf(sha256, utf8(SECRETKEY), utf8(signed))),
  })
  return { sdkAppID: SDKAPPID, userSig: urlSafe(fromByteArray(zlibStored(utf8(document)))) }
}

function checked(options: TestUserSigOptions): TestUserSigOptions {
  const given: Partial<Record<keyof TestUserSigOptions, unknown>> = options ?? {}
  checkAppID(given.SDKAPPID)
  if (typeof given.SECRETKEY !== 'string' || given.SECRETKEY === '') {
    throw new Error('genTestUserSig: SECRETKEY must be a non-empty string.')
  }
  if (typeof given.userID !== 'string' || given.userID === '') {
    throw new Error('genTestUserSig: userID must be a non-empty string.')
  }
  if (!isWellFormed(given.userID)) {
    throw new Error('genTestUserSig: userID must be well-formed Unicode text.')
  }
  if (utf8(given.userID).length > MAX_USER_ID_BYTES) {
    throw new Error(`genTestUserSig: userID must be at most ${MAX_USER_ID_BYTES} bytes long in UTF-8.`)
  }
  if (!isWellFormed(given.SECRETKEY)) {
    throw new Error('genTestUserSig: SECRETKEY must be well-formed Unicode text.')
  }
  checkExpireTime(given.EXPIRETIME)
  return options
}

function checkAppID(value: unknown): void {
  if (typeof value === 'string' && /^\d+$/.test(value)) {
    throw new Error('genTestUserSig: SDKAPPID must be a number, not a string; remove the quotes.')
  }
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value <= 0) {
    throw new Error('genTestUserSig: SDKAPPID must be a positive integer.')
  }
}

function checkExpireTime(value: unknown): void {
  if (value === undefined) return
  if (typeof value !== 'number' || !Number.isFinite(value) || value <= 0) {
    throw new Error('genTestUserSig: EXPIRETIME must be a positive number of seconds.')
  }
}

/** Half of a surrogate pair has no UTF-8 form, and encodeURIComponent would throw its own error for it. */
function isWellFormed(text: string): boolean {
  return !/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?:^|[^\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(text)
}

/** Mini programs have no TextEncoder; percent-encoding is UTF-8 by the language's own definition. */
function utf8(text: string): Uint8Array {
  const bytes: number[] = []
  encodeURIComponent(text).replace(/%(..)|[^%]/g, (match: string, hex: string | undefined) => {
    bytes.push(hex ? parseInt(hex, 16) : match.charCodeAt(0))
    return ''
  })
  return Uint8Array.from(bytes)
}

/**
 * A zlib stream of one stored block: the server only inflates, so nothing is gained by compressing.
 * One block holds 65535 bytes; the document stays under 400, as the user ID is bounded and the key is hashed.
 */
function zlibStored(data: Uint8Array): Uint8Array {
  const { length } = data
  const head = [0x78, 0x9c, 1, length & 255, length >> 8, ~length & 255, (~length >> 8) & 255]
  return Uint8Array.from([...head, ...Array.from(data), ...adler32(data)])
}

function adler32(data: Uint8Array): number[] {
  let a = 1
  let b = 0
  data.forEach((byte) => {
    a = (a + byte) % 65521
    b = (b + a) % 65521
  })
  return [b >> 8, b & 255, a >> 8, a & 255]
}

/** Tencent's own alphabet, not the usual base64url. */
function urlSafe(base64: string): string {
  return base64.replace(/\+/g, '*').replace(/\//g, '-').replace(/=/g, '_')
}
