import type { ServerContext } from '../../context'
import type { ConversationGroup } from '../../domain/conversation-groups'
import { conversationIDOf, peerOf, type Peer } from '../../domain/conversation-list'
import { ErrorCode, ImError } from '../../errors'
import { readCount, readID, readObject, readObjects, readStrings, type JsonObject } from '../../json'
import { Limits } from '../../limits'
import type { Caller, Service } from '../../router'
import { requireBytes, requireFew } from '../bounds'
import { resultOf, type ItemResult } from '../results'
import { ConversationPush, peerToWire, readPeer, requirePeer, syncConversations } from './peers'
import { annotationsToWire, groupsToWire } from './wire'

/** `UpdateType`: from the side of the group. The SDK knows no other. */
const UPDATE_GROUP = 1
const UpdateGroupType = { RENAME: 1, MEMBERS: 2 } as const
const MemberChange = { ADD: 1, REMOVE: 2 } as const

function groupToWire({ id, name }: ConversationGroup): JsonObject {
  return { GroupId: id, GroupName: name }
}

function requireName(name: string): string {
  const code = ErrorCode.CONVERSATION_GROUP_NAME_TOO_LONG
  return requireBytes(name, Limits.conversationGroupNameBytes, 'the name of the conversation group', code)
}

function readContacts(body: JsonObject, key: string): JsonObject[] {
  return requireFew(readObjects(body, key, []), Limits.conversationBatch, ErrorCode.CONVERSATIONS_TOO_MANY)
}

/** A conversation as replies name it, in which a group's ID has another key than in events. */
function contactToWire(peer: Peer): JsonObject {
  const { User_Account, GroupId, Type } = peerToWire(peer)
  return { Type, To_Account: User_Account, ToGroupId: GroupId }
}

/**
 * SDK: `getConversationGroupList`, `createConversationGroup`, `deleteConversationGroup`,
 * `renameConversationGroup`, `addConversationsToGroup`, `deleteConversationsFromGroup`.
 */
