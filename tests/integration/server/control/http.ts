import { request } from 'node:http'
import type { TestServer } from '../../harness'

export interface Answer {
  status: number
  body: unknown
}

export interface RawRequest {
  method?: string
  headers?: Record<string, string>
  body?: string
}

/** Sends exactly these bytes as path, which `fetch` would put right first. */
export function raw(server: TestServer, path: string, options: RawRequest = {}): Promise<Answer> {
  const { method = 'GET', headers = {}, body } = options
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
    const target = {
      host: '127.0.0.1',
      port: server.port,
      path,
      method,
      headers: { ...headers, ...length },
      agent: false, // a connection of its own: some of these end with it
    } as const
    const sent = request(target, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => (text += chunk))
      response.on('end', () => {
        const isJSON = response.headers['content-type']?.startsWith('application/json')
        resolve({ status: response.statusCode ?? 0, body: isJSON ? (JSON.parse(text) as unknown) : text })
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

/** A request to the control API. */
export function control(
  server: TestServer,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  body: unknown = {},
): Promise<Answer> {
  const json = method === 'GET' ? {} : { body: JSON.stringify(body) }
  return raw(server, `/control/${path}`, { method, headers: { 'content-type': 'application/json' }, ...json })
}
