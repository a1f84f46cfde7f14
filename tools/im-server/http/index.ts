import { getRequestListener, type HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import type { RequestListener } from 'node:http'
import type { HttpContext } from './context'
import { controlRoutes } from './control'
import { mediaRoutes } from './media'

export type App = Hono<{ Bindings: HttpBindings }>

/** What the port answers besides WebSockets. */
export function httpApp(context: HttpContext): RequestListener {
  const app: App = new Hono<{ Bindings: HttpBindings }>()
  mediaRoutes(app, context)
  controlRoutes(app, context)
  app.notFound((request) => request.text('This is an IM server: connect by WebSocket.\n', 404))
  app.onError((error, request) => {
    context.report(`${request.req.method} ${request.req.path} failed: ${error.stack ?? error.message}`)
    return request.text('internal error of the IM server\n', 500)
  })
  const listener = getRequestListener(app.fetch)
  return (request, response) => void listener(request, response)
}
