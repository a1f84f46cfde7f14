import type { ContactEvent } from '../store/contacts'
import type { ChatInstance, ChatNamespace } from './contract'
import {
  mapApplications,
  mapFriendGroups,
  mapFriends,
  mapGroups,
  mapProfiles,
  mapUserIDs,
} from './map-contacts'
import { record, text } from './read'

/** Something about the topics of a community; the list tells what. */
const topicsOf = (data: unknown): ContactEvent => ({ type: 'topics', groupID: text(record(data).groupID) })

/** `data` is what the SDK holds on to: what leaves this table is a copy. */
const MAP = {
  FRIEND_LIST_UPDATED: (data) => ({ type: 'friends', friends: mapFriends(data) }),
  FRIEND_APPLICATION_LIST_UPDATED: (data) => ({ type: 'applications', ...mapApplications(data) }),
  FRIEND_GROUP_LIST_UPDATED: (data) => ({ type: 'friendGroups', friendGroups: mapFriendGroups(data) }),
  BLACKLIST_UPDATED: (data) => ({ type: 'blocked', userIDs: mapUserIDs(data) }),
  GROUP_LIST_UPDATED: (data) => ({ type: 'groups', groups: mapGroups(data) }),
  TOPIC_CREATED: topicsOf,
  TOPIC_UPDATED: topicsOf,
  TOPIC_DELETED: topicsOf,
  PROFILE_UPDATED: (data) => ({ type: 'profiles', profiles: mapProfiles(data) }),
} satisfies Record<string, (data: unknown) => ContactEvent>

export type ContactEventName = keyof typeof MAP

/** `@tencentcloud/lite-chat` names only some of them. */
export type ContactNamespace = ChatNamespace & { EVENT: Partial<Record<ContactEventName, string>> }

/**
 * Subscribes with closures made here, see `bindEvents`.
 * @returns the function that removes every handler again
 */
export function bindContactEvents(
  instance: Pick<ChatInstance, 'on' | 'off'>,
  { EVENT }: ContactNamespace,
  emit: (event: ContactEvent) => void,
): () => void {
  const bound: { name: string; handler: (event: unknown) => void }[] = []
  for (const key of Object.keys(MAP) as ContactEventName[]) {
    const name = EVENT[key]
    if (name) bound.push({ name, handler: (event) => emit(MAP[key](record(event).data)) })
  }
  for (const { name, handler } of bound) instance.on(name, handler)
  return () => {
    for (const { name, handler } of bound) instance.off(name, handler)
  }
}
