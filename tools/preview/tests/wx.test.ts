import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocketServer } from 'ws'
import { usePreview } from './phone-driver'

const preview = usePreview()

let server: Server
let sockets: WebSocketServer
let address: string
let bodies: string[]

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = ''
    request.setEncoding('latin1').on('data', (chunk: string) => (body += chunk))
    request.on('end', () => {
      bodies.push(body)
      response.setHeader('access-control-allow-origin', '*').setHeader('access-control-allow-headers', '*')
      response.end('{"ok":true}')
    })
  })
  sockets = new WebSocketServer({ server })
  sockets.on('connection', (socket) => socket.on('message', (data) => socket.send(data)))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `127.0.0.1:${(server.address() as AddressInfo).port}`
})

beforeEach(() => {
  bodies = []
})

afterAll(() => {
  sockets.close()
  server.close()
})

it('keeps the storage of two phones apart', async () => {
  const first = await preview.open('phone=a')
  await first.run(({ wx }) => wx.setStorageSync?.('k', { n: 1 }))
  expect(await first.run(({ wx }) => wx.getStorageSync?.('k'))).toEqual({ n: 1 })
  await first.page.close()
  const second = await preview.open('phone=b')
  expect(await second.run(({ wx }) => wx.getStorageSync?.('k'))).toBe('')
})

it('fails loudly where there is nothing, and not where hosts are probed', async () => {
  const phone = await preview.open()
  const result = await phone.run(({ wx }) => {
    wx.$TUIKit = () => undefined
    try {
      wx.scanCode?.()
      return []
    } catch (error) {
      return [(error as Error).message, typeof wx.createGamePortal, typeof wx.$TUIKit]
    }
  })
  expect(result).toEqual(['wx.scanCode is not implemented in the preview', 'undefined', 'function'])
})

it('answers selector queries', async () => {
  const phone = await preview.open()
  const [rect, fields, missing] = await phone.run(
    ({ wx }) =>
      new Promise<unknown[]>((resolve) => {
        const query = wx.createSelectorQuery?.() as Record<
          'select' | 'selectAll',
          (s: string) => Record<string, (o?: object) => void>
        > & {
          exec(done: (results: unknown[]) => void): void
        }
        query.select('.rpx-box').boundingClientRect?.()
        query.selectAll('.hello').fields?.({ dataset: true, size: true })
        query.select('.nothing').boundingClientRect?.()
        query.exec(resolve)
      }),
  )
  expect(rect).toMatchObject({ left: 0, width: 187.5, height: 10 })
  expect(fields).toMatchObject([{ dataset: { someId: '7' }, width: 375 }])
  expect(missing).toBeNull()
})

it('uploads, downloads and requests, and loses the network', async () => {
  const phone = await preview.open()
  const result = await phone.run(async ({ wx, __preview }, url) => {
    const call = (name: string, options: object) => wx[name]?.(options) as Promise<Record<string, unknown>>
    const { data } = await call('request', { url })
    const { tempFilePath } = await call('downloadFile', { url })
    const upload = { url, filePath: tempFilePath, name: 'file', formData: { key: 'v' } }
    const { statusCode } = await call('uploadFile', upload)
    __preview.setNetwork(false)
    const { networkType } = await call('getNetworkType', {})
    const lost = await call('request', { url }).catch((error: object) => error)
    return { data, tempFilePath, statusCode, networkType, lost }
  }, `http://${address}/a.json`)
  expect(result).toMatchObject({
    data: { ok: true },
    tempFilePath: expect.stringMatching(/\.json$/) as string,
    statusCode: 200,
    networkType: 'none',
    lost: { errMsg: 'request:fail network is down' },
  })
  expect(bodies.at(-1)).toContain('name="key"')
})

it('connects sockets, and closes them when the network goes', async () => {
  const phone = await preview.open()
  const events = await phone.run(({ wx, __preview }, url) => {
    type Task = Record<'onOpen' | 'onMessage' | 'onClose' | 'onError' | 'send', (argument: unknown) => void>
    const log: string[] = []
    return new Promise<string[]>((resolve) => {
      const task = wx.connectSocket?.({ url }) as Task
      task.onOpen(() => task.send({ data: new Uint8Array([1, 2, 3]).buffer }))
      task.onMessage(({ data }: { data: ArrayBuffer }) => {
        log.push(`message ${data.byteLength}`)
        __preview.setNetwork(false)
      })
      task.onError(() => log.push('error'))
      task.onClose(({ code }: { code: number }) => resolve([...log, `close ${code}`]))
    })
  }, `ws://${address}`)
  expect(events).toEqual(['message 3', 'error', 'close 1006'])
})
