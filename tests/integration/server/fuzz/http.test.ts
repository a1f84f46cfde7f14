import fc from 'fast-check'
import { connect } from 'node:net'
import { RawClient, useServer } from '../../harness'

const server = useServer()
const SEED = 8

/** Real clients are served as before, and nothing has failed inside. */
async function expectHealth(): Promise<void> {
  const [alice, bob] = await Promise.all([server.login('alice'), server.login('bob')])
  await alice.sendText('bob', 'still here')
  await bob.receivedText('still here')
  expect(server.current.reports.filter((line) => line.includes('failed'))).toEqual([])
}

/** Sends bytes to the port. @returns what comes back until the other side, or the time, ends it */
function exchange(bytes: string | Buffer, { halfClose = true } = {}): Promise<string> {
  return new Promise((resolve) => {
    let answer = ''
    const socket = connect(server.current.port, '127.0.0.1', () => {
      if (halfClose) socket.end(bytes)
      else socket.write(bytes)
    })
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString('latin1')))
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(answer))
    socket.setTimeout(1000, () => socket.destroy())
  })
}

const parts = fc.oneof(
  fc.constantFrom(
    'media',
    '..',
    '%2e%2e',
    '%00',
    '%',
    '%ff',
    'binfo',
    'info',
    'v4',
    'openim',
    'api',
    'etc',
    'passwd',
  ),
  fc.string({ unit: 'grapheme-ascii', maxLength: 10 }).map(encodeURI),
  fc.constant('0'.repeat(32)),
)
const paths = fc.array(parts, { maxLength: 5 }).map((list) => `/${list.join('/')}`)
const methods = fc.constantFrom('GET', 'HEAD', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'PATCH', 'NOTHING')
const headers = fc.constantFrom(
  '',
  'Content-Type: multipart/form-data\r\n',
  'Content-Type: multipart/form-data; boundary=\r\n',
  `Content-Type: multipart/form-data; boundary=${'x'.repeat(500)}\r\n`,
  'Content-Type: application/json\r\n',
  'Range: bytes=-\r\n',
  'Range: bytes=99999999999999999999-\r\n',
  'Upgrade: websocket\r\nConnection: Upgrade\r\n',
  'Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: x\r\n',
  'Transfer-Encoding: chunked\r\n',
)
const contents = fc.constantFrom('', '{', '--x\r\n\r\n', '5\r\nhello\r\n0\r\n\r\n', 'x'.repeat(1000))
const requests = fc.tuple(methods, paths, headers, contents).map(([method, path, header, content]) => {
  const length = header.startsWith('Transfer') ? '' : `Content-Length: ${content.length}\r\n`
  return `${method} ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${header}${length}\r\n${content}`
})

test('any HTTP request gets an answer that gives nothing away', async () => {
  for (const request of fc.sample(requests, { seed: SEED, numRuns: 400 })) {
    const answer = await exchange(request)
    if (!/^HTTP\/1\.1 [1-4]\d\d /.test(answer)) throw new Error(`${request}\n\n${answer || 'no answer'}`)
    expect(answer).not.toMatch(/root:|node_modules|im-server\/|tools\//)
  }
  await expectHealth()
}, 40_000)

test('what is not HTTP ends the connection', async () => {
  for (const bytes of fc.sample(fc.uint8Array({ minLength: 1, maxLength: 500 }), {
    seed: SEED,
    numRuns: 50,
  })) {
    const answer = await exchange(Buffer.from(bytes))
    expect(answer === '' || answer.startsWith('HTTP/1.1 400')).toBe(true)
  }
  await expectHealth()
}, 40_000)

test('any form at an upload address is refused or stored whole', async () => {
  const client = await RawClient.login(server.current, 'carol')
  const offer = { file_type: 255, file_name: 'x.bin', upload_method: 1 }
  const lines = fc.constantFrom(
    '--x\r\n',
    '--x--\r\n',
    'Content-Disposition: form-data; name="file"; filename="a"\r\n\r\n',
    'Content-Disposition: form-data; name="file"\r\n\r\n',
    'Content-Disposition: form-data; name="key"\r\n\r\n',
    'Content-Disposition: form-data; name="file"; filename="../../../etc/passwd"\r\n\r\n',
    'data\r\n',
    '\r\n',
    '\u0000',
  )
  const forms = fc.array(lines, { maxLength: 12 }).map((list) => list.join(''))
  for (const form of fc.sample(forms, { seed: SEED, numRuns: 150 })) {
    const { upload_url } = await client.request('im_cos_msg.pre_sig', offer)
    const { pathname } = new URL(upload_url as string)
    const head = `POST ${pathname} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n`
    const type = 'Content-Type: multipart/form-data; boundary=x\r\n'
    const answer = await exchange(`${head}${type}Content-Length: ${form.length}\r\n\r\n${form}`, {
      halfClose: false,
    })
    const stored = (await fetch(upload_url as string)).ok
    expect(stored).toBe(answer.startsWith('HTTP/1.1 200'))
  }
  client.close()
  await expectHealth()
}, 40_000)
