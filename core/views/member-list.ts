import type { Translate } from '../../locales/index'
import { clip, singleLine } from '../../utils/text'
import type { GroupRole, Member } from '../store/groups'
import type { State } from '../store/state'
import { avatarView } from './avatar'
import { errorText } from './error-text'
import { ABOVE, BELOW, normalQuery, PERSON_HEIGHT, type PersonRow } from './people'

/** A window over the members of a group: see `PeopleView`. */
export interface MemberListView {
  rows: PersonRow[]
  /** Heights of what is left out, px. */
  before: number
  after: number
  /** More of them can be loaded, and the window reaches the end of those that are. */
  wanting: boolean
  loading: boolean
  /** Why no more could be loaded. */
  error: string
  /** Nobody matches, in words; empty while there are rows or more of them may come. */
  empty: string
}

export const NO_MEMBERS: MemberListView = {
  rows: [],
  before: 0,
  after: 0,
  wanting: false,
  loading: true,
  error: '',
  empty: '',
}

/** Which members, and how much of the list is seen. */
export interface MemberQuery {
  readonly conversationID: string
  /** Part of a name or user ID. */
  readonly query: string
  /** How far the list is scrolled, px. */
  readonly top: number
  /** Only those with one of these roles; all without it. */
  readonly roles?: readonly GroupRole[]
  /** Without the user who is logged in. */
  readonly others?: boolean
}

const NAME_LENGTH = 40

/** A member's name on one line. */
export const memberName = ({ name, userID }: Pick<Member, 'name' | 'userID'>): string =>
  clip(singleLine(name) || userID, NAME_LENGTH)

export const roleWord = (role: GroupRole, t: Translate): string =>
  role === 'member' ? '' : t(`mention.${role}`)

const ORDER: readonly GroupRole[] = ['owner', 'admin', 'member']
const sorted = new WeakMap<readonly Member[], readonly Member[]>()

/** Who leads the group comes first, then the server's order. */
function inOrder(list: readonly Member[]): readonly Member[] {
  let made = sorted.get(list)
  if (!made) {
    const byRole = ORDER.map((role) => list.filter((member) => member.role === role))
    sorted.set(list, (made = byRole[0]?.concat(byRole[1] ?? [], byRole[2] ?? []) ?? []))
  }
  return made
}

interface MadeRow {
  t: Translate
  note: string
  row: PersonRow
}
const rows = new WeakMap<Member, MadeRow>()

function rowOf(member: Member, { presence, clock }: State, t: Translate): PersonRow {
  const { userID, avatar, role, mutedUntil = 0 } = member
  const muted = mutedUntil * 1000 > clock
  const online = presence[userID] === true || (presence[userID] !== false && member.online === true)
  const note = muted ? t('member.muted') : online ? t('member.online') : ''
  const made = rows.get(member)
  if (made?.t === t && made.note === note) return made.row
  const name = memberName(member)
  const row = {
    id: userID,
    letter: '',
    name,
    avatar: avatarView(avatar, name, userID),
    note,
    value: roleWord(role, t),
  }
  rows.set(member, { t, note, row })
  return row
}

const isMeant = ({ name, nick = '', userID }: Member, query: string): boolean =>
  name.toLowerCase().includes(query) ||
  userID.toLowerCase().includes(query) ||
  nick.toLowerCase().includes(query)

export function memberListView(state: State, asked: MemberQuery, t: Translate): MemberListView {
  const { conversationID, top, roles, others } = asked
  const { list = [], phase = 'loading', next, error } = state.members[conversationID] ?? {}
  const query = normalQuery(asked.query)
  const me = others ? state.session.userID : ''
  const narrowed = query || roles || me
  const all = inOrder(list)
  const meant = narrowed
    ? all.filter(
        (member) =>
          member.userID !== me &&
          (!roles || roles.includes(member.role)) &&
          (!query || isMeant(member, query)),
      )
    : all
  const count = meant.length
  const from = Math.min(count, Math.max(0, Math.floor((top - ABOVE) / PERSON_HEIGHT)))
  const to = Math.min(count, Math.ceil((top + BELOW) / PERSON_HEIGHT))
  const more = next !== undefined
  return {
    rows: meant.slice(from, to).map((member) => rowOf(member, state, t)),
    before: from * PERSON_HEIGHT,
    after: (count - to) * PERSON_HEIGHT,
    wanting: more && to === count,
    loading: phase === 'loading',
    error: phase === 'failed' && error ? errorText(error, t) : '',
    empty: !count && phase === 'ready' && !more ? t('mention.none') : '',
  }
}

/** The members that are loaded, those who lead the group first; for a picture of a few of them. */
export const firstMembers = (state: State, conversationID: string, count: number): readonly Member[] =>
  inOrder(state.members[conversationID]?.list ?? []).slice(0, count)
