import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Limits } from '../../../../tools/im-server/limits'
import { credentials, RawClient, startServer, until, useServer } from '../../harness'
import { mp4Video, noise, pngPicture } from './pictures'

const dataDir = mkdtempSync(join(tmpdir(), 'im-media-test-'))
const files = join(dataDir, 'files')
const server = useServer({ dataDir })

beforeEach(() => {
  for (const name of stored()) rmSync(join(files, name))
})
afterAll(() => rmSync(dataDir, { recursive: true }))

const stored = (): string[] => (existsSync(files) ? readdirSync(files) : [])

const FILE = 255
const IMAGE = 1
const VIDEO = 2

/** An address for an upload, as the SDK asks for it. */
async function announce(file_type: number, file_name: string): Promise<string> {
  const client = await RawClient.login(server.current, 'alice')
  const reply = await client.request('im_cos_msg.pre_sig', {
    file_type,
    file_name,
    upload_method: 0,
    Duration: 900,
  })
  client.close()
  expect(reply).toMatchObject({ ErrorCode: 0, download_url: reply.upload_url })
  return reply.upload_url as string
}

const put = (url: string, body: Buffer): Promise<Response> =>
  fetch(url, { method: 'PUT', body: new Uint8Array(body) })

async function uploaded(file_type: number, name: string, content: Buffer): Promise<string> {
  const url = await announce(file_type, name)
  expect((await put(url, content)).status).toBe(200)
  return url
}

async function bytes(response: Response): Promise<Buffer> {
  return Buffer.from(await response.arrayBuffer())
}

/** A form as `wx.uploadFile` sends it. */
function form(content: Buffer, part = 'file'): FormData {
  const data = new FormData()
  data.append('key', 'ignored/../../name')
  data.append(part, new Blob([new Uint8Array(content)]), 'x.bin')
  return data
}

describe('upload', () => {
  test('a browser asks first, then puts the bytes', async () => {
    const url = await announce(FILE, 'a b.bin')
    const asked = await fetch(url, {
      method: 'OPTIONS',
      headers: { Origin: 'https://example.com', 'Access-Control-Request-Method': 'PUT' },
    })
    expect(asked.status).toBe(204)
    expect(asked.headers.get('access-control-allow-origin')).toBe('*')
    expect(asked.headers.get('access-control-allow-methods')).toContain('PUT')
    expect(asked.headers.get('access-control-allow-headers')).toBe('*')

    const answer = await put(url, noise(1000))
    expect(answer.status).toBe(200)
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    expect(await bytes(await fetch(url))).toEqual(noise(1000))
  })

  test('a form is stored under its address, whatever key it names', async () => {
    const url = await announce(FILE, 'x.bin')
    expect((await fetch(url, { method: 'POST', body: form(noise(1000)) })).status).toBe(200)
    expect(await bytes(await fetch(url))).toEqual(noise(1000))
    expect(stored()).toHaveLength(1)
  })

  test('an address that was not given out takes nothing', async () => {
    const made = `${server.current.url.replace('ws', 'http')}/media/${'0'.repeat(32)}/x.bin`
    expect((await put(made, noise(10))).status).toBe(403)
    expect((await fetch(made, { method: 'POST', body: form(noise(10)) })).status).toBe(403)
    expect(stored()).toEqual([])
  })

  test('an address takes one file', async () => {
    const url = await uploaded(FILE, 'x.bin', noise(10))
    expect((await put(url, noise(20))).status).toBe(403)
    expect(await bytes(await fetch(url))).toEqual(noise(10))
  })

  test('an address is good for a quarter of an hour', async () => {
    const url = await announce(FILE, 'x.bin')
    const later = Date.now() + Limits.uploadLifetime * 1000 + 1
    const clock = jest.spyOn(Date, 'now').mockReturnValue(later)
    const { status } = await put(url, noise(10))
    clock.mockRestore()
    expect(status).toBe(403)
  })

  test.each([
    ['image', IMAGE, Limits.imageBytes],
    ['file', FILE, Limits.fileBytes],
  ])('more than the limit of an %s is refused, announced or not', async (_kind, type, limit) => {
    const url = await announce(type, 'x.png')
    expect((await put(url, Buffer.alloc(limit + 1))).status).toBe(413)
    expect(await uploadUnannounced(url, limit + 1)).toBe(413)
    expect(stored()).toEqual([])
    expect(server.current.reports).toEqual([])
  })

  test.each([
    ['no part "file"', { body: form(noise(10), 'other') }, 400],
    ['no form', { body: 'text' }, 415],
    [
      'a form without an end',
      { body: '--x\r\n', headers: { 'content-type': 'multipart/form-data; boundary=x' } },
      400,
    ],
    ['an empty file', { body: form(Buffer.alloc(0)) }, 400],
  ])('%s is refused', async (_what, init, status) => {
    const url = await announce(FILE, 'x.bin')
    const answer = await fetch(url, { method: 'POST', ...init }).catch(() => ({ status: 0 }))
    expect(answer.status).toBe(status)
    expect(stored()).toEqual([])
    expect(server.current.reports).toEqual([])
    expect((await put(url, noise(10))).status).toBe(200)
  })

  test('a client that goes away leaves nothing', async () => {
    const url = await announce(FILE, 'x.bin')
    const upload = httpRequest(url, { method: 'PUT', headers: { 'Content-Length': 1000 } })
    upload.on('error', () => undefined)
    upload.write(noise(500))
    await until(() => stored().length === 1, 'the upload has begun')
    expect((await fetch(url)).status).toBe(404)
    expect((await put(url, noise(10))).status).toBe(409)
    upload.destroy()
    await until(() => stored().length === 0, 'what had come is removed')
    expect((await put(url, noise(10))).status).toBe(200)
    expect(server.current.reports).toEqual([])
  })

  test('only who is logged in, or shows a UserSig, gets an address', async () => {
    const body = { file_type: FILE, file_name: 'x', upload_method: 0 }
    const client = await RawClient.connect(server.current)
    expect(await client.request('im_cos_msg.pre_sig', body)).toMatchObject({ ErrorCode: 70002 })
    const head = credentials('alice')
    expect(await client.request('im_cos_msg.pre_sig', body, { ...head, identifier: 'bob' })).toMatchObject({
      ErrorCode: 70013,
    })
    expect(await client.request('im_cos_msg.pre_sig', body, head)).toMatchObject({ ErrorCode: 0 })
    client.close()
  })
})

