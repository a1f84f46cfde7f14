import type { Translate } from '../../locales/index'
import type { CallSlice } from '../store/call'
import { avatarView, type AvatarView } from '../views/avatar'
import { clip, singleLine } from '../../utils/text'
import { callRows, type CallRow } from './buttons'
import type { CallInfo, CallMember, PlayerAttributes, PusherAttributes } from './engine'
import { placesOf, type Layout } from './places'

/** One person of the call, with their picture when there is one. */
export interface CallTile {
  /** User ID; `me` for the user. */
  id: string
  me: boolean
  name: string
  avatar: AvatarView
  /** `large`, `small` or `grid`; `away` is on the page, and not seen. */
  place: 'large' | 'small' | 'grid' | 'away'
  /** Where in the grid. */
  style: string
  /** There is a moving picture of them. */
  video: boolean
  muted: boolean
  waiting: boolean
  speaking: boolean
  weak: boolean
  /** Their voice and picture; nothing while there is none. */
  player: PlayerAttributes | null
}

export interface CallView {
  /** Empty: there is no call. */
  shape: '' | 'full' | 'mini'
  /** What stands in the middle: who it is with, or who takes part. */
  head: 'person' | 'people' | 'none'
  video: boolean
  name: string
  avatar: AvatarView
  hint: string
  /** Others who are called as well. */
  faces: { id: string; avatar: AvatarView }[]
  tiles: CallTile[]
  pusher: PusherAttributes | null
  rows: CallRow[]
  /** The other's network is weak. */
  weak: string
  /** It can be made small: what rings cannot. */
  minimisable: boolean
  /** More people can be called into it. */
  addable: boolean
  /** Milliseconds since 1970, the server's clock; 0 before it came about. */
  startedAt: number
}

const NOBODY: AvatarView = { url: '', text: '', tone: 0 }

export const NO_CALL_VIEW: CallView = {
  shape: '',
  head: 'none',
  video: false,
  name: '',
  avatar: NOBODY,
  hint: '',
  faces: [],
  tiles: [],
  pusher: null,
  rows: [],
  weak: '',
  minimisable: false,
  addable: false,
  startedAt: 0,
}

/** Of the grid, with the user. */
const MOST_TILES = 9
/** From this loudness on somebody is speaking, of 100. */
const SPEAKING = 12
/** From this quality on, of 1 (excellent) to 6. */
const WEAK = 4
const NAME_LENGTH = 40

interface Sight {
  /** The user's own user ID. */
  me: string
  /** Whose picture was made the large one by a tap; empty for nobody. */
  large: string
}

/** Who of the call is known by which name and picture. */
function people({ people: known }: CallSlice): (userID: string) => { name: string; avatar: AvatarView } {
  return (userID) => {
    const { name = '', avatar = '' } = known[userID] ?? {}
    const shown = clip(singleLine(name || userID), NAME_LENGTH)
    return { name: shown, avatar: avatarView(avatar, shown, userID) }
  }
}

const isThere = ({ state }: CallMember): boolean => state !== 'left'

function hintOf(info: CallInfo, t: Translate): string {
  const { phase, media, groupID } = info
  if (phase === 'connecting') return t('callkit.connecting')
  if (phase === 'dialing') return t(groupID ? 'callkit.waitingGroup' : 'callkit.waiting')
  if (phase !== 'incoming') return ''
  if (groupID) return t('callkit.invitesGroup')
  return t(media === 'video' ? 'callkit.invitesVideo' : 'callkit.invitesAudio')
}

/** Nobody's picture is seen before there is a call but the own one. */
function layoutOf({ groupID, phase, media }: CallInfo): Layout {
  if (phase === 'incoming') return 'away'
  if (groupID) return 'grid'
  if (media === 'audio') return 'away'
  return phase === 'in-call' ? 'pair' : 'alone'
}

function tilesOf(call: CallSlice, info: CallInfo, { large, me }: Sight, t: Translate): CallTile[] {
  const person = people(call)
  const video = info.media === 'video'
  const players = new Map(call.views.players.map((player) => [player.userID, player]))
  const others = info.members.filter(isThere).slice(0, MOST_TILES - 1)
  const places = placesOf({
    ids: ['me', ...others.map(({ userID }) => userID)],
    layout: layoutOf(info),
    large: large || (info.phase === 'in-call' ? (others[0]?.userID ?? 'me') : 'me'),
    minimised: call.minimised,
  })
  const mine: CallTile = {
    id: 'me',
    me: true,
    name: t('callkit.me'),
    avatar: person(me).avatar,
    place: 'away',
    style: '',
    video: video && call.own.camera && call.views.pusher !== null,
    muted: !call.own.microphone,
    waiting: false,
    speaking: false,
    weak: false,
    player: null,
  }
  const theirs = others.map((member): CallTile => {
    const player = players.get(member.userID) ?? null
    const joined = member.state === 'joined'
    return {
      id: member.userID,
      me: false,
      ...person(member.userID),
      place: 'away',
      style: '',
      video: video && member.video && player !== null,
      muted: joined && !member.audio,
      waiting: !joined,
      speaking: joined && member.audio && (member.volume ?? 0) >= SPEAKING,
      weak: joined && (member.quality ?? 0) >= WEAK,
      player,
    }
  })
  return [mine, ...theirs].map((tile, at) => ({ ...tile, ...places[at] }))
}

/** Who it is with; in a group that rings, who calls. */
function subjectOf({ groupID, callerID, members, role }: CallInfo): string {
  if (role === 'callee' && callerID) return callerID
  return groupID ? callerID : (members[0]?.userID ?? callerID)
}

function headOf({ groupID, phase, media }: CallInfo): CallView['head'] {
  if (groupID && phase !== 'incoming') return 'people'
  return media === 'video' && phase === 'in-call' ? 'none' : 'person'
}

/** Who else is called, while it rings in a group. */
function invitedWith({ groupID, phase, members, callerID }: CallInfo): string[] {
  if (!groupID || phase !== 'incoming') return []
  const others = members.filter((member) => isThere(member) && member.userID !== callerID)
  return others.map(({ userID }) => userID).slice(0, MOST_TILES)
}

/** The screen of the call that is on. */
export function callView(call: CallSlice, sight: Sight, t: Translate): CallView {
  const { info, own, minimised, views } = call
  if (!info || info.phase === 'idle') return NO_CALL_VIEW
  const person = people(call)
  const joined = info.phase === 'in-call'
  const others = info.members.filter(isThere)
  const tiles = tilesOf(call, info, sight, t)
  return {
    shape: minimised && info.phase !== 'incoming' ? 'mini' : 'full',
    head: headOf(info),
    video: info.media === 'video',
    ...person(subjectOf(info)),
    hint: hintOf(info, t),
    faces: invitedWith(info).map((userID) => ({ id: userID, avatar: person(userID).avatar })),
    tiles,
    pusher: views.pusher,
    rows: callRows(info, own, t),
    weak: !info.groupID && tiles.some((tile) => tile.weak) ? t('callkit.weakPeer') : '',
    minimisable: info.phase !== 'incoming',
    addable: Boolean(info.groupID) && joined && others.length < MOST_TILES - 1,
    startedAt: joined ? (info.startedAt ?? 0) : 0,
  }
}
