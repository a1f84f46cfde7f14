import { timeWords } from '../../locales/words'
import type { Translate } from '../../locales/index'
import { highlight, type Piece } from '../../utils/highlight'
import { clip, singleLine } from '../../utils/text'
import { listTime } from '../../utils/time'
import { withEmoji } from '../kinds/emoji-tokens'
import { summaryLine } from '../menu/merged'
import { friendOf } from '../store/contacts'
import type { FoundIn, Search } from '../store/searches'
import type { State } from '../store/state'
import type { Message } from '../store/types'
import { avatarView, groupAvatarView, type AvatarView } from './avatar'
import { conversationName } from './conversation-words'
import { errorText } from './error-text'
import { groupName, groupRows } from './groups'
import { friendName, normalQuery, peopleView } from './people'

/** Something that was found: a person, a group, a chat or a message. */
export interface FoundRow {
  /** A conversation ID; the SDK's ID of a message inside one chat. */
  id: string
  avatar: AvatarView
  title: Piece[]
  note: Piece[]
  time: string
}

export type SectionID = 'people' | 'groups' | 'chats' | 'messages'

export interface FoundSection {
  id: SectionID
  title: string
  rows: FoundRow[]
  /** What leads to the rest of it; empty when all of it is there. */
  more: string
}

/** The state of a search for messages, in words. */
export interface SearchPhaseView {
  /** Something is being looked for. */
  loading: boolean
  /** Why nothing more comes: a sentence. */
  error: string
  /** The app's plan has no search: a sentence. */
  local: string
  /** What leads on to older messages then. */
  older: string
}

export interface SearchView extends SearchPhaseView {
  sections: FoundSection[]
  /** What stands in place of the rows. */
  empty: string
}

export const NO_SEARCH: SearchView = {
  sections: [],
  loading: false,
  error: '',
  local: '',
  older: '',
  empty: '',
}

const TITLE_LENGTH = 40
const NOTE_LENGTH = 60
/** Of each section while all are shown, and when it is shown by itself. */
const SOME = 3
const MANY = 50

const words = (query: string): string[] => normalQuery(query).split(/\s+/).filter(Boolean)
export const wordsOf = words

const plain = (text: string): Piece[] => (text ? [{ at: 0, text, hit: false }] : [])
const title = (name: string, query: string): Piece[] => highlight(name, [normalQuery(query)], TITLE_LENGTH)

export function phaseView(search: Search | undefined, t: Translate): SearchPhaseView {
  return {
    loading: search?.phase === 'loading',
    error: search?.error ? errorText(search.error, t) : '',
    local: search?.local ? t(search.query.conversationID ? 'search.localChat' : 'search.local') : '',
    older: search?.local && search.cursor && search.phase === 'ready' ? t('search.older') : '',
  }
}

/** What a conversation is called and looks like, whatever is known of it. */
export function placeOf(
  { conversations, contacts, faces }: State,
  conversationID: string,
  t: Translate,
): { name: string; avatar: AvatarView } {
  const known = conversations.list.find((one) => one.conversationID === conversationID)
  const isGroup = conversationID.startsWith('GROUP')
  const target = conversationID.replace(/^(GROUP|C2C)/, '')
  if (known) {
    const name = clip(conversationName(known, t), TITLE_LENGTH)
    const face = isGroup ? faces[target] : undefined
    return { name, avatar: groupAvatarView(known.avatar, known.name, target, face) }
  }
  const friend = isGroup ? undefined : friendOf(contacts, target)
  const group = isGroup ? contacts.groups.find(({ groupID }) => groupID === target) : undefined
  const name = friend ? friendName(friend) : group ? groupName(group) : clip(target, TITLE_LENGTH)
  return { name, avatar: avatarView(friend?.profile.avatar ?? group?.avatar ?? '', name, target) }
}

/** What a message says, on one line, with what was looked for lit up. */
export function hitPieces(message: Message, query: readonly string[], t: Translate): Piece[] {
  const { content } = message
  const said =
    content.type === 'text' ? singleLine(withEmoji(content.text.slice(0, 20_000))) : summaryLine(message, t)
  return highlight(said, query, NOTE_LENGTH)
}

function section(
  id: SectionID,
  rows: readonly FoundRow[],
  { only, more, t }: { only: string; more: boolean; t: Translate },
): FoundSection[] {
  if (!rows.length || (only && only !== id)) return []
  const shown = rows.slice(0, only ? MANY : SOME)
  const goesOn = !only && (rows.length > SOME || more)
  return [
    {
      id,
      title: t(`search.${id}`),
      rows: shown,
      more: goesOn ? t('search.more', { what: t(`search.${id}`) }) : '',
    },
  ]
}

function messageRow(
  state: State,
  { conversationID, count, messages }: FoundIn,
  query: string,
  t: Translate,
): FoundRow {
  const { name, avatar } = placeOf(state, conversationID, t)
  const [message] = messages
  const one = count <= 1 && message
  return {
    id: conversationID,
    avatar,
    title: plain(name),
    note: one ? hitPieces(message, words(query), t) : plain(t('search.count', { count })),
    time: one ? listTime(message.time * 1000, state.clock, timeWords(t)) : '',
  }
}

function peopleRows({ contacts }: State, query: string): FoundRow[] {
  return peopleView(contacts.friends, query, 0).rows.map(({ id, name, avatar }) => ({
    id: `C2C${id}`,
    avatar,
    title: title(name, query),
    note: [],
    time: '',
  }))
}

const foundGroups = ({ contacts }: State, query: string, t: Translate): FoundRow[] =>
  groupRows(contacts.groups, query, t).map(({ id, name, avatar, note }) => ({
    id: `GROUP${id}`,
    avatar,
    title: title(name, query),
    note: plain(note),
    time: '',
  }))

function chatRows(state: State, query: string, shown: ReadonlySet<string>, t: Translate): FoundRow[] {
  const wanted = normalQuery(query)
  return state.conversations.list
    .filter(({ type, conversationID }) => type !== 'SYSTEM' && !shown.has(conversationID))
    .filter((one) => `${conversationName(one, t)}\n${one.target}`.toLowerCase().includes(wanted))
    .slice(0, MANY)
    .map(({ conversationID }) => {
      const { name, avatar } = placeOf(state, conversationID, t)
      return { id: conversationID, avatar, title: title(name, query), note: [], time: '' }
    })
}

/**
 * People, groups and chats as one types, and messages once the server has answered.
 * @param only the section that is shown by itself; empty: all of them
 */
export function searchView(
  state: State,
  { searchID, query, only }: { searchID: string; query: string; only: string },
  t: Translate,
): SearchView {
  if (!normalQuery(query)) return { ...NO_SEARCH, empty: '' }
  const search = state.searches[searchID]
  const people = peopleRows(state, query)
  const groups = foundGroups(state, query, t)
  const shown = new Set([...people, ...groups].map(({ id }) => id))
  const messages = (search?.found ?? []).map((found) => messageRow(state, found, query, t))
  const options = { only, t, more: false }
  const sections = [
    ...section('people', people, options),
    ...section('groups', groups, options),
    ...section('chats', chatRows(state, query, shown, t), options),
    ...section('messages', messages, { ...options, more: Boolean(search?.cursor) }),
  ]
  const phase = phaseView(search, t)
  const nothing = !sections.length && search !== undefined && !phase.loading && !phase.error
  return {
    sections,
    ...phase,
    empty: nothing ? t('contact.nothingFound', { query: clip(query.trim(), 20) }) : '',
  }
}
