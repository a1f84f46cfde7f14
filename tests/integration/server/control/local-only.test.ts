import { useServer } from '../../harness'
import { raw } from './http'

const server = useServer()

afterEach(() => {
  expect(server.current.reports).toEqual([])
})

describe('only this machine', () => {
  const paths = ['/control/users', '/', '/page/main.js', '/v4/openim/sendmsg']

  test.each(paths)('%s is refused to a page that came by another name', async (path) => {
    for (const host of ['evil.example', '127.0.0.1.evil.example', 'localhost.evil.example:80']) {
      const answer = await raw(server.current, path, { headers: { host } })
      expect(answer.status).toBe(403)
    }
    for (const origin of ['https://evil.example', 'null', 'http://localhost.evil.example']) {
      expect((await raw(server.current, path, { headers: { origin } })).status).toBe(403)
    }
  })

  test('names of this machine are accepted', async () => {
    for (const host of ['localhost', '127.0.0.1:1', '[::1]:9911', '127.8.9.1']) {
      const headers = { host, origin: 'http://localhost:5173' }
      expect((await raw(server.current, '/control/users', { headers })).status).toBe(200)
    }
  })

  test('a change must come as JSON, which a form or a page elsewhere cannot send', async () => {
    const types = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', '']
    for (const type of types) {
      const answer = await raw(server.current, '/control/users/alice/kick', {
        method: 'POST',
        headers: type ? { 'content-type': type } : {},
        body: '{}',
      })
      expect(answer.status).toBe(415)
    }
  })
})

test('whatever comes over HTTP, the server answers and goes on', async () => {
  const json = { 'content-type': 'application/json' }
  const cases: [string, string, string?][] = [
    ['GET', '/%'],
    ['GET', '/../../etc/passwd'],
    ['GET', '/page/../server.ts'],
    ['GET', '/page/%2e%2e/server.ts'],
    ['GET', '/control/%'],
    ['GET', '/control/users/%ff/conversations'],
    ['GET', '/control/nothing'],
    ['POST', '/control/users', 'not JSON'],
    ['POST', '/control/users', 'null'],
    ['POST', '/control/users', '[]'],
    ['POST', '/control/users', '{"userID":5}'],
    ['POST', '/control/users', '{"userID":"x","profile":[]}'],
    ['POST', '/control/users', '{"userID":"x","profile":{"Tag_Profile_IM_Nick":{}}}'],
    ['POST', '/control/messages', '{"userID":"bob"}'],
    ['POST', '/control/messages', '{"userID":"bob","elements":[null]}'],
    ['POST', '/control/messages', `{"userID":"bob","elements":${'['.repeat(50_000)}`],
    ['POST', '/control/messages', `{"userID":"bob","text":"${'x'.repeat(2 ** 20)}"}`],
    ['GET', `/control/${'x'.repeat(20_000)}`],
  ]
  for (const [method, path, body] of cases) {
    const { status } = await raw(server.current, path, { method, headers: json, body })
    expect([path.slice(0, 40), status >= 400 && status < 500]).toEqual([path.slice(0, 40), true])
  }
  await server.login('alice')
})
