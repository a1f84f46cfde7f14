import { randomUUID } from 'node:crypto'
import type { ServerContext } from '../../context'
import { ErrorCode, ImError } from '../../errors'
import { readCount, readObjects, readString, type JsonObject } from '../../json'
import { Limits } from '../../limits'
import { MediaKind } from '../../media-store'
import type { OpenHandler, Service } from '../../router'
import type { Connection } from '../../transport/connection'
import type { RequestHead } from '../../transport/frames'
import { verifyUserSig } from '../../usersig'
import { addressOf, fileAt, PROXIED_ORIGIN, SNAPSHOT_QUERY } from './addresses'
import { imageInfoOf } from './image-info'
import { nowInSeconds } from '../../clock'

/** The shorter edges of the smaller pictures, and their numbers. */
const THUMBNAIL = { type: 1, edge: 198 }
const LARGE = { type: 2, edge: 720 }
const ORIGINAL = 3

type Handler = (userID: string, body: JsonObject, connection: Connection) => JsonObject

function readKind(source: JsonObject, key: string): MediaKind {
  const kind = readCount(source, key)
  if (!Object.values<number>(MediaKind).includes(kind)) {
    throw new ImError(ErrorCode.INVALID_REQUEST, `${key} ${kind} is no type of file`)
  }
  return kind as MediaKind
}

/**
 * Addresses for uploads. SDK: `sendMessage` with an image, audio, video or file, through `tim-upload-plugin`.
 * Without `fileUploadProxy` the SDK asks `pre_sig`, with it `simple_sig`.
 */
export function upload({ media, sessions, policy }: ServerContext): Service {
  /** These requests show no ticket but, also after the login, a UserSig. */
  function identify(connection: Connection, { identifier, usersig, sdkappid }: RequestHead): string {
    const bound = sessions.of(connection)?.userID
    if (bound !== undefined && (identifier === bound || identifier === '')) return bound
    verifyUserSig(usersig, { userID: identifier, sdkAppID: sdkappid }, policy.secretKey)
    return identifier
  }

  const forUser =
    (handler: Handler): OpenHandler =>
    (connection, body, head) =>
      handler(identify(connection, head), body, connection)

  function offer(
    userID: string,
    kind: MediaKind,
    name: string,
    origin: string,
  ): { address: string; cover?: string } {
    const address = addressOf(origin, media.offer(userID, kind), name)
    return kind === MediaKind.VIDEO ? { address, cover: `${address}?${SNAPSHOT_QUERY}` } : { address }
  }

  function offerDirectly(userID: string, body: JsonObject, connection: Connection): JsonObject {
    const name = readString(body, 'file_name')
    const origin = `http://${connection.serverHost}`
    const { address, cover } = offer(userID, readKind(body, 'file_type'), name, origin)
    return {
      upload_url: address,
      download_url: address,
      request_id: randomUUID(),
      expired_time: nowInSeconds() + Limits.uploadLifetime,
      ...(cover ? { snapshot_url: cover } : {}),
    }
  }

  function offerThroughProxy(userID: string, body: JsonObject): JsonObject {
    const wanted = readObjects(body, 'rpt_upload_object').slice(0, Limits.openUploads)
    const offers = wanted.map((file) => {
      const kind = readKind(file, 'uint32_file_type')
      const { address, cover } = offer(userID, kind, readString(file, 'str_file_name'), PROXIED_ORIGIN)
      return {
        uint32_file_id: readCount(file, 'uint32_file_id', 1),
        uint32_exist_flag: 0,
        str_upload_url: address,
        str_download_url: address,
        str_file_key: new URL(address).pathname.slice(1),
        ...(cover ? { str_snapshot_url: cover } : {}),
      }
    })
    return { rpt_pre_sig: offers, str_final_ip: '' }
  }

  /** The three sizes of an uploaded picture: the true one, and those that the smaller ones would have. */
  function describeImage(_userID: string, body: JsonObject): JsonObject {
    const address = readString(body, 'str_image_url')
    const info = imageInfoOf(fileAt(media, address).path)
    if (!info) throw new ImError(ErrorCode.INVALID_REQUEST, 'the file is not a picture')
    const { width, height, format } = info
    const item = (type: number, url: string, scale: number): JsonObject => ({
      uint32_image_type: type,
      str_url: url,
      uint32_width: Math.ceil(width * scale),
      uint32_height: Math.ceil(height * scale),
      str_image_format: format,
    })
    const smaller = ({ type, edge }: typeof THUMBNAIL): JsonObject => {
      const scale = edge / Math.min(width, height)
      if (scale >= 1) return item(type, address, 1)
      return item(
        type,
        `${address}${address.includes('?') ? '&' : '?'}imageView2/3/w/${edge}/h/${edge}`,
        scale,
      )
    }
    return { rpt_msg_image_info: [smaller(THUMBNAIL), smaller(LARGE), item(ORIGINAL, address, 1)] }
  }

  /** The cover of an uploaded video is made when it is downloaded. */
  function makeCover(_userID: string, body: JsonObject): JsonObject {
    const address = readString(body, 'snapshot_url')
    fileAt(media, address)
    return { error_code: 0, error_msg: '', download_url: address }
  }

  return {
    openCommands: {
      'im_cos_msg.pre_sig': forUser(offerDirectly),
      'im_cos_msg.simple_sig': forUser(offerThroughProxy),
      'im_cos_msg.get_imageinfo': forUser(describeImage),
      'im_cos_msg.video_cover': forUser(makeCover),
      // Addresses here name no host that has to be looked up.
      'im_cos_msg.get_final_ip': forUser(() => ({ str_final_ip: '' })),
    },
  }
}
