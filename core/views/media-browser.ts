import type { Translate } from '../../locales/index'
import { sizeWords, timeWords } from '../../locales/words'
import { clipMiddle, singleLine } from '../../utils/text'
import { listTime } from '../../utils/time'
import { pictureView } from '../kinds/picture'
import type { State } from '../store/state'
import type { Message } from '../store/types'
import { hitsOf } from './chat-search'
import { phaseView, type SearchPhaseView } from './search'

export interface MediaTile {
  /** The SDK's ID of the message. */
  id: string
  /** Of the small picture; empty when there is none. */
  url: string
  /** Of a video, `0:12`. */
  duration: string
  /** What a screen reader says. */
  label: string
}

export interface FileRow {
  id: string
  name: string
  note: string
}

export interface MediaMonth {
  id: string
  title: string
  tiles: MediaTile[]
  files: FileRow[]
}

export interface MediaBrowserView extends SearchPhaseView {
  /** Newest first. */
  months: MediaMonth[]
  empty: string
}

export const NO_MEDIA: MediaBrowserView = {
  months: [],
  loading: false,
  error: '',
  local: '',
  older: '',
  empty: '',
}

const FILE_WIDTH = 36

function tileOf({ ID, content }: Message, t: Translate): MediaTile | undefined {
  const picture = pictureView(content, t)
  return picture && { id: ID, url: picture.url, duration: picture.duration, label: picture.label }
}

function fileOf(message: Message, clock: number, t: Translate): FileRow | undefined {
  const { ID, content, time } = message
  if (content.type !== 'file') return undefined
  const when = listTime(time * 1000, clock, timeWords(t))
  return {
    id: ID,
    name: clipMiddle(singleLine(content.name), FILE_WIDTH) || t('search.file'),
    note: [sizeWords(content.bytes), singleLine(message.name) || message.from, when]
      .filter(Boolean)
      .join(' · '),
  }
}

function monthOf(time: number, clock: number, t: Translate): { id: string; title: string } {
  const date = new Date(time * 1000)
  const year = date.getFullYear()
  const month = date.getMonth() + 1
  const now = new Date(clock)
  const current = year === now.getFullYear() && month === now.getMonth() + 1
  return { id: `${year}-${month}`, title: current ? t('media.thisMonth') : t('media.month', { year, month }) }
}

/** Pictures and videos, or files, of one chat, by month. */
export function mediaBrowserView(state: State, searchID: string, t: Translate): MediaBrowserView {
  const search = state.searches[searchID]
  const months: MediaMonth[] = []
  for (const message of hitsOf(search)) {
    const tile = tileOf(message, t)
    const file = fileOf(message, state.clock, t)
    if (message.revoked || (!tile && !file)) continue
    const { id, title } = monthOf(message.time, state.clock, t)
    let month = months[months.length - 1]
    if (month?.id !== id) months.push((month = { id, title, tiles: [], files: [] }))
    if (tile) month.tiles.push(tile)
    if (file) month.files.push(file)
  }
  return {
    ...phaseView(search, t),
    months,
    empty: search?.phase === 'ready' && !months.length ? t('media.empty') : '',
  }
}
