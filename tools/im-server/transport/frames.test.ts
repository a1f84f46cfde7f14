import { inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { decodeRequest, encodeFrame } from './frames'

const head = { servcmd: 'openim.sendmsg', seq: 7 }

describe('decodeRequest', () => {
  test('reads the head fields that the server uses', () => {
    const full = { ...head, a2: 'ticket', sdkappid: 14, ver: 'v4' }
    expect(decodeRequest(JSON.stringify({ head: full, body: { a: 1 } }))).toEqual({
      head: { ...head, a2: 'ticket', identifier: '', usersig: '', sdkappid: 14 },
      body: { a: 1 },
    })
  })

  test('takes anything that is no object for an empty body', () => {
    for (const body of [undefined, null, [], 'x', 1]) {
      expect(decodeRequest(JSON.stringify({ head, body }))?.body).toEqual({})
    }
  })

  test('never throws, and never accepts what cannot be answered', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(decodeRequest(text)).toBeUndefined()
      }),
    )
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (servcmd, seq) => {
        const frame = decodeRequest(JSON.stringify({ head: { servcmd, seq } }))
        expect(frame !== undefined).toBe(
          typeof servcmd === 'string' && servcmd !== '' && typeof seq === 'number',
        )
      }),
    )
  })
})

describe('encodeFrame', () => {
  const small = { text: '你好' }
  const large = { text: '你好'.repeat(1000) }

  test('writes text for /info', () => {
    const frame = encodeFrame(head, large, { binary: false, compress: true })
    expect(JSON.parse(frame as string)).toEqual({ head, body: large })
  })

  test('writes UTF-8 bytes for /binfo', () => {
    const frame = encodeFrame(head, large, { binary: true, compress: false })
    expect(JSON.parse((frame as Buffer).toString('utf8'))).toEqual({ head, body: large })
  })

  test('compresses large frames only, if asked to', () => {
    const format = { binary: true, compress: true }
    expect((encodeFrame(head, small, format) as Buffer)[0]).toBe('{'.charCodeAt(0))
    const frame = encodeFrame(head, large, format) as Buffer
    expect(frame.subarray(0, 4).toString()).toBe('COMP')
    expect(JSON.parse(inflateSync(frame.subarray(4)).toString('utf8'))).toEqual({ head, body: large })
  })
})
