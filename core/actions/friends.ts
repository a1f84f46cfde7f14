import { NOT_YOURSELF, TEXT_TOO_LONG } from '../store/codes'
import type { Application, ContactsSlice } from '../store/contacts'
import { fits } from '../store/limits'
import type { Result } from '../store/types'
import { changeContacts, tellContacts } from './contacts'
import { intent, refuse } from './intent'
import type { Kit } from './kit'

export interface FriendRequest {
  /** What the other one reads; empty for nothing. */
  readonly wording: string
  /** How the user will see them; empty for their own name. */
  readonly remark: string
}

/**
 * Asks somebody to become a friend, on both sides. SDK: `addFriend`.
 * @returns `waits` when the other one has to agree first
 */
export async function addFriend(
  kit: Kit,
  userID: string,
  { wording, remark }: FriendRequest,
): Promise<Result<'added' | 'waits'>> {
  if (userID === kit.store.get().session.userID) return refuse('addFriend', NOT_YOURSELF, userID)
  if (!fits(wording, 'wording') || !fits(remark, 'remark')) return refuse('addFriend', TEXT_TOO_LONG, '')
  return intent(kit, 'addFriend', () => kit.sdk.addFriend(userID, { wording, remark }))
}

const withoutFriend = (slice: ContactsSlice, userID: string): ContactsSlice => ({
  ...slice,
  friends: slice.friends.filter((friend) => friend.userID !== userID),
})

/** Ends a friendship on both sides. SDK: `deleteFriend`. */
export async function deleteFriend(kit: Kit, userID: string): Promise<Result<void>> {
  const result = await intent(kit, 'deleteFriend', () => kit.sdk.deleteFriend(userID))
  if (result.ok) changeContacts(kit, (slice) => withoutFriend(slice, userID))
  return result
}

/** Gives a friend another name; an empty one takes it away. SDK: `updateFriend`. */
export async function setRemark(kit: Kit, userID: string, given: string): Promise<Result<void>> {
  const remark = given.trim()
  if (!fits(remark, 'remark')) return refuse('updateFriend', TEXT_TOO_LONG, '')
  const result = await intent(kit, 'updateFriend', () => kit.sdk.setRemark(userID, remark))
  if (result.ok)
    changeContacts(kit, (slice) => ({
      ...slice,
      friends: slice.friends.map((friend) => (friend.userID === userID ? { ...friend, remark } : friend)),
    }))
  return result
}

/** Puts somebody on the blacklist, or takes them off it. SDK: `addToBlacklist`, `removeFromBlacklist`. */
export async function block(kit: Kit, userID: string, blocked: boolean): Promise<Result<void>> {
  const op = blocked ? 'addToBlacklist' : 'removeFromBlacklist'
  const result = await intent(kit, op, () => kit.sdk.block(userID, blocked))
  if (result.ok)
    changeContacts(kit, (slice) => {
      const others = slice.blocked.filter((known) => known !== userID)
      return { ...slice, blocked: blocked ? [userID, ...others] : others }
    })
  return result
}

const same =
  ({ userID, incoming }: Application) =>
  (other: Application): boolean =>
    other.userID === userID && other.incoming === incoming

/** Accepts an application, on both sides, or refuses it. SDK: `acceptFriendApplication`, `refuseFriendApplication`. */
export async function answerApplication(
  kit: Kit,
  application: Application,
  accepted: boolean,
): Promise<Result<void>> {
  const op = accepted ? 'acceptFriendApplication' : 'refuseFriendApplication'
  const isIt = same(application)
  const setAnswer = (answer: Application['answer']): void =>
    changeContacts(kit, (slice) => ({
      ...slice,
      applications: slice.applications.map((known) => (isIt(known) ? { ...known, answer } : known)),
    }))
  // Before the SDK forgets it.
  setAnswer(accepted ? 'accepted' : 'refused')
  const result = await intent(kit, op, () => kit.sdk.answerApplication(application.userID, accepted))
  if (!result.ok) setAnswer(undefined)
  return result
}

/** Takes an application off the list, on this side only. SDK: `deleteFriendApplication`. */
export async function deleteApplication(kit: Kit, application: Application): Promise<Result<void>> {
  const { userID, incoming, answer } = application
  const isIt = same(application)
  const result: Result<void> = answer
    ? { ok: true, value: undefined } // the SDK has forgotten it
    : await intent(kit, 'deleteFriendApplication', () => kit.sdk.deleteApplication(userID, incoming))
  if (result.ok)
    changeContacts(kit, (slice) => ({
      ...slice,
      applications: slice.applications.filter((known) => !isIt(known)),
    }))
  return result
}

/** The applications were looked at: nothing is red any more. SDK: `setFriendApplicationRead`. */
export async function readApplications(kit: Kit): Promise<void> {
  const { unreadApplications, applications } = kit.store.get().contacts
  if (!unreadApplications) return
  const result = await intent(kit, 'setFriendApplicationRead', () => kit.sdk.readApplications())
  if (result.ok)
    tellContacts(kit, {
      type: 'applications',
      applications: applications.filter(({ answer }) => !answer),
      unread: 0,
    })
}
