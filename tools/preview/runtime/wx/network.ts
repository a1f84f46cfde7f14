import { device } from '../device'
import { keepFile, readPath } from '../files'
import { asyncApis } from './call'
import { connectSocket } from './socket'

type Headers = Record<string, string>

interface RequestOptions {
  url: string
  method?: string
  data?: unknown
  header?: Headers
  dataType?: string
  responseType?: string
  timeout?: number
  success?: (result: object) => void
  fail?: (error: object) => void
  complete?: (result: object) => void
}

interface UploadOptions extends RequestOptions {
  filePath: string
  name: string
  formData?: Record<string, unknown>
}

type Progress = (progress: {
  progress: number
  totalBytesSent: number
  totalBytesExpectedToSend: number
  totalBytesWritten: number
  totalBytesExpectedToWrite: number
}) => void

/** Starts an XMLHttpRequest: the one browser interface that tells the progress of uploads. */
function send(
  name: string,
  options: RequestOptions,
  body: () => Promise<XMLHttpRequestBodyInit | null>,
  read: (xhr: XMLHttpRequest) => object,
) {
  const xhr = new XMLHttpRequest()
  let progressListener: Progress | undefined
  const promise = new Promise<object>((resolve, reject) => {
    const fail = (reason: string): void => {
      const error = { errMsg: `${name}:fail ${reason}`, errno: 600001 }
      options.fail?.(error)
      options.complete?.(error)
      // WeChat rejects with plain objects; with callbacks nobody waits for the promise.
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
      if (!options.fail && !options.complete && !options.success) reject(error)
    }
    if (!device.online) {
      setTimeout(() => fail('network is down'))
      return
    }
    const goOffline = (online: boolean): void => {
      if (!online) xhr.abort()
    }
    device.on('network', goOffline)
    xhr.open(options.method ?? 'GET', options.url)
    xhr.timeout = options.timeout ?? 60_000
    if (name === 'downloadFile') xhr.responseType = 'blob'
    else if (options.responseType === 'arraybuffer') xhr.responseType = 'arraybuffer'
    for (const [header, value] of Object.entries(options.header ?? {})) xhr.setRequestHeader(header, value)
    const report = ({ loaded, total }: ProgressEvent): void => {
      const progress = total ? Math.round((loaded / total) * 100) : 0
      const counts = {
        totalBytesSent: loaded,
        totalBytesExpectedToSend: total,
        totalBytesWritten: loaded,
        totalBytesExpectedToWrite: total,
      }
      progressListener?.({ progress, ...counts })
    }
    if (name === 'uploadFile') xhr.upload.addEventListener('progress', report)
    else xhr.addEventListener('progress', report)
    xhr.addEventListener('load', () => {
      const result = { statusCode: xhr.status, header: headers(xhr), ...read(xhr), errMsg: `${name}:ok` }
      options.success?.(result)
      options.complete?.(result)
      resolve(result)
    })
    xhr.addEventListener('error', () => fail('network error'))
    xhr.addEventListener('timeout', () => fail('timeout'))
    xhr.addEventListener('abort', () => fail(device.online ? 'abort' : 'network is down'))
    xhr.addEventListener('loadend', () => device.off('network', goOffline))
    body().then(
      (content) => xhr.send(content),
      (error: Error) => fail(error.message),
    )
  })
  const task = {
    abort: () => xhr.abort(),
    onProgressUpdate: (listener: Progress) => {
      progressListener = listener
    },
    offProgressUpdate: () => {
      progressListener = undefined
    },
    onHeadersReceived: () => undefined,
    offHeadersReceived: () => undefined,
  }
  const callbacks = Boolean(options.success || options.fail || options.complete)
  return callbacks ? task : Object.assign(promise, task)
}

function headers(xhr: XMLHttpRequest): Headers {
  const lines = xhr.getAllResponseHeaders().trim().split('\r\n').filter(Boolean)
  return Object.fromEntries(lines.map((line) => line.split(': ', 2) as [string, string]))
}

function request(options: RequestOptions) {
  const method = (options.method ?? 'GET').toUpperCase()
  const { data } = options
  const inQuery = method === 'GET' && typeof data === 'object' && data !== null
  const query = inQuery
    ? `${options.url.includes('?') ? '&' : '?'}${new URLSearchParams(data as Headers).toString()}`
    : ''
  const raw = typeof data === 'string' || data instanceof ArrayBuffer || data === undefined
  const header = raw ? options.header : { 'content-type': 'application/json', ...options.header }
  const body = inQuery || data === undefined ? null : raw ? data : JSON.stringify(data)
  return send(
    'request',
    { ...options, method, url: options.url + query, header },
    () => Promise.resolve(body),
    (xhr) => ({
      data:
        options.responseType === 'arraybuffer'
          ? (xhr.response as unknown)
          : parse(xhr.responseText, options.dataType),
      cookies: [],
    }),
  )
}

function parse(text: string, dataType = 'json'): unknown {
  if (dataType !== 'json') return text
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}

function uploadFile(options: UploadOptions) {
  const body = async (): Promise<FormData> => {
    const form = new FormData()
    for (const [name, value] of Object.entries(options.formData ?? {})) form.append(name, String(value))
    form.append(options.name, await readPath(options.filePath), options.filePath.split('/').pop())
    return form
  }
  // The browser adds the boundary to a content type of its own.
  const header = Object.fromEntries(
    Object.entries(options.header ?? {}).filter(([name]) => name.toLowerCase() !== 'content-type'),
  )
  return send('uploadFile', { ...options, header, method: 'POST' }, body, (xhr) => ({
    data: xhr.responseText,
  }))
}

function downloadFile(options: RequestOptions) {
  const name = new URL(options.url, location.href).pathname.split('/').pop() ?? ''
  return send(
    'downloadFile',
    options,
    () => Promise.resolve(null),
    (xhr) => {
      const path = keepFile(xhr.response as Blob, name)
      return { tempFilePath: path, filePath: path }
    },
  )
}

type Listener<T> = (value: T) => void

const networkType = (): string => (device.online ? 'wifi' : 'none')

const statusListeners = new Map<unknown, (online: boolean) => void>()

export const networkApi = {
  request,
  uploadFile,
  downloadFile,
  connectSocket,
  onNetworkStatusChange(listener: Listener<object>) {
    const wrapped = (isConnected: boolean): void => listener({ isConnected, networkType: networkType() })
    statusListeners.set(listener, wrapped)
    device.on('network', wrapped)
  },
  offNetworkStatusChange(listener?: Listener<object>) {
    for (const [known, wrapped] of statusListeners) {
      if (!listener || known === listener) device.off('network', wrapped)
    }
  },
  ...asyncApis({ getNetworkType: () => ({ networkType: networkType() }) }),
}
