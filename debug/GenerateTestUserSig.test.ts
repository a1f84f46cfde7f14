import { createHmac } from 'node:crypto'
import path from 'node:path'
import vm from 'node:vm'
import { inflateSync } from 'node:zlib'
import { buildSync, transformSync } from 'esbuild'
import fc from 'fast-check'
import type * as UserSig from './GenerateTestUserSig'

const SIZE_BUDGET = 15 * 1024

function bundle(format: 'cjs' | 'esm'): string {
  const { outputFiles } = buildSync({
    entryPoints: [path.join(__dirname, 'GenerateTestUserSig.ts')],
    bundle: true,
    minify: true,
    write: false,
    format,
    target: 'es2018',
    platform: 'neutral',
    mainFields: ['module', 'main'],
  })
  return outputFiles[0]?.text ?? ''
}

/** Runs the built file where only the language itself exists, as in a mini program; `names` are extra globals. */
function runBare(code: string, names: Record<string, unknown> = {}): typeof UserSig {
  const module = { exports: {} }
  vm.runInNewContext(code, { module, exports: module.exports, ...names })
  return module.exports as typeof UserSig
}

const built = bundle('cjs')
// The context keeps its own Date, so the clock is handed in.
const clock = { now: () => 1700000000123 }
const { genTestUserSig } = runBare(built, { Date: clock })

const SDKAPPID = 1400000000
const SECRETKEY = '5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e'

function open(userSig: string): Record<string, unknown> {
  const base64 = userSig.replace(/\*/g, '+').replace(/-/g, '/').replace(/_/g, '=')
  return JSON.parse(inflateSync(Buffer.from(base64, 'base64')).toString('utf8')) as Record<string, unknown>
}

function sign(key: string, userID: unknown, appID: number, time: number, expire: number): string {
  const text = `TLS.identifier:${String(userID)}\nTLS.sdkappid:${appID}\nTLS.time:${time}\nTLS.expire:${expire}\n`
  return createHmac('sha256', key).update(text).digest('base64')
}

describe('the signature', () => {
  it('equals the known vector', () => {
    const made = genTestUserSig({ SDKAPPID, SECRETKEY, EXPIRETIME: 604800, userID: 'user1' })
    expect(made.sdkAppID).toBe(SDKAPPID)
    expect(made.userSig).toMatch(/^[A-Za-z0-9*_-]+$/)
    const opened = open(made.userSig)
    expect(Object.entries(opened)).toEqual([
      ['TLS.ver', '2.0'],
      ['TLS.identifier', 'user1'],
      ['TLS.sdkappid', SDKAPPID],
      ['TLS.time', 1700000000],
      ['TLS.expire', 604800],
      ['TLS.sig', 'XE+TGUyZNoUDtc92iSxtfC6w0TC1Ulx8zIfNluLGAIg='],
    ])
  })

  it('lasts seven days when EXPIRETIME is left out', () => {
    expect(open(genTestUserSig({ SDKAPPID, SECRETKEY, userID: 'user1' }).userSig)['TLS.expire']).toBe(604800)
  })

  it('is what an independent HMAC and inflate say, for any input', () => {
    const wellFormed = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 })
    const userIDs = wellFormed.filter((text) => Buffer.byteLength(text) <= 32)
    fc.assert(
      fc.property(
        userIDs,
        wellFormed,
        fc.integer({ min: 1, max: 2 ** 40 }),
        fc.integer({ min: 1, max: 2 ** 31 }),
        (userID, key, appID, expire) => {
          const options = { SDKAPPID: appID, SECRETKEY: key, EXPIRETIME: expire, userID }
          const opened = open(genTestUserSig(options).userSig)
          expect(opened['TLS.identifier']).toBe(userID)
          expect(opened['TLS.sig']).toBe(sign(key, userID, appID, 1700000000, expire))
        },
      ),
    )
  })
})

