import './node-host' // before the SDK too: its sockets are used here
import { randomUUID } from 'node:crypto'
import { request as httpRequest } from 'node:http'
import { imageInfo } from '../../../tools/im-server/services/media/image-info'

// A stand-in for WeChat: as much of `wx` as the SDK and its upload plugin touch, over Node. Import it before the
// SDK, which looks around when it is evaluated, and then takes this process for a mini program.

type Callback = (result: Record<string, unknown>) => void

interface Callbacks {
  success?: Callback
  fail?: Callback
}

const files = new Map<string, Buffer>()

/** Puts a file into the phone, as taking a picture does. @returns its temporary path */
export function putFile(name: string, content: Buffer): string {
  const path = `wxfile://tmp_${randomUUID()}/${name}`
  files.set(path, content)
  return path
}

/** What is read over HTTP, whole. */
export async function download(url: string): Promise<Buffer> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url} answered ${response.status}`)
  return Buffer.from(await response.arrayBuffer())
}

function connectSocket({ url, protocols }: { url: string; protocols?: string[] }) {
  const socket = new WebSocket(url, protocols)
  socket.binaryType = 'arraybuffer'
  return {
    onOpen: (listener: Callback) => socket.addEventListener('open', () => listener({ header: {} })),
    onMessage: (listener: Callback) =>
      socket.addEventListener('message', ({ data }: MessageEvent<unknown>) => listener({ data })),
    onClose: (listener: Callback) =>
      socket.addEventListener('close', ({ code, reason }) => listener({ code, reason })),
    onError: (listener: Callback) => socket.addEventListener('error', () => listener({ errMsg: 'error' })),
    send: ({ data, success, fail }: Callbacks & { data: string | ArrayBuffer }) => {
      if (socket.readyState !== WebSocket.OPEN) return fail?.({ errMsg: 'sendSocketMessage:fail' })
      socket.send(data)
      success?.({ errMsg: 'sendSocketMessage:ok' })
    },
    close: () => socket.close(1000), // the SDK gives a bare number
  }
}

interface UploadOptions extends Callbacks {
  url: string
  filePath: string
  name: string
  formData: Record<string, unknown>
}

/** Of one write: small enough for several steps of progress. */
const CHUNK_BYTES = 16 * 1024

/** `wx.uploadFile`: one multipart form, with the fields before the file. */
function uploadFile({ url, filePath, name, formData, success, fail }: UploadOptions) {
  const boundary = `----${randomUUID()}`
  const fields = Object.entries(formData).map(
    ([key, value]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${key}"\r\n\r\n${String(value)}\r\n`,
  )
  const fileName = filePath.split('/').at(-1)
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="${name}"; filename="${fileName}"\r\n\r\n`
  const before = Buffer.from(fields.join('') + head)
  const after = Buffer.from(`\r\n--${boundary}--\r\n`)
  const content = files.get(filePath)
  let onProgress: Callback = () => undefined
  let done = false
  const finish = (callback: Callback | undefined, result: Record<string, unknown>): void => {
    if (!done) callback?.(result)
    done = true
  }
  if (!content) {
    setTimeout(() => finish(fail, { errMsg: 'uploadFile:fail file not found' }))
    return { onProgressUpdate: () => undefined, abort: () => undefined }
  }
  const total = before.length + content.length + after.length
  const request = httpRequest(url, {
    method: 'POST',
    agent: false,
    headers: { 'Content-Type': `multipart/form-data; boundary=${boundary}`, 'Content-Length': total },
  })
  request.on('error', (error) => finish(fail, { errMsg: `uploadFile:fail ${error.message}` }))
  request.on('response', (response) => {
    let data = ''
    response.setEncoding('utf8').on('data', (chunk: string) => (data += chunk))
    response.on('end', () =>
      finish(success, { statusCode: response.statusCode, data, header: response.headers }),
    )
  })
  const write = (at: number): void => {
    if (done) return
    const chunk = content.subarray(at, at + CHUNK_BYTES)
    const sent = at + chunk.length
    request.write(chunk, () => {
      onProgress({
        progress: Math.round((sent / content.length) * 100),
        totalBytesSent: sent,
        totalBytesExpectedToSend: content.length,
      })
      if (sent < content.length) write(sent)
      else request.end(after)
    })
  }
  request.write(before, () => write(0))
  return {
    onProgressUpdate: (listener: Callback) => (onProgress = listener),
    abort: () => request.destroy(),
  }
}

async function getImageInfo({ src, success, fail }: Callbacks & { src: string }): Promise<void> {
  try {
    const bytes = files.get(src) ?? (await download(src))
    const info = imageInfo(bytes)
    if (!info) throw new Error('not a picture')
    success?.({ width: info.width, height: info.height, type: info.format, path: src, orientation: 'up' })
  } catch (error) {
    fail?.({ errMsg: `getImageInfo:fail ${String(error)}` })
  }
}

const storage = new Map<string, unknown>()

Object.assign(globalThis, {
  wx: {
    getSystemInfoSync: () => ({
      fontSizeSetting: 16, // by this the SDK knows WeChat
      platform: 'ios',
      model: 'a stand-in for WeChat',
      SDKVersion: '3.8.0',
      version: '8.0.50',
    }),
    getAccountInfoSync: () => ({ miniProgram: { appId: 'wx0000000000000000', envVersion: 'develop' } }),
    connectSocket,
    uploadFile,
    getImageInfo: (options: Callbacks & { src: string }) => void getImageInfo(options),
    request: ({ fail }: Callbacks) => setTimeout(() => fail?.({ errMsg: 'request:fail' })), // diagnostics only
    getStorageSync: (key: string) => storage.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => void storage.set(key, value),
    removeStorageSync: (key: string) => void storage.delete(key),
    getNetworkType: ({ success }: Callbacks) => success?.({ networkType: 'wifi' }),
    onNetworkStatusChange: () => undefined,
    offNetworkStatusChange: () => undefined,
  },
  getApp: () => ({ globalData: {} }),
  __wxConfig: { pages: [] },
})
