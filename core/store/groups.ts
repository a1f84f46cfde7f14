import type { ChatError, Message } from './types'

export type GroupRole = 'owner' | 'admin' | 'member'

/** What the user who is logged in may do in a group. */
export interface GroupAccess {
  /** `out` of it: left, removed, or the group is no more. */
  readonly standing: 'in' | 'left' | 'removed' | 'dismissed'
  readonly role: GroupRole
  /** Seconds since 1970 until which this user may not speak; 0 when allowed to. */
  readonly mutedUntil: number
  /** Nobody but the owner and administrators may speak. */
  readonly mutedAll: boolean
}

/** One member of a group as pickers show it. */
export interface Member {
  readonly userID: string
  /** Name card, nickname or user ID, whichever is there. */
  readonly name: string
  readonly avatar: string
  readonly role: GroupRole
  /** Seconds since 1970 until which they may not speak. */
  readonly mutedUntil?: number
  /** When the list was loaded. */
  readonly online?: boolean
  /** Their own name, when `name` is the one they have in the group. */
  readonly nick?: string
}

/** What became of those who were to be added, by user ID. */
export interface Added {
  readonly added: readonly string[]
  /** They, or an administrator, have to agree first. */
  readonly waiting: readonly string[]
  readonly already: readonly string[]
  /** Unknown, or they have blocked the user. */
  readonly failed: readonly string[]
  /** They are in as many groups as one can be in. */
  readonly full: readonly string[]
}

/** The loaded members of a group, in the server's order. */
export interface Members {
  readonly phase: 'loading' | 'ready' | 'failed'
  readonly list: readonly Member[]
  /** Where the next page starts; nothing when all are loaded (SDK: `offset`). */
  readonly next?: number | string
  readonly error?: ChatError
}

/** Of group tips (the SDK's `GRP_TIP_…`). */
const TIP = { quit: 2, removed: 3, adminGiven: 4, adminTaken: 5, group: 6, member: 7 } as const
/** Of system notices. */
const NOTICE = {
  accepted: 2,
  removed: 4,
  dismissed: 5,
  invited: 7,
  quit: 8,
  adminGiven: 9,
  adminTaken: 10,
} as const

type Change = Partial<GroupAccess>

/** What a tip in the group tells of this user. @param now seconds since 1970 */
function tipChange({ content }: Message, now: number): Change {
  if (content.type !== 'groupTip') return {}
  const { operation, changes, members, muteSeconds } = content
  const mutedAll = changes.muteAll === undefined ? {} : { mutedAll: changes.muteAll }
  if (operation === TIP.group) return mutedAll
  if (operation === TIP.quit && content.operator.self) return { standing: 'left' }
  if (!members.some(({ self }) => self)) return {}
  if (operation === TIP.removed) return { standing: 'removed' }
  if (operation === TIP.adminGiven) return { role: 'admin' }
  if (operation === TIP.adminTaken) return { role: 'member' }
  // Of several at once the tip tells the time of the first only; they are muted together.
  if (operation === TIP.member) return { mutedUntil: muteSeconds ? now + muteSeconds : 0 }
  return {}
}

function noticeChange({ content }: Message): [conversationID: string, Change] | undefined {
  if (content.type !== 'systemNotice') return undefined
  const conversationID = `GROUP${content.groupID}`
  switch (content.operation) {
    case NOTICE.accepted:
    case NOTICE.invited:
      return [conversationID, { standing: 'in' }]
    case NOTICE.removed:
      return [conversationID, { standing: 'removed' }]
    case NOTICE.dismissed:
      return [conversationID, { standing: 'dismissed' }]
    case NOTICE.quit:
      return [conversationID, { standing: 'left' }]
    case NOTICE.adminGiven:
      return [conversationID, { role: 'admin' }]
    case NOTICE.adminTaken:
      return [conversationID, { role: 'member' }]
    default:
      return undefined
  }
}

/** Who gives a group away is an ordinary member afterwards. @param me the user who is logged in */
function ownerChange({ content }: Message, { role }: GroupAccess, me: string): Change {
  const owner = content.type === 'groupTip' ? content.changes.owner : undefined
  if (!owner) return {}
  return owner === me ? { role: 'owner' } : role === 'owner' ? { role: 'member' } : {}
}

/** What live messages change about groups that were asked for. @param now seconds since 1970 */
export function accessAfter(
  access: Readonly<Record<string, GroupAccess>>,
  messages: readonly Message[],
  now: number,
  me: string,
): Readonly<Record<string, GroupAccess>> {
  return messages.reduce((all, message) => {
    const [conversationID, change] = noticeChange(message) ?? [
      message.conversationID,
      tipChange(message, now),
    ]
    const known = all[conversationID]
    if (!known) return all
    const changes = { ...change, ...ownerChange(message, known, me) }
    return Object.keys(changes).length ? { ...all, [conversationID]: { ...known, ...changes } } : all
  }, access)
}

/** Why one cannot write in a group; nothing when one can. @param now milliseconds since 1970 */
export function silenceOf(
  access: GroupAccess,
  now: number,
): 'left' | 'removed' | 'dismissed' | 'muted' | 'mutedAll' | undefined {
  if (access.standing !== 'in') return access.standing
  if (access.mutedUntil * 1000 > now) return 'muted'
  return access.mutedAll && access.role === 'member' ? 'mutedAll' : undefined
}
