import type { App } from '.'
import type { HttpContext } from './context'

/** Upload and download of media files. */
export function mediaRoutes(_app: App, _context: HttpContext): void {
  // none yet
}
