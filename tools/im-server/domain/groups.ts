import type { Storage, Table } from '../storage'
import { nowInSeconds } from '../clock'

/** The names of the SDK's types on the wire: Work, Public, Meeting, AVChatRoom, Community. */
export const GroupType = {
  WORK: 'Private',
  PUBLIC: 'Public',
  MEETING: 'ChatRoom',
  LIVE: 'AVChatRoom',
  COMMUNITY: 'Community',
} as const
export type GroupType = (typeof GroupType)[keyof typeof GroupType]

export const Role = { OWNER: 'Owner', ADMIN: 'Admin', MEMBER: 'Member' } as const
export type Role = (typeof Role)[keyof typeof Role]

/** What a member wants to hear of new messages (`MsgFlag`). */
export const Remind = { NOTIFY: 'AcceptAndNotify', SILENT: 'AcceptNotNotify', NONE: 'Discard' } as const
export type Remind = (typeof Remind)[keyof typeof Remind]

export interface Group {
  readonly id: string
  readonly type: GroupType
  readonly name: string
  /** URL of a picture; empty: none. */
  readonly avatar: string
  readonly introduction: string
  readonly notification: string
  /** Empty: nobody owns it (a Work group whose owner has quit). */
  readonly owner: string
  /** Seconds. */
  readonly createdAt: number
  readonly joinOption: string
  readonly inviteOption: string
  readonly allMuted: boolean
  readonly maxMembers: number
  /** Custom fields of the host. */
  readonly custom: Readonly<Record<string, string>>
  /** Only in a community: messages go to topics. */
  readonly supportTopic: boolean
  /** Messages up to here are those of an earlier group with the same ID. */
  readonly startSeq: number
  /** Grows with each change of the fields above. */
  readonly infoSeq: number
  /** When that was, in seconds. */
  readonly infoTime: number
}

/** What a member has done with the messages of a group or of a topic. */
export interface ChatState {
  readonly remind: Remind
  /** Everything up to here is read. */
  readonly readSeq: number
  /** Everything up to here is not the member's to see: from before joining, or cleared. */
  readonly hiddenSeq: number
}

export const UNTOUCHED_CHAT: ChatState = { remind: Remind.NOTIFY, readSeq: 0, hiddenSeq: 0 }

export interface Member extends ChatState {
  readonly userID: string
  readonly role: Role
  /** Seconds. */
  readonly joinedAt: number
  readonly nameCard: string
  /** Seconds; in the past: may speak. */
  readonly mutedUntil: number
  readonly custom: Readonly<Record<string, string>>
  /** Seconds; 0: never. */
  readonly lastSentAt: number
  /** Only in a live room: what `markGroupMemberList` has put on the member. */
  readonly marks?: readonly number[]
}

const ALL = 'all'

/** The groups that exist, and who is in them. */
export class Groups {
  private readonly groups: Table<Group>
  /** (group, user) */
  private readonly memberships: Table<Member>
  /** (user, group): the same the other way round. */
  private readonly joined: Table<true>
  /** (group, user) → until when the user may not come in, in seconds. */
  private readonly bans: Table<number>
  private readonly counts = new Map<string, number>()

  constructor(storage: Storage) {
    this.groups = storage.table('groups')
    this.memberships = storage.table('group-members')
    this.joined = storage.table('joined-groups')
    this.bans = storage.table('group-bans')
  }

  get(groupID: string): Group | undefined {
    return this.groups.get(ALL, groupID)
  }

  all(): Group[] {
    return this.groups.rows(ALL).map(([, group]) => group)
  }

  put(group: Group): void {
    this.groups.set(ALL, group.id, group)
  }

  /** @throws RangeError for a group that does not exist: look first */
  change(groupID: string, change: Partial<Group>): Group {
    const group = this.get(groupID)
    if (!group) throw new RangeError(`no group ${groupID}`)
    const infoTime = nowInSeconds()
    const changed = { ...group, ...change, infoSeq: group.infoSeq + 1, infoTime }
    this.put(changed)
    return changed
  }

  /** Takes the group away together with its members. */
  remove(groupID: string): void {
    for (const { userID } of this.members(groupID)) this.removeMember(groupID, userID)
    this.bans.clear(groupID)
    this.groups.delete(ALL, groupID)
  }

  member(groupID: string, userID: string): Member | undefined {
    return this.memberships.get(groupID, userID)
  }

  /** In the order of joining. */
  members(groupID: string): Member[] {
    return this.memberships.rows(groupID).map(([, member]) => member)
  }

  memberCount(groupID: string): number {
    let count = this.counts.get(groupID)
    if (count === undefined) this.counts.set(groupID, (count = this.memberships.rows(groupID).length))
    return count
  }

  putMember(groupID: string, member: Member): void {
    if (!this.member(groupID, member.userID)) {
      this.counts.delete(groupID)
      this.joined.set(member.userID, groupID, true)
    }
    this.memberships.set(groupID, member.userID, member)
  }

  /** @throws RangeError for who is not in the group: look first */
  changeMember(groupID: string, userID: string, change: Partial<Member>): Member {
    const member = this.member(groupID, userID)
    if (!member) throw new RangeError(`${userID} is not in ${groupID}`)
    const changed = { ...member, ...change }
    this.putMember(groupID, changed)
    return changed
  }

  removeMember(groupID: string, userID: string): void {
    this.memberships.delete(groupID, userID)
    this.joined.delete(userID, groupID)
    this.counts.delete(groupID)
  }

  /** The groups that a user is in, in the order of joining. */
  groupsOf(userID: string): Group[] {
    return this.joined.rows(userID).flatMap(([groupID]) => this.get(groupID) ?? [])
  }

  /** @param until seconds */
  ban(groupID: string, userID: string, until: number): void {
    this.bans.set(groupID, userID, until)
  }

  isBanned(groupID: string, userID: string): boolean {
    return (this.bans.get(groupID, userID) ?? 0) > nowInSeconds()
  }
}
