import { applyContactEvent, type ContactEvent, type ContactsSlice } from '../store/contacts'
import { groupsAfter } from '../store/group-profiles'
import type { Result } from '../store/types'
import { attempt, whenReady } from './attempt'
import type { Kit } from './kit'

const DONE = { ok: true, value: undefined } as const

export function changeContacts(kit: Kit, change: (slice: ContactsSlice) => ContactsSlice): void {
  kit.store.set(({ contacts }) => ({ contacts: change(contacts) }))
}

export const tellContacts = (kit: Kit, event: ContactEvent): void =>
  kit.store.set(({ contacts, groups, session }) => ({
    contacts: applyContactEvent(contacts, event, session.userID),
    ...(event.type === 'groups' &&
      session.phase === 'ready' && { groups: groupsAfter(groups, event.groups) }),
  }))

/** Parts that some builds of the SDK, or some plans, do not have: without them the rest is still of use. */
async function loadRest(kit: Kit, isCurrent: () => boolean): Promise<void> {
  const { sdk } = kit
  const parts: [op: string, read: () => Promise<ContactEvent>][] = [
    ['getFriendApplicationList', async () => ({ type: 'applications', ...(await sdk.applications()) })],
    ['getBlacklist', async () => ({ type: 'blocked', userIDs: await sdk.blocked() })],
    ['getFriendGroupList', async () => ({ type: 'friendGroups', friendGroups: await sdk.friendGroups() })],
    ['getGroupList', async () => ({ type: 'groups', groups: await sdk.groups() })],
    ['getMyProfile', () => myProfile(kit)],
  ]
  await Promise.all(
    parts.map(async ([op, read]) => {
      const result = await attempt(op, read)
      if (!isCurrent()) return
      if (result.ok) tellContacts(kit, result.value)
      else kit.reportQuietly(result.error)
    }),
  )
}

async function myProfile(kit: Kit): Promise<ContactEvent> {
  const me = await kit.sdk.myProfile()
  return { type: 'profiles', profiles: me ? [me] : [] }
}

/** Kits whose contacts somebody has asked for: they are read again at each login. */
const wanted = new WeakSet<Kit>()

/**
 * Reads friends, applications, the blacklist, friend groups, joined groups and the own profile. Waits for the SDK.
 * SDK: `getFriendList` and others, which answer from memory; later changes come by event.
 */
export async function loadContacts(kit: Kit): Promise<Result<void>> {
  wanted.add(kit)
  changeContacts(kit, (slice) =>
    slice.phase === 'ready' ? slice : { ...slice, phase: 'loading', error: undefined },
  )
  const ready = await whenReady(kit)
  const { logins } = kit.store.get().session
  const isCurrent = (): boolean => kit.store.get().session.logins === logins
  const friends = ready.ok ? await attempt('getFriendList', () => kit.sdk.friends()) : ready
  if (!isCurrent()) return DONE
  if (!friends.ok) {
    // Friends that are there already are worth more than an error page.
    changeContacts(kit, (slice) => ({
      ...slice,
      phase: slice.friends.length ? 'ready' : 'failed',
      error: friends.error,
    }))
    kit.reportQuietly(friends.error)
    return friends
  }
  changeContacts(kit, (slice) => ({ ...slice, phase: 'ready', error: undefined, friends: friends.value }))
  await loadRest(kit, isCurrent)
  return DONE
}

/** How many applications wait: for the red dot, also before anybody looks at the contacts. */
async function countApplications(kit: Kit): Promise<void> {
  const { logins } = kit.store.get().session
  const result = await attempt('getFriendApplicationList', () => kit.sdk.applications())
  // A build of the SDK without friends has none; whoever opens the contacts is told.
  if (result.ok && kit.store.get().session.logins === logins)
    tellContacts(kit, { type: 'applications', ...result.value })
}

/** Keeps the contacts as the SDK has them. @returns the function that ends it */
export function watchContacts(kit: Kit): () => void {
  let seen = 0
  let connected = false
  const onChange = (): void => {
    const { session, contacts } = kit.store.get()
    const back = session.connection === 'connected' && !connected
    connected = session.connection === 'connected'
    if (session.phase !== 'ready') return
    if (session.logins !== seen) {
      seen = session.logins
      void (wanted.has(kit) ? loadContacts(kit) : countApplications(kit))
    } else if (back && contacts.phase === 'failed') void loadContacts(kit)
  }
  const stopEvents = kit.sdk.listenContacts((event) => tellContacts(kit, event))
  const stopStore = kit.store.subscribe(onChange)
  onChange()
  return () => {
    stopEvents()
    stopStore()
  }
}
