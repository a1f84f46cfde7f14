import type { ServerContext } from '../../context'
import type { Service } from '../../router'
import { upload } from './upload'

/** Upload addresses for images, audio, video and files; the files themselves go over HTTP. */
export function mediaServices(context: ServerContext): Service[] {
  return [upload(context)]
}
