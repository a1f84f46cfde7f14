import { basename } from 'node:path'
import { ErrorCode, ImError } from '../../errors'
import type { MediaStore, StoredFile } from '../../media-store'

/** Where files are put and read. */
export const MEDIA_PATH = '/media'

/**
 * In the place of the server, where the SDK puts its `fileUploadProxy` or `fileDownloadProxy` instead. It must be
 * `https`, and must not exist.
 */
export const PROXIED_ORIGIN = 'https://media.im-server.invalid'

/** The query of the address of a video's cover: that of Tencent's object storage. */
export const SNAPSHOT_QUERY = 'ci-process=snapshot&time=0&format=png'

const LONGEST_NAME = 120

/** The address of a file. The name is for people and for the type of the content; the ID alone finds the file. */
export function addressOf(origin: string, id: string, name: string): string {
  const clean = basename(name.replaceAll('\\', '/'))
    .replace(/\p{Cc}|\p{Cs}/gu, '')
    .slice(-LONGEST_NAME)
  // The upload plugin of a mini program wants to decode the path.
  // Clients take `.` and `..` out of an address.
  const named = /^\.{0,2}$/.test(clean) ? 'file' : clean
  return `${origin}${MEDIA_PATH}/${id}/${encodeURIComponent(named)}`
}

/**
 * The file at an address that this server gave out, whichever way the client reaches it.
 * @throws ImError 20001
 */
export function fileAt(media: MediaStore, address: string): StoredFile {
  const [, folder, id] = URL.canParse(address) ? new URL(address).pathname.split('/') : []
  const file = `/${folder}` === MEDIA_PATH && id !== undefined ? media.find(id) : undefined
  if (!file) throw new ImError(ErrorCode.INVALID_REQUEST, 'there is no file at this address')
  return file
}
