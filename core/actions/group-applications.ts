import { ALREADY_IN, ANSWERED_ELSEWHERE, TEXT_TOO_LONG } from '../store/codes'
import {
  answerIn,
  ASKS,
  groupApplicationID,
  withGroupApplications,
  type ApplicationAnswer,
  type GroupApplication,
  type GroupApplicationsSlice,
} from '../store/group-applications'
import { fits } from '../store/limits'
import type { Message, Result } from '../store/types'
import { attempt, whenReady } from './attempt'
import { intent, refuse } from './intent'
import type { Kit } from './kit'

const DONE = { ok: true, value: undefined } as const

const change = (kit: Kit, next: (slice: GroupApplicationsSlice) => GroupApplicationsSlice): void =>
  kit.store.set(({ groupApplications }) => ({ groupApplications: next(groupApplications) }))

/** Kits that are reading, and whether they have to read once more. */
const reading = new WeakMap<Kit, { again: boolean }>()
/** At which login they were read last. */
const readAt = new WeakMap<Kit, number>()

/** Reads who asks to come into groups that the user leads. SDK: `getGroupApplicationList`. */
export async function loadGroupApplications(kit: Kit): Promise<Result<void>> {
  const busy = reading.get(kit)
  if (busy) {
    busy.again = true
    return DONE
  }
  const ready = await whenReady(kit)
  if (!ready.ok) return ready
  const { logins } = kit.store.get().session
  const run = { again: false }
  reading.set(kit, run)
  change(kit, (slice) => (slice.phase === 'ready' ? slice : { ...slice, phase: 'loading', error: undefined }))
  const result = await attempt('getGroupApplicationList', () => kit.sdk.groupApplications())
  reading.delete(kit)
  if (kit.store.get().session.logins !== logins) return DONE
  if (!result.ok) {
    // Those that are there already are worth more than an error page.
    change(kit, (slice) => ({
      ...slice,
      phase: slice.list.length ? 'ready' : 'failed',
      error: result.error,
    }))
    kit.reportQuietly(result.error)
    return result
  }
  readAt.set(kit, logins)
  change(kit, (slice) => withGroupApplications(slice, result.value))
  return run.again ? loadGroupApplications(kit) : DONE
}

/** Reads them unless that was done since the login; live notices keep them up to date from then on. */
export async function needGroupApplications(kit: Kit): Promise<void> {
  if (!reading.has(kit) && readAt.get(kit) !== kit.store.get().session.logins)
    await loadGroupApplications(kit)
}

/** Notices that somebody asks, and the one that the user leads a group now. */
const TOLD: ReadonlySet<number> = new Set([ASKS.apply, ASKS.invite, 9])

/** The system tells that somebody asks, or that the user is one of those who decide. */
export function hearApplications(kit: Kit, messages: readonly Message[]): void {
  const asks = ({ content }: Message): boolean =>
    content.type === 'systemNotice' && TOLD.has(content.operation)
  if (messages.some(asks)) void loadGroupApplications(kit)
}

/** What a refusal of the server says of the application: it was answered, or whoever asked is in already. */
const SETTLED: Readonly<Record<number, ApplicationAnswer>> = {
  [ANSWERED_ELSEWHERE]: 'elsewhere',
  [ALREADY_IN]: 'accepted',
}

/**
 * Lets somebody into a group, or refuses them. When another administrator was faster the result says so, and so does
 * the state. SDK: `handleGroupApplication`.
 * @param words that the other one reads; empty for none
 */
export async function answerGroupApplication(
  kit: Kit,
  application: GroupApplication,
  accepted: boolean,
  words = '',
): Promise<Result<void>> {
  if (!fits(words, 'groupWording')) return refuse('handleGroupApplication', TEXT_TOO_LONG, '')
  const id = groupApplicationID(application)
  const result = await intent(kit, 'handleGroupApplication', () =>
    kit.sdk.answerGroupApplication(application, accepted, words),
  )
  const answer = result.ok ? (accepted ? 'accepted' : 'refused') : SETTLED[result.error.code]
  if (answer) change(kit, (slice) => answerIn(slice, id, answer))
  return result
}

/** Answers the invitation into a group that asks for consent. SDK: experimental `handleGroupInvitation`. */
export async function answerInvitation(kit: Kit, notice: Message, accepted: boolean): Promise<Result<void>> {
  const result = await intent(kit, 'handleGroupInvitation', () => kit.sdk.answerInvitation(notice, accepted))
  const answer = result.ok ? (accepted ? 'accepted' : 'refused') : SETTLED[result.error.code]
  if (answer)
    change(kit, (slice) => ({ ...slice, invitations: { ...slice.invitations, [notice.id]: answer } }))
  return result
}
