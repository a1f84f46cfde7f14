import { initials, sortKey } from '../../utils/pinyin'
import { clip, singleLine } from '../../utils/text'
import type { Friend, Profile } from '../store/contacts'
import { avatarView, type AvatarView } from './avatar'

const NAME_LENGTH = 40

const NOBODY: AvatarView = { url: '', text: '', tone: 0 }

/** The name that somebody has given themselves, or their ID. */
export const nickOf = ({ nick, userID }: Pick<Profile, 'nick' | 'userID'>): string =>
  clip(singleLine(nick) || userID, NAME_LENGTH)

export const friendName = ({ remark, profile }: Friend): string =>
  clip(singleLine(remark), NAME_LENGTH) || nickOf(profile)

/** One row of an A–Z list: a letter, or somebody. */
export interface PersonRow {
  /** User ID; `#A` for the letter A. */
  id: string
  /** Empty for somebody. */
  letter: string
  name: string
  avatar: AvatarView
  /** Under the name, and at the end of the row. */
  note?: string
  value?: string
}

/** Heights of the rows, px: those of the stylesheet. */
export const PERSON_HEIGHT = 56
export const LETTER_HEIGHT = 32

interface Entry {
  readonly friend: Friend
  readonly name: string
  readonly letter: string
  readonly key: string
}

interface Sections {
  readonly rows: readonly PersonRow[]
  /** Where each row begins, px; one more for the end. */
  readonly tops: readonly number[]
  readonly letters: readonly LetterView[]
}

export interface LetterView {
  letter: string
  /** Where its section begins, px from the first row. */
  top: number
}

const sortedFriends = new WeakMap<readonly Friend[], readonly Entry[]>()

/** In the order of the list: A to Z, then the others. */
function sorted(friends: readonly Friend[]): readonly Entry[] {
  const before = sortedFriends.get(friends)
  if (before) return before
  const entries = friends.map((friend): Entry => {
    const name = friendName(friend)
    return { friend, name, ...sortKey(name) }
  })
  entries.sort((a, b) =>
    a.key < b.key ? -1 : a.key > b.key ? 1 : a.friend.userID < b.friend.userID ? -1 : 1,
  )
  sortedFriends.set(friends, entries)
  return entries
}

const rows = new WeakMap<Friend, PersonRow>()

function rowOf({ friend, name }: Entry): PersonRow {
  let row = rows.get(friend)
  if (!row) {
    row = {
      id: friend.userID,
      letter: '',
      name,
      avatar: avatarView(friend.profile.avatar, name, friend.userID),
    }
    rows.set(friend, row)
  }
  return row
}

const letterRow = (letter: string): PersonRow => ({ id: `#${letter}`, letter, name: '', avatar: NOBODY })

function layOut(entries: readonly Entry[], withLetters: boolean): Sections {
  const laid: PersonRow[] = []
  const tops: number[] = []
  const letters: LetterView[] = []
  let top = 0
  let letter = ''
  const put = (row: PersonRow, height: number): void => {
    laid.push(row)
    tops.push(top)
    top += height
  }
  for (const entry of entries) {
    if (withLetters && entry.letter !== letter) {
      letter = entry.letter
      letters.push({ letter, top })
      put(letterRow(letter), LETTER_HEIGHT)
    }
    put(rowOf(entry), PERSON_HEIGHT)
  }
  tops.push(top)
  return { rows: laid, tops, letters }
}

const whole = new WeakMap<readonly Entry[], Sections>()

function sectionsOf(friends: readonly Friend[]): Sections {
  const entries = sorted(friends)
  let made = whole.get(entries)
  if (!made) whole.set(entries, (made = layOut(entries, true)))
  return made
}

/** Whether somebody is meant by what is being typed: a part of a name or ID, or the letters of the characters. */
const isMeant = ({ name, friend }: Entry, query: string): boolean =>
  name.toLowerCase().includes(query) ||
  friend.profile.nick.toLowerCase().includes(query) ||
  friend.userID.toLowerCase().includes(query) ||
  initials(name).startsWith(query)

/** A person's name is never longer. */
const QUERY_LENGTH = 100
export const normalQuery = (query: string): string => query.trim().slice(0, QUERY_LENGTH).toLowerCase()

/** A window over an A–Z list: only the rows around what is seen, and the heights of the others. */
export interface PeopleView {
  rows: PersonRow[]
  /** Heights of what is left out, px. */
  before: number
  after: number
  letters: LetterView[]
}

/** How far the window reaches beyond the scrolled position, px. */
export const ABOVE = 800
export const BELOW = 2400

/** The first row that ends below `top`. */
function rowAt(tops: readonly number[], top: number): number {
  let low = 0
  let high = tops.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tops[middle + 1] ?? Infinity) <= top) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * @param query what is being typed to find somebody; empty shows all, by letter
 * @param top how far the list is scrolled, px
 */
export function peopleView(friends: readonly Friend[], query: string, top: number): PeopleView {
  const wanted = normalQuery(query)
  const { rows, tops, letters } = wanted
    ? layOut(
        sorted(friends).filter((entry) => isMeant(entry, wanted)),
        false,
      )
    : sectionsOf(friends)
  const height = tops[tops.length - 1] ?? 0
  const from = rowAt(tops, Math.min(top, height) - ABOVE)
  const to = Math.min(rows.length, rowAt(tops, top + BELOW) + 1)
  return {
    rows: rows.slice(from, to),
    before: tops[from] ?? 0,
    after: height - (tops[to] ?? height),
    letters: [...letters],
  }
}
