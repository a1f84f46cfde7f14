import type { GroupProfile } from './group-profiles'
import type { ChatError } from './types'

/** What a user tells of themselves. */
export interface Profile {
  readonly userID: string
  /** Empty when there is none. */
  readonly nick: string
  readonly avatar: string
  readonly signature: string
  readonly gender: 'male' | 'female' | ''
  /** As a number of eight digits, 20000131; 0 when it is not told. */
  readonly birthday: number
  /** Who may become a friend: anybody, after a question, nobody (SDK: `allowType`). */
  readonly allow: 'any' | 'confirm' | 'nobody'
}

export interface Friend {
  readonly userID: string
  /** The name that the user has given them; empty when there is none. */
  readonly remark: string
  /** Names of the friend groups they are in. */
  readonly groups: readonly string[]
  readonly profile: Profile
}

/** Somebody asks to become a friend. */
export interface Application {
  /** The other one. */
  readonly userID: string
  readonly nick: string
  readonly avatar: string
  readonly wording: string
  /** Seconds since 1970. */
  readonly time: number
  /** Sent to the user, not by them. */
  readonly incoming: boolean
  /** What became of it on this phone; the SDK forgets it then. */
  readonly answer?: 'accepted' | 'refused'
}

export interface FriendGroup {
  readonly name: string
  readonly userIDs: readonly string[]
}

/** `Private`, `Public`, `ChatRoom` (meeting), `AVChatRoom` (live) and `Community` in the SDK. */
export type GroupType = 'work' | 'public' | 'meeting' | 'live' | 'community'

/** Who may join without being invited: anybody, after a question, nobody (SDK: `joinOption`). */
export type JoinOption = 'any' | 'confirm' | 'nobody'

export interface GroupInfo {
  readonly groupID: string
  readonly name: string
  readonly avatar: string
  readonly type: GroupType
  readonly members: number
  readonly introduction: string
  readonly join: JoinOption
}

export interface ContactsSlice {
  /** `idle` until somebody wants to see contacts. */
  readonly phase: 'idle' | 'loading' | 'ready' | 'failed'
  readonly error?: ChatError
  readonly friends: readonly Friend[]
  readonly applications: readonly Application[]
  readonly unreadApplications: number
  /** User IDs, the newest first. */
  readonly blocked: readonly string[]
  readonly friendGroups: readonly FriendGroup[]
  /** Groups that the user is in. */
  readonly groups: readonly GroupInfo[]
  /** The user's own profile. */
  readonly me?: Profile
  /** Profiles of people who are no friends, as far as they were looked at. */
  readonly people: Readonly<Record<string, Profile>>
}

export const NO_CONTACTS: ContactsSlice = {
  phase: 'idle',
  friends: [],
  applications: [],
  unreadApplications: 0,
  blocked: [],
  friendGroups: [],
  groups: [],
  people: {},
}

/** What the SDK has told of the contacts, in our types. */
export type ContactEvent =
  | { type: 'friends'; friends: readonly Friend[] }
  | { type: 'applications'; applications: readonly Application[]; unread: number }
  | { type: 'blocked'; userIDs: readonly string[] }
  | { type: 'friendGroups'; friendGroups: readonly FriendGroup[] }
  /** All that the user is in, with what the SDK knows of each. */
  | { type: 'groups'; groups: readonly GroupProfile[] }
  /** The topics of a community have changed. */
  | { type: 'topics'; groupID: string }
  /** Of friends or of the user. */
  | { type: 'profiles'; profiles: readonly Profile[] }

/**
 * Applications that the SDK has, and those it has forgotten because they were answered here. It may tell of one again
 * while the answer is on its way.
 */
function withAnswered(before: readonly Application[], now: readonly Application[]): readonly Application[] {
  const key = ({ userID, incoming }: Application): string => `${incoming ? 'in' : 'out'}:${userID}`
  const answered = new Map<string, Application>()
  for (const application of before) if (application.answer) answered.set(key(application), application)
  const told = now.map((application) => {
    const known = answered.get(key(application))
    answered.delete(key(application))
    // Who asks again does so at another time.
    return known?.time === application.time ? known : application
  })
  return [...told, ...answered.values()]
}

function withProfiles(slice: ContactsSlice, profiles: readonly Profile[], userID: string): ContactsSlice {
  const news = new Map(profiles.map((profile) => [profile.userID, profile]))
  const people = { ...slice.people }
  for (const profile of profiles) if (people[profile.userID]) people[profile.userID] = profile
  return {
    ...slice,
    people,
    friends: slice.friends.map((friend) => {
      const profile = news.get(friend.userID)
      return profile ? { ...friend, profile } : friend
    }),
    me: news.get(userID) ?? slice.me,
  }
}

/** @param userID who is logged in */
export function applyContactEvent(slice: ContactsSlice, event: ContactEvent, userID: string): ContactsSlice {
  switch (event.type) {
    case 'friends':
      return { ...slice, friends: event.friends }
    case 'applications':
      return {
        ...slice,
        applications: withAnswered(slice.applications, event.applications),
        unreadApplications: event.unread,
      }
    case 'blocked':
      return { ...slice, blocked: event.userIDs }
    case 'friendGroups':
      return { ...slice, friendGroups: event.friendGroups }
    case 'groups':
      return { ...slice, groups: event.groups }
    case 'topics':
      return slice
    case 'profiles':
      return withProfiles(slice, event.profiles, userID)
  }
}

export const friendOf = (slice: ContactsSlice, userID: string): Friend | undefined =>
  slice.friends.find((friend) => friend.userID === userID)

/** Whatever is known of somebody. */
export function profileOf(slice: ContactsSlice, userID: string): Profile | undefined {
  if (slice.me?.userID === userID) return slice.me
  // Somebody may be called `constructor`.
  const { people } = slice
  const known = Object.prototype.hasOwnProperty.call(people, userID) ? people[userID] : undefined
  return friendOf(slice, userID)?.profile ?? known
}