describe('bad arguments', () => {
  const good = { SDKAPPID, SECRETKEY, userID: 'user1' }
  it.each([
    [
      'SDKAPPID as text',
      { SDKAPPID: '1400000000' },
      /SDKAPPID must be a number, not a string; remove the quotes\.$/,
    ],
    ['SDKAPPID zero', { SDKAPPID: 0 }, /SDKAPPID must be a positive integer\.$/],
    ['SDKAPPID fraction', { SDKAPPID: 1.5 }, /SDKAPPID must be a positive integer\.$/],
    ['SDKAPPID missing', { SDKAPPID: undefined }, /SDKAPPID must be a positive integer\.$/],
    ['SECRETKEY empty', { SECRETKEY: '' }, /SECRETKEY must be a non-empty string\.$/],
    ['SECRETKEY number', { SECRETKEY: 12345678 }, /SECRETKEY must be a non-empty string\.$/],
    ['userID empty', { userID: '' }, /userID must be a non-empty string\.$/],
    ['userID number', { userID: 7 }, /userID must be a non-empty string\.$/],
    ['userID half a surrogate pair', { userID: 'a\ud83d' }, /userID must be well-formed Unicode text\.$/],
    ['userID over 32 bytes', { userID: '很'.repeat(11) }, /userID must be at most 32 bytes long in UTF-8\.$/],
    ['EXPIRETIME zero', { EXPIRETIME: 0 }, /EXPIRETIME must be a positive number of seconds\.$/],
    ['EXPIRETIME infinite', { EXPIRETIME: Infinity }, /EXPIRETIME must be a positive number of seconds\.$/],
    ['EXPIRETIME text', { EXPIRETIME: '60' }, /EXPIRETIME must be a positive number of seconds\.$/],
  ])('%s', (_name, bad, sentence) => {
    const options = { ...good, ...bad } as unknown as UserSig.TestUserSigOptions
    expect(() => genTestUserSig(options)).toThrow(sentence)
  })

  it('no argument at all', () => {
    expect(() => (genTestUserSig as () => unknown)()).toThrow(/SDKAPPID must be a positive integer\.$/)
  })

  it('accepts 32 bytes of UTF-8 in any script', () => {
    expect(() => genTestUserSig({ ...good, userID: '很'.repeat(10) + 'ab' })).not.toThrow()
  })

  it('never puts the key into the error', () => {
    const options = { ...good, userID: '', SDKAPPID: SECRETKEY } as unknown as UserSig.TestUserSigOptions
    let text = ''
    try {
      genTestUserSig(options)
    } catch (error) {
      const { message, stack } = error as Error
      text = `${message}${stack}`
    }
    expect(text).toContain('SDKAPPID')
    expect(text).not.toContain(SECRETKEY)
  })
})

describe('the built file', () => {
  it('fits the budget', () => {
    expect(Buffer.byteLength(built)).toBeLessThanOrEqual(SIZE_BUDGET)
  })

  it('has the named export in both module forms', () => {
    expect(typeof genTestUserSig).toBe('function')
    expect(bundle('esm')).toMatch(/export\s*\{[^}]*\bas genTestUserSig\b[^}]*\}/)
  })

  it('prints nothing', () => {
    const print = jest.fn()
    const console = new Proxy({}, { get: () => print })
    const printing = runBare(built, { console })
    printing.genTestUserSig({ SDKAPPID, SECRETKEY, userID: 'user1' })
    expect(() => printing.genTestUserSig({ SDKAPPID, SECRETKEY, userID: '' })).toThrow()
    expect(print).not.toHaveBeenCalled()
  })

  it('has no syntax newer than ES2018 and needs no global that old phones lack', () => {
    const newer = ['globalThis', 'BigInt', 'BigInt64Array', 'BigUint64Array', 'WeakRef', 'Atomics']
    const script = `${newer.map((name) => `delete this.${name};`).join('')}${built}`
    const bare = runBare(script)
    expect(bare.genTestUserSig({ SDKAPPID, SECRETKEY, userID: 'user1' }).sdkAppID).toBe(SDKAPPID)
    // Lowering changes nothing, so nothing newer is in it.
    expect(transformSync(built, { target: 'es2018' }).code).toBe(
      transformSync(built, { target: 'esnext' }).code,
    )
  })
})
