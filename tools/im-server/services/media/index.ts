import type { ServerContext } from '../../context'
import type { Service } from '../../router'

/** Upload addresses for images, audio, video and files; the files themselves go over HTTP. */
export function mediaServices(_context: ServerContext): Service[] {
  return []
}