/** Sends so many bytes without saying how many there will be. @returns the status of the answer */
function uploadUnannounced(url: string, length: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const upload = httpRequest(url, { method: 'PUT' })
    upload.on('response', (response) => resolve(response.resume().statusCode))
    upload.on('error', reject)
    const chunk = Buffer.alloc(1024 * 1024)
    const write = (left: number): void => {
      if (left <= 0) upload.end()
      else upload.write(chunk.subarray(0, left), () => write(left - chunk.length))
    }
    write(length)
  })
}

describe('download', () => {
  test('the type is that of the name, the name is kept', async () => {
    const url = await uploaded(IMAGE, '照片 (1).JPG', noise(10))
    const { headers } = await fetch(url)
    expect(headers.get('content-type')).toBe('image/jpeg')
    expect(headers.get('content-disposition')).toBe(
      `inline; filename*=UTF-8''${encodeURIComponent('照片 ')}%281%29.JPG`,
    )
    expect(headers.get('content-length')).toBe('10')
  })

  test.each([
    ['page.html', '<script>alert(1)</script>'],
    ['picture.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['page.xml', '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>'],
    ['page.png', '<script>alert(1)</script>'],
  ])('%s is never run as a page', async (name, content) => {
    const { headers } = await fetch(await uploaded(FILE, name, Buffer.from(content)))
    expect(['application/octet-stream', 'image/png']).toContain(headers.get('content-type'))
    if (!name.endsWith('.png')) expect(headers.get('content-disposition')).toMatch(/^attachment/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toBe('sandbox')
  })

  test('parts can be asked for', async () => {
    const content = noise(1000)
    const url = await uploaded(VIDEO, 'a.mp4', content)
    const part = async (range: string): Promise<[number, string | null, Buffer]> => {
      const response = await fetch(url, { headers: { range } })
      return [response.status, response.headers.get('content-range'), await bytes(response)]
    }
    expect(await part('bytes=0-9')).toEqual([206, 'bytes 0-9/1000', content.subarray(0, 10)])
    expect(await part('bytes=990-')).toEqual([206, 'bytes 990-999/1000', content.subarray(990)])
    expect(await part('bytes=-5')).toEqual([206, 'bytes 995-999/1000', content.subarray(995)])
    expect(await part('bytes=5-99999')).toEqual([206, 'bytes 5-999/1000', content.subarray(5)])
    expect(await part('bytes=1000-')).toEqual([416, 'bytes */1000', Buffer.alloc(0)])
    expect(await part('bytes=9-5')).toEqual([200, null, content])
    expect(await part('lines=1')).toEqual([200, null, content])
    const head = await fetch(url, { method: 'HEAD' })
    expect([head.headers.get('content-length'), await head.text()]).toEqual(['1000', ''])
  })

  test('pictures in other sizes, and covers', async () => {
    const picture = pngPicture(30, 20)
    const url = await uploaded(IMAGE, 'a.image', picture)
    const thumbnail = await fetch(`${url}?imageView2/3/w/198/h/198`)
    expect(thumbnail.headers.get('content-type')).toBe('image/png')
    expect(await bytes(thumbnail)).toEqual(picture)
    const video = await uploaded(VIDEO, 'a.mp4', mp4Video(1920, 1080))
    const cover = await bytes(await fetch(`${video}?ci-process=snapshot&time=0&format=png`))
    expect([cover.readUInt32BE(16), cover.readUInt32BE(20)]).toEqual([640, 360])
  })

  test.each([
    '/media/../package.json/x',
    '/media/%2e%2e/x',
    '/media/..%2f..%2fpackage.json/x',
    '/media/secret.txt/x',
    '/media//x',
    '/media/%00/x',
    '/media/%ff/%ff',
    '/media/',
  ])('nothing but stored files is served: %s', async (path) => {
    mkdirSync(files, { recursive: true })
    writeFileSync(join(files, 'secret.txt'), 'secret')
    writeFileSync(join(dataDir, 'secret.txt'), 'secret')
    const status = await rawStatus(path)
    expect(status).toBe(404)
    expect(server.current.reports).toEqual([])
  })

  test('files outlive the server where data is kept', async () => {
    const url = await uploaded(FILE, 'x.bin', noise(100))
    await server.current.close()
    const again = await startServer({ dataDir, port: Number(new URL(url).port) })
    expect(await bytes(await fetch(url))).toEqual(noise(100))
    await again.close()
  })
})

/** `fetch` would tidy the path up. */
function rawStatus(path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const { port } = server.current
    httpRequest({ port, path }, (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end()
  })
}
