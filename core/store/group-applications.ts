import type { GroupTipContent } from './content'
import type { ChatError, Message } from './types'

/** Somebody asks to come into a group that the user leads, or a member wants to bring somebody in. */
export interface GroupApplication {
  readonly groupID: string
  readonly groupName: string
  /** Who asks. */
  readonly applicant: string
  /** Their nickname; empty when there is none. */
  readonly name: string
  /** Who would come in: the one who asks, or the one who is invited. */
  readonly userID: string
  readonly invited: boolean
  /** What they write. */
  readonly words: string
  /** Seconds since 1970. */
  readonly time: number
  /** What the server knows it by (SDK: `messageKey`, `authentication`). */
  readonly key: number | string
  readonly authentication: string
  /** What became of it; `elsewhere`: another administrator was faster. */
  readonly answer?: ApplicationAnswer
}

export type ApplicationAnswer = 'accepted' | 'refused' | 'elsewhere'

export interface GroupApplicationsSlice {
  /** `idle` until somebody wants to see them. */
  readonly phase: 'idle' | 'loading' | 'ready' | 'failed'
  readonly error?: ChatError
  /** Those that wait, and those that were answered since the login. */
  readonly list: readonly GroupApplication[]
  /** Answers to invitations of the user, by the local id of the notice. */
  readonly invitations: Readonly<Record<string, ApplicationAnswer>>
}

export const NO_GROUP_APPLICATIONS: GroupApplicationsSlice = { phase: 'idle', list: [], invitations: {} }

/** One at a time waits for each who asks. */
export const groupApplicationID = ({
  groupID,
  applicant,
  userID,
}: Pick<GroupApplication, 'groupID' | 'applicant' | 'userID'>): string =>
  JSON.stringify([groupID, applicant, userID])

/** The system's notices that somebody asks to come in, or is to be brought in. */
export const ASKS = { apply: 1, invite: 23 } as const

/** Those that the server tells of, and those that were answered here: it has forgotten them. */
export function withGroupApplications(
  slice: GroupApplicationsSlice,
  told: readonly GroupApplication[],
): GroupApplicationsSlice {
  const waiting = new Set(told.map(groupApplicationID))
  const before = slice.list.filter((known) => !waiting.has(groupApplicationID(known)))
  // Whoever waited and is not told of any more was answered by somebody else.
  const answered = before.map((known): GroupApplication =>
    known.answer ? known : { ...known, answer: 'elsewhere' },
  )
  return { ...slice, phase: 'ready', error: undefined, list: [...told, ...answered] }
}

export function answerIn(
  slice: GroupApplicationsSlice,
  id: string,
  answer: ApplicationAnswer | undefined,
): GroupApplicationsSlice {
  return {
    ...slice,
    list: slice.list.map((known) => (groupApplicationID(known) === id ? { ...known, answer } : known)),
  }
}

const JOINED = 1

/** Whoever has come in does not wait any more. */
export function applicationsAfter(
  slice: GroupApplicationsSlice,
  messages: readonly Message[],
): GroupApplicationsSlice {
  const tips = messages.filter(({ content }) => content.type === 'groupTip' && content.operation === JOINED)
  if (!tips.length || !slice.list.length) return slice
  const came = new Set<string>()
  for (const { conversationID, content } of tips)
    for (const { userID } of (content as GroupTipContent).members) came.add(`${conversationID} ${userID}`)
  const isIn = ({ groupID, userID, answer }: GroupApplication): boolean =>
    !answer && came.has(`GROUP${groupID} ${userID}`)
  if (!slice.list.some(isIn)) return slice
  return {
    ...slice,
    list: slice.list.map((known) => (isIn(known) ? { ...known, answer: 'accepted' } : known)),
  }
}

/** How many wait. @param groupID of one group; without one in all */
export const waitingApplications = ({ list }: GroupApplicationsSlice, groupID?: string): number =>
  list.filter((known) => !known.answer && (groupID === undefined || known.groupID === groupID)).length
