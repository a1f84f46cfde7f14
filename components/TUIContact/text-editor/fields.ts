import { createFriendGroup, renameFriendGroup } from '../../../core/actions/friend-groups'
import { setRemark } from '../../../core/actions/friends'
import { changeGroupProfile, setNameCard } from '../../../core/actions/groups'
import type { Kit } from '../../../core/actions/kit'
import { createTopic } from '../../../core/actions/topics'
import { changeProfile } from '../../../core/actions/people'
import { friendOf } from '../../../core/store/contacts'
import { profileOfGroup } from '../../../core/store/group-profiles'
import type { LIMITS } from '../../../core/store/limits'
import type { State } from '../../../core/store/state'
import type { Result } from '../../../core/store/types'
import type { Key } from '../../../locales/index'

export type EditField =
  | 'remark'
  | 'nick'
  | 'signature'
  | 'label'
  | 'newLabel'
  /** Of a group. */
  | 'groupName'
  | 'notification'
  | 'introduction'
  | 'nameCard'
  | 'newTopic'

interface Field {
  readonly title: Key
  readonly limit: keyof typeof LIMITS
  readonly multiline?: boolean
  /** An empty one is a value as well. */
  readonly optional?: boolean
  /** @param id whose it is, or of what */
  value(state: State, id: string): string
  save(kit: Kit, id: string, value: string): Promise<Result<void>>
}

/** Texts that can be changed, each on a screen of its own. */
export const FIELDS: Readonly<Record<EditField, Field>> = {
  remark: {
    title: 'profile.remark',
    limit: 'remark',
    optional: true,
    value: ({ contacts }, userID) => friendOf(contacts, userID)?.remark ?? '',
    save: setRemark,
  },
  nick: {
    title: 'profile.nick',
    limit: 'nick',
    value: ({ contacts }) => contacts.me?.nick ?? '',
    save: (kit, _id, nick) => changeProfile(kit, { nick: nick.trim() }),
  },
  signature: {
    title: 'profile.signature',
    limit: 'signature',
    multiline: true,
    optional: true,
    value: ({ contacts }) => contacts.me?.signature ?? '',
    save: (kit, _id, signature) => changeProfile(kit, { signature: signature.trim() }),
  },
  label: {
    title: 'label.name',
    limit: 'friendGroup',
    value: (_state, name) => name,
    save: renameFriendGroup,
  },
  newLabel: {
    title: 'label.new',
    limit: 'friendGroup',
    value: () => '',
    save: (kit, _id, name) => createFriendGroup(kit, name, []),
  },
  groupName: {
    title: 'create.name',
    limit: 'groupName',
    value: ({ groups }, groupID) => profileOfGroup(groups, groupID)?.name ?? '',
    save: (kit, groupID, name) => changeGroupProfile(kit, groupID, { name: name.trim() }),
  },
  notification: {
    title: 'group.notification',
    limit: 'groupNotification',
    multiline: true,
    optional: true,
    value: ({ groups }, groupID) => profileOfGroup(groups, groupID)?.notification ?? '',
    save: (kit, groupID, text) => changeGroupProfile(kit, groupID, { notification: text.trim() }),
  },
  introduction: {
    title: 'group.introduction',
    limit: 'groupIntroduction',
    multiline: true,
    optional: true,
    value: ({ groups }, groupID) => profileOfGroup(groups, groupID)?.introduction ?? '',
    save: (kit, groupID, text) => changeGroupProfile(kit, groupID, { introduction: text.trim() }),
  },
  nameCard: {
    title: 'group.nameCard',
    limit: 'nameCard',
    optional: true,
    value: ({ groups }, groupID) => profileOfGroup(groups, groupID)?.nameCard ?? '',
    save: setNameCard,
  },
  newTopic: {
    title: 'topic.new',
    limit: 'groupName',
    value: () => '',
    save: createTopic,
  },
}
