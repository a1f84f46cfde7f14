/**
 * Issues UserSigs, so that no mini program has the secret key: `POST /usersig` answers `{ userID, userSig, expire }`.
 * Node.js alone; settings come from the environment, see README.md.
 */
import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import { deflateSync } from 'node:zlib'

const {
  SDKAPPID,
  SECRETKEY,
  TOKENS = '{}',
  PORT = '9920',
  HOST = '127.0.0.1',
  EXPIRE = '86400',
} = process.env
const [sdkAppID, expire, port] = [SDKAPPID, EXPIRE, PORT].map(Number)

// ────────────────────────────────────────────────────────────────────────────────────────────────────────────────
// Replace this function by your own login: whoever passes it gets the signature of the user that it returns.
//
// In a mini program the usual way is: the page sends the code of `wx.login()`, the server exchanges it at
// `code2Session` for the user's openid, and looks up the user ID that belongs to it. Never take the user ID from
// what the client says.
//
// For trying out, it knows the tokens of the environment, and nobody without one.
// ────────────────────────────────────────────────────────────────────────────────────────────────────────────────
/** @returns the ID of the user who is asking, or undefined when that is nobody we know */
async function userOf(request) {
  const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
  return token === undefined ? undefined : tokens.get(token)
}

/** UserSig, version 2: signed with HMAC-SHA256, packed by zlib, in Base64 that is fit for addresses. */
function createUserSig(userID) {
  const time = Math.floor(Date.now() / 1000)
  const signed = `TLS.identifier:${userID}\nTLS.sdkappid:${sdkAppID}\nTLS.time:${time}\nTLS.expire:${expire}\n`
  const document = {
    'TLS.ver': '2.0',
    'TLS.identifier': userID,
    'TLS.sdkappid': sdkAppID,
    'TLS.time': time,
    'TLS.expire': expire,
    'TLS.sig': createHmac('sha256', SECRETKEY).update(signed).digest('base64'),
  }
  const packed = deflateSync(JSON.stringify(document)).toString('base64')
  return packed.replace(/\+/g, '*').replace(/\//g, '-').replace(/=/g, '_')
}

function answer(response, status, body) {
  const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }
  response.writeHead(status, headers).end(JSON.stringify(body))
}

async function handle(request, response) {
  request.resume()
  if (request.url !== '/usersig') return answer(response, 404, { error: 'not found' })
  if (request.method !== 'POST') return answer(response, 405, { error: 'POST only' })
  const userID = await userOf(request)
  if (!userID) return answer(response, 401, { error: 'who are you?' })
  answer(response, 200, { userID, userSig: createUserSig(userID), expire })
}

function readTokens() {
  try {
    return new Map(Object.entries(JSON.parse(TOKENS)))
  } catch {
    stop('TOKENS is not JSON: it looks like {"a-long-random-token":"alice"}.')
  }
}

/** Never says what the key is. */
function stop(reason) {
  console.error(reason)
  process.exit(1)
}

if (!(sdkAppID > 0)) stop('SDKAPPID is missing: the number of your application in the IM console.')
if (!SECRETKEY) stop('SECRETKEY is missing: the key of your application in the IM console.')
if (!(expire > 0)) stop('EXPIRE is not a number of seconds.')
const tokens = readTokens()

const server = createServer((request, response) => {
  handle(request, response).catch((error) => {
    console.error(error.message)
    answer(response, 500, { error: 'internal error' })
  })
})
server.once('error', (error) => stop(error.message))
server.listen(port, HOST, () => console.log(`UserSig server http://${HOST}:${server.address().port}`))
function close() {
  server.close()
  server.closeAllConnections()
}
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, close)
