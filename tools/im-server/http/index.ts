import { getRequestListener, type HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import type { RequestListener } from 'node:http'
import type { HttpContext } from './context'
import { controlRoutes } from './control'
import { mediaRoutes } from './media'
import { pageRoutes } from './page'
import { restRoutes } from './rest'

export type Bindings = HttpBindings
export type App = Hono<{ Bindings: Bindings }>

/** What the port answers besides WebSockets. */
export function httpApp(context: HttpContext): RequestListener {
  const app: App = new Hono<{ Bindings: Bindings }>()
  mediaRoutes(app, context)
  controlRoutes(app, context)
  restRoutes(app, context)
  pageRoutes(app)
  app.notFound((request) => request.text('This is an IM server: connect by WebSocket.\n', 404))
  app.onError((error, request) => {
    context.report(`${request.req.method} ${request.req.path} failed: ${error.stack ?? error.message}`)
    return request.text('internal error of the IM server\n', 500)
  })
  const listener = getRequestListener(app.fetch)
  return (request, response) => void listener(request, response)
}
