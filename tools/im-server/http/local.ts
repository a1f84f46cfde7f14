import type { HttpBindings } from '@hono/node-server'
import type { MiddlewareHandler } from 'hono'

/** `localhost`, 127.0.0.0/8 or ::1, as it stands in a URL. */
function isLoopbackName(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname)
}

function isLoopbackURL(url: string): boolean {
  return URL.canParse(url) && isLoopbackName(new URL(url).hostname)
}

function isLoopbackAddress(address = ''): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address)
}

/**
 * Lets pass only what comes from this machine: the peer by its address, the name that it used for the server (or
 * else a web page could reach it by a name of its own that points here), and the page, if one is asking.
 */
export const localOnly: MiddlewareHandler<{ Bindings: HttpBindings }> = async (context, next) => {
  const { socket, headers } = context.env.incoming
  const { host = '', origin } = headers
  if (
    !isLoopbackAddress(socket.remoteAddress) ||
    !isLoopbackURL(`http://${host}`) ||
    (origin !== undefined && !isLoopbackURL(origin))
  ) {
    return context.json({ error: 'only for programs and pages on the machine of the server' }, 403)
  }
  return next()
}

/**
 * Refuses a change that is not sent as JSON. A web page elsewhere can make a browser send forms and plain text
 * here, but not JSON.
 */
export const jsonOnly: MiddlewareHandler = async (context, next) => {
  const { method } = context.req
  const type = context.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (method !== 'GET' && method !== 'HEAD' && type !== 'application/json') {
    return context.json({ error: 'the content-type must be application/json' }, 415)
  }
  return next()
}
