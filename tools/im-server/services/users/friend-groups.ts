import type { ServerContext } from '../../context'
import type { Friend } from '../../domain/relations'
import { ErrorCode, ImError } from '../../errors'
import { readID, readObjects, readString, readStrings } from '../../json'
import { Limits } from '../../limits'
import type { Caller, Service } from '../../router'
import { requireFew } from '../bounds'
import { resultOf } from '../results'
import { groupItem, requireGroupName } from './friend-fields'
import { pushRelations } from './relation-push'

const UpdateType = { ADD: 'Update_Type_Add', DELETE: 'Update_Type_Delete' } as const

/**
 * SDK: `getFriendGroupList`, `createFriendGroup`, `deleteFriendGroup`, `renameFriendGroup`, `addToFriendGroup`,
 * `removeFromFriendGroup`. The user's other instances hear which groups each friend is in; the list of groups
 * itself they fetch at the next login or reconnect: the SDK knows no event for it.
 */
export function friendGroups({ domain, push }: ServerContext): Service {
  const { relations } = domain

  function sync({ userID, connection }: Caller, changed: [userID: string, friend: Friend][]): void {
    if (changed.length === 0) return
    const infos = changed.map(([friend, notes]) => ({ Friend_Account: friend, Sns: [groupItem(notes)] }))
    pushRelations(push, userID, { FriendUpInfo: infos }, { exceptInstance: connection.instanceID })
  }

  function requireGroup(userID: string, name: string): void {
    if (!relations.hasGroup(userID, name)) {
      throw new ImError(ErrorCode.RELATION_INVALID, `there is no friend group ${name}`)
    }
  }

  function requireFree(userID: string, name: string): void {
    if (relations.hasGroup(userID, requireGroupName(name))) {
      throw new ImError(ErrorCode.RELATION_INVALID, `the friend group ${name} exists already`)
    }
  }

  function regroup(caller: Caller, friend: string, change: (groups: string[]) => string[]): void {
    const notes = relations.friend(caller.userID, friend)
    if (!notes) throw new ImError(ErrorCode.RELATION_INVALID, `${friend} is no friend`)
    const groups = [...new Set(change([...notes.groups]))]
    sync(caller, [[friend, relations.changeFriend(caller.userID, friend, { groups })]])
  }

  return {
    commands: {
      'sns.group_get': ({ userID }) => ({
        CurrentSequence: 1,
        ResultItem: relations.groups(userID).map(({ name, members }) => ({
          GroupName: name,
          FriendNumber: members.length,
          To_Account: members,
        })),
      }),

      'sns.group_add': (caller, body) => {
        const names = [...new Set(readStrings(body, 'GroupName'))]
        for (const name of names) requireFree(caller.userID, name)
        if (relations.groupCount(caller.userID) + names.length > Limits.friendGroups) {
          throw new ImError(ErrorCode.FRIEND_GROUPS_FULL, `more than ${Limits.friendGroups} friend groups`)
        }
        const friends = requireFew(
          readStrings(body, 'To_Account', []),
          Limits.relationBatch,
          ErrorCode.RELATION_INVALID,
        )
        for (const name of names) relations.addGroup(caller.userID, name)
        return {
          ResultItem: friends.map((friend) => ({
            To_Account: friend,
            ...resultOf(() => regroup(caller, friend, (groups) => [...groups, ...names])),
          })),
        }
      },

      'sns.group_delete': (caller, body) => {
        const names = readStrings(body, 'GroupName')
        for (const name of names) requireGroup(caller.userID, name)
        for (const name of names) sync(caller, relations.removeGroup(caller.userID, name))
      },

      'sns.group_update': (caller, body) => {
        const name = readID(body, 'GroupOldName')
        requireGroup(caller.userID, name)
        const newName = readString(body, 'GroupNewName', name)
        if (newName !== name) {
          requireFree(caller.userID, newName)
          sync(caller, relations.renameGroup(caller.userID, name, newName))
        }
        const items = requireFew(
          readObjects(body, 'UpdateGroupItem', []),
          Limits.relationBatch,
          ErrorCode.RELATION_INVALID,
        )
        return {
          ResultItem: items.map((item) => {
            const friend = readID(item, 'To_Account')
            const type = readString(item, 'UpdateType')
            const result = resultOf(() =>
              regroup(caller, friend, (groups) =>
                type === UpdateType.ADD ? [...groups, newName] : groups.filter((group) => group !== newName),
              ),
            )
            return { To_Account: friend, UpdateType: type, ...result }
          }),
        }
      },
    },
  }
}
