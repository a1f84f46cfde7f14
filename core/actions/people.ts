import { NOT_YOURSELF, NO_SUCH_USER } from '../store/codes'
import type { Profile } from '../store/contacts'
import type { Result } from '../store/types'
import { whenReady } from './attempt'
import { changeContacts, tellContacts } from './contacts'
import { intent, refuse } from './intent'
import type { Kit } from './kit'

function keep(kit: Kit, profiles: readonly Profile[]): void {
  changeContacts(kit, (slice) => {
    const people = { ...slice.people }
    for (const profile of profiles) people[profile.userID] = profile
    return { ...slice, people }
  })
  tellContacts(kit, { type: 'profiles', profiles })
}

/** How many profiles one call brings. */
const PROFILES = 100

/** Reads the profiles of people who are no friends. SDK: `getUserProfile`. */
export async function loadPeople(kit: Kit, userIDs: readonly string[]): Promise<Result<void>> {
  for (let at = 0; at < userIDs.length; at += PROFILES) {
    const some = userIDs.slice(at, at + PROFILES)
    const result = await intent(kit, 'getUserProfile', () => kit.sdk.profiles(some))
    if (!result.ok) return result
    keep(kit, result.value)
  }
  return { ok: true, value: undefined }
}

/** Looks somebody up by user ID, of whom nothing has to be known. SDK: `getUserProfile`. */
export async function findPerson(kit: Kit, given: string): Promise<Result<Profile>> {
  const userID = given.trim()
  const ready = await whenReady(kit)
  if (!ready.ok) return ready
  const result = await intent(kit, 'getUserProfile', () => kit.sdk.profiles([userID]))
  if (!result.ok) return result
  const profile = result.value.find((known) => known.userID === userID)
  if (!profile) return refuse('getUserProfile', NO_SUCH_USER, userID)
  keep(kit, [profile])
  return { ok: true, value: profile }
}

/** @returns the ID of the conversation with somebody; nobody writes to themselves */
export function conversationWith(kit: Kit, userID: string): Result<string> {
  if (userID === kit.store.get().session.userID) return refuse('openChat', NOT_YOURSELF, userID)
  return { ok: true, value: `C2C${userID}` }
}

/** Changes the user's own profile. SDK: `updateMyProfile`. */
export async function changeProfile(
  kit: Kit,
  change: Partial<Omit<Profile, 'userID'>>,
): Promise<Result<void>> {
  const result = await intent(kit, 'updateMyProfile', () => kit.sdk.updateMyProfile(change))
  if (!result.ok) return result
  changeContacts(kit, (slice) => ({
    ...slice,
    me: result.value ?? (slice.me && { ...slice.me, ...change }),
  }))
  return { ok: true, value: undefined }
}
