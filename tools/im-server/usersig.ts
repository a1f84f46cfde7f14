import { createHmac, timingSafeEqual } from 'node:crypto'
import { deflateSync, inflateSync } from 'node:zlib'
import { ErrorCode, ImError } from './errors'
import { isObject, type JsonObject } from './json'
import { nowInSeconds } from './clock'

/** What a UserSig states: `time` is in seconds since the epoch, `expire` in seconds after `time`. */
export interface UserSigClaims {
  sdkAppID: number
  userID: string
  time: number
  expire: number
  /** Base64, only in signatures with a user buffer. */
  userBuf?: string
}

function sign(claims: UserSigClaims, secretKey: string): Buffer {
  const lines = [
    `TLS.identifier:${claims.userID}`,
    `TLS.sdkappid:${claims.sdkAppID}`,
    `TLS.time:${claims.time}`,
    `TLS.expire:${claims.expire}`,
  ]
  if (claims.userBuf !== undefined) lines.push(`TLS.userbuf:${claims.userBuf}`)
  return createHmac('sha256', secretKey)
    .update(lines.map((line) => `${line}\n`).join(''))
    .digest()
}

/** A signature (TLS sig v2) as `genTestUserSig` makes it; `time` defaults to now. */
export function createUserSig(
  claims: Omit<UserSigClaims, 'time'> & { time?: number },
  secretKey: string,
): string {
  const full = { ...claims, time: claims.time ?? nowInSeconds() }
  const document = {
    'TLS.ver': '2.0',
    'TLS.identifier': full.userID,
    'TLS.sdkappid': full.sdkAppID,
    'TLS.time': full.time,
    'TLS.expire': full.expire,
    ...(full.userBuf === undefined ? {} : { 'TLS.userbuf': full.userBuf }),
    'TLS.sig': sign(full, secretKey).toString('base64'),
  }
  const packed = deflateSync(JSON.stringify(document)).toString('base64')
  return packed.replaceAll('+', '*').replaceAll('/', '-').replaceAll('=', '_')
}

function unpack(userSig: string): JsonObject | undefined {
  const base64 = userSig.replaceAll('*', '+').replaceAll('-', '/').replaceAll('_', '=')
  try {
    const json = inflateSync(Buffer.from(base64, 'base64'), { maxOutputLength: 8192 }).toString('utf8')
    const document: unknown = JSON.parse(json)
    return isObject(document) ? document : undefined
  } catch {
    return undefined // not base64, not zlib or not JSON: all of them mean "not a signature"
  }
}

/** The claims and the signature bytes inside a UserSig, whoever signed it; `undefined` if it is none. */
function parse(userSig: string): { claims: UserSigClaims; signature: Buffer } | undefined {
  const document = unpack(userSig)
  if (!document) return undefined
  const userID = document['TLS.identifier']
  const sdkAppID = document['TLS.sdkappid']
  const time = document['TLS.time']
  const expire = document['TLS.expire']
  const userBuf = document['TLS.userbuf']
  const sig = document['TLS.sig']
  if (typeof userID !== 'string' || typeof sig !== 'string') return undefined
  if (typeof sdkAppID !== 'number' || typeof time !== 'number' || typeof expire !== 'number') return undefined
  if (userBuf !== undefined && typeof userBuf !== 'string') return undefined
  const claims = { sdkAppID, userID, time, expire, ...(userBuf === undefined ? {} : { userBuf }) }
  return { claims, signature: Buffer.from(sig, 'base64') }
}

/**
 * Refuses (70xxx) a UserSig that does not prove `userID` in the app `sdkAppID` at this moment.
 * @returns when it ends, in seconds
 */
export function verifyUserSig(
  userSig: string,
  expected: { userID: string; sdkAppID: number },
  secretKey: string,
): number {
  if (!userSig) throw new ImError(ErrorCode.USER_SIG_EMPTY, 'UserSig is empty')
  const parsed = parse(userSig)
  if (!parsed) throw new ImError(ErrorCode.USER_SIG_INVALID, 'UserSig cannot be decoded')
  const { claims, signature } = parsed
  const genuine = sign(claims, secretKey)
  if (signature.length !== genuine.length || !timingSafeEqual(signature, genuine)) {
    throw new ImError(
      ErrorCode.USER_SIG_WRONG_KEY,
      'UserSig was not signed with the secret key of this server',
    )
  }
  if (claims.userID !== expected.userID) {
    throw new ImError(ErrorCode.USER_SIG_WRONG_USER, 'UserSig belongs to another user')
  }
  if (claims.sdkAppID !== expected.sdkAppID) {
    throw new ImError(ErrorCode.USER_SIG_WRONG_APP, 'UserSig belongs to another SDKAppID')
  }
  if (nowInSeconds() > claims.time + claims.expire) {
    throw new ImError(ErrorCode.CREDENTIALS_EXPIRED, 'UserSig has expired')
  }
  return claims.time + claims.expire
}
