import type { Translate } from '../../locales/index'
import { timeWords } from '../../locales/words'
import { clip, singleLine } from '../../utils/text'
import { listTime } from '../../utils/time'
import { profileOf } from '../store/contacts'
import type { Search } from '../store/searches'
import type { State } from '../store/state'
import type { Message } from '../store/types'
import { avatarView } from './avatar'
import { hitPieces, phaseView, type FoundRow, type SearchPhaseView } from './search'

export interface ChatSearchView extends SearchPhaseView {
  rows: FoundRow[]
  empty: string
}

export const NO_CHAT_SEARCH: ChatSearchView = {
  rows: [],
  loading: false,
  error: '',
  local: '',
  older: '',
  empty: '',
}

/** The messages that a search in one chat has found, newest first. */
export const hitsOf = (search: Search | undefined): readonly Message[] => search?.found[0]?.messages ?? []

const rows = new WeakMap<Message, { words: readonly string[]; t: Translate; clock: number; row: FoundRow }>()

function hitRow(
  message: Message,
  { contacts, clock }: State,
  words: readonly string[],
  t: Translate,
): FoundRow {
  const made = rows.get(message)
  if (made?.words === words && made.t === t && made.clock === clock) return made.row
  const { from, avatar, ID, time } = message
  const profile = profileOf(contacts, from)
  const name = clip(singleLine(message.name), 40) || from
  const row: FoundRow = {
    id: ID,
    avatar: avatarView(avatar || (profile?.avatar ?? ''), name, from),
    title: [{ at: 0, text: name, hit: false }],
    note: hitPieces(message, words, t),
    time: listTime(time * 1000, clock, timeWords(t)),
  }
  rows.set(message, { words, t, clock, row })
  return row
}

/** What was found in one chat. */
export function chatSearchView(state: State, searchID: string, t: Translate): ChatSearchView {
  const search = state.searches[searchID]
  const phase = phaseView(search, t)
  const words = search?.query.words ?? []
  const found = hitsOf(search).map((message) => hitRow(message, state, words, t))
  return {
    ...phase,
    rows: found,
    empty: search?.phase === 'ready' && !found.length ? t('search.nothing') : '',
  }
}
