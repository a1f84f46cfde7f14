import type { App } from '.'
import type { HttpContext } from './context'

/** Control of the server, for tests and for the page that looks on. */
export function controlRoutes(app: App, _context: HttpContext): void {
  app.get('/', (request) => request.text('This is an IM server: connect by WebSocket.\n', 426))
}
