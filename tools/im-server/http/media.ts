import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import busboy from 'busboy'
import type { Context } from 'hono'
import type { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { App } from '.'
import { UploadCut, UploadRefused, type MediaStore } from '../media-store'
import { MEDIA_PATH } from '../services/media/addresses'
import type { HttpContext } from './context'
import { CORS, PREFLIGHT } from './cors'
import { sendFile } from './send-file'

type MediaContext = Context<{ Bindings: HttpBindings }>

/** What a form may have around its file. */
const FORM_OVERHEAD_BYTES = 64 * 1024
const FORM_LIMITS = { files: 1, fields: 20, fieldSize: 8 * 1024, parts: 40 }

/** Upload and download of media files. Any page may do it: the addresses are secret. */
export function mediaRoutes(app: App, { media, report }: HttpContext): void {
  const path = `${MEDIA_PATH}/:id/:name`

  app.options(path, (request) => request.body(null, 204, PREFLIGHT))

  const receiving =
    (receive: (store: MediaStore, id: string, incoming: IncomingMessage) => Promise<void>) =>
    async (request: MediaContext): Promise<Response> => {
      const { incoming } = request.env
      try {
        await receive(media, request.req.param('id') ?? '', incoming)
        return request.text('', 200, CORS)
      } catch (error) {
        if (error instanceof UploadRefused) {
          return request.text(`${error.message}\n`, error.status, CORS)
        }
        request.env.outgoing.destroy() // also the end of a client that is gone already
        if (!(error instanceof UploadCut) && !isBrokenOff(error)) report(`upload failed: ${String(error)}`)
        return RESPONSE_ALREADY_SENT
      }
    }

  /** The way of browsers: the bytes alone. */
  app.put(
    path,
    receiving(async (store, id, incoming) => {
      store.check(id, announced(incoming))
      await store.receive(id, incoming)
    }),
  )

  /** The way of `wx.uploadFile`: a form with the part `file`. */
  app.post(
    path,
    receiving((store, id, incoming) =>
      receiveForm(store, id, incoming).catch((error: unknown) => {
        if (error instanceof UploadRefused || error instanceof UploadCut || isBrokenOff(error)) throw error
        throw new UploadRefused(400, 'not a well-formed form')
      }),
    ),
  )

  app.get(path, (request) => {
    const file = media.find(request.req.param('id'))
    if (!file) return request.text('no such file\n', 404, CORS)
    return sendFile(file, request.req.param('name'), request.env)
  })
}

function announced(incoming: IncomingMessage): number | undefined {
  const length = incoming.headers['content-length']
  return length === undefined ? undefined : Number(length)
}

async function receiveForm(store: MediaStore, id: string, incoming: IncomingMessage): Promise<void> {
  store.check(id, Math.max(0, (announced(incoming) ?? 0) - FORM_OVERHEAD_BYTES))
  const form = openForm(incoming)
  let received: Promise<void> | undefined
  const parsed = pipeline(incoming, form)
  form.on('file', (field: string, file: Readable) => {
    if (field === 'file') {
      received = store.receive(id, file, parsed)
      // A form that is refused is not read to its end.
      received.catch((error: Error) => form.destroy(error))
    } else file.resume()
  })
  try {
    await parsed
  } catch (error) {
    await received // what went wrong with the file itself says more
    throw error
  }
  if (!received) throw new UploadRefused(400, 'there is no part "file"')
  await received
}

function openForm(incoming: IncomingMessage): busboy.Busboy {
  try {
    return busboy({ headers: incoming.headers, limits: FORM_LIMITS })
  } catch {
    throw new UploadRefused(415, 'not a multipart form')
  }
}

/** The client went away, or the server is about to. */
function isBrokenOff(error: unknown): boolean {
  const { code, name } = error as { code?: string; name?: string }
  return code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ECONNRESET' || name === 'AbortError'
}