export function conversationGroups(context: ServerContext): Service {
  const { domain, push } = context
  const groups = domain.conversationGroups

  function requireGroup(owner: string, name: string): ConversationGroup {
    const group = groups.find(owner, name)
    if (!group)
      throw new ImError(ErrorCode.CONVERSATION_GROUP_NOT_FOUND, `there is no conversation group ${name}`)
    return group
  }

  function requireFree(owner: string, name: string): void {
    if (groups.find(owner, name)) {
      throw new ImError(ErrorCode.CONVERSATION_INVALID, `the conversation group ${name} exists already`)
    }
  }

  function put(owner: string, peer: Peer, group: ConversationGroup): void {
    requirePeer(context, owner, peer)
    groups.put(owner, conversationIDOf(peer), group.id)
  }

  function create(caller: Caller, item: JsonObject): { event: JsonObject; reply: JsonObject } {
    const { userID } = caller
    const name = requireName(readID(item, 'GroupName'))
    requireFree(userID, name)
    if (groups.list(userID).length >= Limits.conversationGroups) {
      const info = `more than ${Limits.conversationGroups} conversation groups`
      throw new ImError(ErrorCode.CONVERSATION_GROUPS_FULL, info)
    }
    const contacts = readContacts(item, 'ContactItem')
    const group = groups.create(userID, name)
    const added: JsonObject[] = []
    const results = contacts.map((contact) => ({
      ContactItem: contact,
      ...resultOf(() => {
        const peer = readPeer(contact)
        put(userID, peer, group)
        added.push(peerToWire(peer))
      }),
    }))
    return {
      event: { MsgGroupItem: groupToWire(group), MsgRecentContactItem: added },
      reply: { GroupItem: groupToWire(group), ResultItem: results },
    }
  }

  function tellUpdate(caller: Caller, change: JsonObject): void {
    syncConversations(push, caller, {
      PushType: ConversationPush.GROUP_CHANGED,
      RecentContactUpdateContactGroup: { UpdateType: UPDATE_GROUP, MsgUpdateGroup: change },
    })
  }

  function rename(caller: Caller, group: ConversationGroup, newName: string): void {
    if (newName === group.name) return
    requireFree(caller.userID, requireName(newName))
    groups.rename(caller.userID, group, newName)
    tellUpdate(caller, {
      UpdateGroupType: UpdateGroupType.RENAME,
      GroupId: group.id,
      OldGroupName: group.name,
      GroupName: newName,
    })
  }

  function changeMember(
    owner: string,
    group: ConversationGroup,
    item: JsonObject,
    changed: JsonObject[],
  ): ItemResult {
    return resultOf(() => {
      const type = readCount(item, 'ContactOptType')
      const peer = readPeer(readObject(item, 'ContactItem'))
      if (type === MemberChange.ADD) put(owner, peer, group)
      else groups.take(owner, conversationIDOf(peer), group.id)
      changed.push({ ContactOptType: type, RecentContactItem: peerToWire(peer) })
    })
  }

  return {
    commands: {
      'recentcontact.create_contact_group': (caller, body) => {
        const created = readContacts(body, 'GroupContactItem').map((item) => create(caller, item))
        syncConversations(push, caller, {
          PushType: ConversationPush.GROUP_CREATED,
          RecentContactCreateContactGroup: {
            MsgContactGroupContactItem: created.map(({ event }) => event),
          },
        })
        return { GroupResultItem: created.map(({ reply }) => reply) }
      },

      'recentcontact.del_contact_group': (caller, body) => {
        const deleted = readStrings(body, 'GroupName').map((name) => requireGroup(caller.userID, name))
        for (const group of deleted) groups.remove(caller.userID, group)
        syncConversations(push, caller, {
          PushType: ConversationPush.GROUP_DELETED,
          RecentContactDelContactGroup: { MsgGroupItem: deleted.map(groupToWire) },
        })
        return { GroupItem: deleted.map(groupToWire) }
      },

      'recentcontact.update_contact_group': (caller, body) => {
        const update = readObject(body, 'UpdateGroup')
        const group = requireGroup(caller.userID, readID(update, 'OldGroupName'))
        if (readCount(update, 'UpdateGroupType') === UpdateGroupType.RENAME) {
          rename(caller, group, readID(update, 'NewGroupName'))
          return { UpdateGroupResult: { GroupId: group.id, ContactResultItem: [] } }
        }
        const changed: JsonObject[] = []
        const results = readContacts(update, 'ContactUpdateItem').map((item) => ({
          ContactItem: item.ContactItem,
          ...changeMember(caller.userID, group, item, changed),
        }))
        tellUpdate(caller, {
          UpdateGroupType: UpdateGroupType.MEMBERS,
          GroupId: group.id,
          OldGroupName: group.name,
          RecentContactUpdateGroupItem: changed,
        })
        return { UpdateGroupResult: { GroupId: group.id, ContactResultItem: results } }
      },

      // `CompleteFlag` 1 ends the list. The conversations are those that are not in `page_get`, too.
      'recentcontact.get_contact_group': ({ userID }) => {
        const peers = new Set([
          ...domain.list.annotated(userID).map(conversationIDOf),
          ...groups.members(userID),
        ])
        return {
          CompleteFlag: 1,
          NextStartIndex: 0,
          GroupItem: groupsToWire(domain, userID),
          ContactItem: [...peers].map(peerOf).map((peer) => ({
            ...contactToWire(peer),
            ...annotationsToWire(domain, userID, peer),
          })),
        }
      },

      // For a conversation that is new to the client.
      'recentcontact.search_contact_group': ({ userID }, body) => ({
        GroupItem: groupsToWire(domain, userID),
        ContactResultItem: readContacts(body, 'ContactItem').map((contact) => ({
          ...contact,
          ...annotationsToWire(domain, userID, readPeer(contact)),
        })),
      }),
    },
  }
}
