import { deflateSync, inflateSync } from 'node:zlib'
import { createUserSig, verifyUserSig } from './usersig'

const KEY = '5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e'
const alice = { userID: 'alice', sdkAppID: 1400000000 }
const sigOf = (claims: Partial<Parameters<typeof createUserSig>[0]> = {}, key = KEY): string =>
  createUserSig({ ...alice, expire: 3600, ...claims }, key)

test('the HMAC is that of the published algorithm', () => {
  const userSig = createUserSig(
    { userID: 'user1', sdkAppID: 1400000000, time: 1700000000, expire: 604800 },
    KEY,
  )
  expect(userSig).toMatch(/^[A-Za-z0-9*_-]+$/)
  const base64 = userSig.replaceAll('*', '+').replaceAll('-', '/').replaceAll('_', '=')
  expect(JSON.parse(inflateSync(Buffer.from(base64, 'base64')).toString())).toEqual({
    'TLS.ver': '2.0',
    'TLS.identifier': 'user1',
    'TLS.sdkappid': 1400000000,
    'TLS.time': 1700000000,
    'TLS.expire': 604800,
    'TLS.sig': 'XE+TGUyZNoUDtc92iSxtfC6w0TC1Ulx8zIfNluLGAIg=',
  })
})

test('a genuine signature is accepted, also with a user buffer', () => {
  expect(() => verifyUserSig(sigOf(), alice, KEY)).not.toThrow()
  expect(() => verifyUserSig(sigOf({ userBuf: 'YWJj' }), alice, KEY)).not.toThrow()
})

/** A genuine signature with one claim exchanged afterwards. */
function forged(claim: string, value: unknown): string {
  const packed = sigOf().replaceAll('*', '+').replaceAll('-', '/').replaceAll('_', '=')
  const document = JSON.parse(inflateSync(Buffer.from(packed, 'base64')).toString()) as object
  return deflateSync(JSON.stringify({ ...document, [claim]: value })).toString('base64')
}

test.each([
  ['empty', '', 70002],
  ['no zlib', Buffer.from('hello').toString('base64'), 70003],
  ['of another key', sigOf({}, 'other'), 70009],
  ['made longer', forged('TLS.expire', 1e9), 70009],
  ['without a number for the time', forged('TLS.time', '1'), 70003],
  ['of another user', sigOf({ userID: 'bob' }), 70013],
  ['of another app', sigOf({ sdkAppID: 1 }), 70014],
  ['expired', sigOf({ time: 1000, expire: 1 }), 70001],
  ['expired and of another key', sigOf({ time: 1000, expire: 1 }, 'other'), 70009],
])('a signature that is %s is refused', (_what, userSig, code) => {
  let refusal: unknown
  try {
    verifyUserSig(userSig, alice, KEY)
  } catch (error) {
    refusal = error
  }
  expect(refusal).toMatchObject({ name: 'ImError', code })
})
