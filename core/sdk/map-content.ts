import type {
  AudioContent,
  CustomContent,
  FileContent,
  GroupTipContent,
  ImageContent,
  LocationContent,
  MergerContent,
  MessageContent,
  Person,
  Picture,
  SystemNoticeContent,
  VideoContent,
} from '../store/content'
import { clip } from '../../utils/text'
import { amount, list, mediaUrl, number, record, text } from './read'

type Fields = Record<string, unknown>

/** More pixels on a side than any picture has. */
const MAX_SIDE = 100_000
/** Names in one tip; the rest is counted. */
const MAX_MEMBERS = 100
/** Lines of a merged history that its card may show. */
const MAX_ABSTRACTS = 4

/** A terabyte: more than any phone sends. */
const MAX_BYTES = 2 ** 40
/** Names, titles and descriptions: nobody reads on, and a peer may send megabytes of them. */
const MAX_NAME = 500
const short = (value: unknown): string => clip(text(value), MAX_NAME)

function picture(url: unknown, width: unknown, height: unknown): Picture {
  const side = (value: unknown): number => Math.min(Math.round(amount(value)), MAX_SIDE)
  return { url: mediaUrl(url), width: side(width), height: side(height) }
}

/** The SDK's order of sizes is original, thumbnail, large; a missing one is replaced by the nearest. */
function image(body: Fields): ImageContent {
  const sizes = list(body.imageInfoArray, 3).map(record)
  // The SDK's `imageUrl` is `url` with https forced on it, also where a proxy for downloads is in the way.
  const pictures = sizes.map(({ url, imageUrl, width, height }) =>
    picture(mediaUrl(url) || imageUrl, width, height),
  )
  const usable = pictures.filter(({ url }) => url)
  const none: Picture = { url: '', width: 0, height: 0 }
  const pick = (index: number): Picture => {
    const wanted = pictures[index]
    return wanted?.url ? wanted : (usable[0] ?? wanted ?? none)
  }
  return { type: 'image', original: pick(0), thumbnail: pick(1), large: pick(2) }
}

function video(body: Fields): VideoContent {
  const poster = mediaUrl(body.snapshotUrl) ? body.snapshotUrl : body.thumbUrl
  return {
    type: 'video',
    url: mediaUrl(body.videoUrl) || mediaUrl(body.remoteVideoUrl),
    poster: picture(
      poster,
      amount(body.snapshotWidth) || body.thumbWidth,
      amount(body.snapshotHeight) || body.thumbHeight,
    ),
    seconds: amount(body.videoSecond),
    bytes: Math.min(amount(body.videoSize), MAX_BYTES),
  }
}

const audio = (body: Fields): AudioContent => ({
  type: 'audio',
  url: mediaUrl(body.url) || mediaUrl(body.remoteAudioUrl),
  seconds: amount(body.second),
})

/** With its ending, which tells what it is. */
function fileName(value: unknown): string {
  const name = text(value)
  return name.length > MAX_NAME ? `${clip(name, MAX_NAME - 20)}${name.slice(-20)}` : name
}

const file = (body: Fields): FileContent => ({
  type: 'file',
  url: mediaUrl(body.fileUrl),
  name: fileName(body.fileName),
  bytes: Math.min(amount(body.fileSize), MAX_BYTES),
})

const location = (body: Fields): LocationContent => ({
  type: 'location',
  description: short(body.description),
  latitude: number(body.latitude),
  longitude: number(body.longitude),
})

const merger = (body: Fields): MergerContent => ({
  type: 'merger',
  title: short(body.title),
  abstracts: list(body.abstractList, MAX_ABSTRACTS).map(short).filter(Boolean),
})

const custom = (body: Fields): CustomContent => ({
  type: 'custom',
  data: text(body.data),
  description: short(body.description),
  extension: text(body.extension),
})

function person(source: unknown, me: string, fallbackID = ''): Person {
  const { userID, nameCard, nick, avatar } = record(source)
  const id = text(userID) || fallbackID
  const name = short(nameCard) || short(nick) || id
  return { userID: id, name, self: id !== '' && id === me, ...(text(avatar) && { avatar: text(avatar) }) }
}

function members(body: Fields, me: string): Person[] {
  const known = list(body.memberList, MAX_MEMBERS).map((member) => person(member, me))
  const named = new Map(known.filter(({ userID }) => userID).map((member) => [member.userID, member]))
  const ids = list(body.userIDList, MAX_MEMBERS).map(text).filter(Boolean)
  return (ids.length ? ids : [...named.keys()]).map((id) => named.get(id) ?? person({}, me, id))
}

function groupTip(body: Fields, me: string): GroupTipContent {
  const changed = record(body.newGroupProfile)
  const first = record(list(body.memberList, 1)[0])
  const has = (key: string): boolean | undefined => (changed[key] === undefined ? undefined : true)
  const changes = {
    name: short(changed.groupName) || undefined,
    notification: has('notification'),
    introduction: has('introduction'),
    avatar: has('avatar') ?? has('faceUrl'),
    joinOption: has('joinOption') ?? has('inviteOption'),
    owner: text(changed.ownerID) || undefined,
    muteAll: typeof changed.muteAllMembers === 'boolean' ? changed.muteAllMembers : undefined,
  }
  return {
    type: 'groupTip',
    operation: number(body.operationType),
    operator: person(body.operatorInfo, me, text(body.operatorID)),
    members: members(body, me),
    invited: body.groupJoinType === 2,
    changes,
    muteSeconds: amount(first.muteTime),
  }
}

function systemNotice(body: Fields, me: string): SystemNoticeContent {
  const group = record(body.groupProfile)
  const invitee = text(list(body.inviteeList, 1)[0])
  return {
    type: 'systemNotice',
    operation: number(body.operationType),
    operator: person(body.operatorInfo, me, text(body.operatorID)),
    groupID: text(group.groupID),
    groupName: short(group.name) || short(group.groupName),
    words: short(body.handleMessage) || short(body.userDefinedField),
    ...(invitee && { invitee }),
  }
}

const MAPPERS: ReadonlyMap<string, (body: Fields, me: string) => MessageContent> = new Map<
  string,
  (body: Fields, me: string) => MessageContent
>([
  ['TIMTextElem', (body) => ({ type: 'text', text: text(body.text) })],
  ['TIMImageElem', image],
  ['TIMVideoFileElem', video],
  ['TIMSoundElem', audio],
  ['TIMFileElem', file],
  ['TIMFaceElem', (body) => ({ type: 'face', index: number(body.index), data: short(body.data) })],
  ['TIMLocationElem', location],
  ['TIMRelayElem', merger],
  ['TIMCustomElem', custom],
  ['TIMGroupTipElem', groupTip],
  ['TIMGroupSystemNoticeElem', systemNotice],
])

/**
 * The SDK's payload as content of ours. Payloads come from peers: every field may be missing or of another type.
 * @param me the user who is logged in
 */
export function mapContent(type: string, payload: unknown, me: string): MessageContent {
  return MAPPERS.get(type)?.(record(payload), me) ?? { type: 'other', sdkType: type }
}
