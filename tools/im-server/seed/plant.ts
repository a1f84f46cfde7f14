import type { Domain } from '../domain'
import { ProfileTag } from '../domain/accounts'
import type { Peer } from '../domain/conversation-list'
import { rulesOf } from '../domain/group-rules'
import { Remind, Role } from '../domain/groups'
import { EMPTY_SEED, type Seed, type SeedConversation, type SeedGroup } from './format'
import { plantMessage } from './plant-messages'

const MUTED = 2
const SOURCE = 'AddSource_Type_Seed'

type TimeOf = (entry: { minutesAgo: number }) => number

/** Puts everything into the domain, as if it had been there and been sent before `now` (ms). */
export function plantSeed(domain: Domain, sown: Seed, now = Date.now()): void {
  const seed: Required<Seed> = { ...EMPTY_SEED, ...sown }
  const timeOf: TimeOf = ({ minutesAgo }) => Math.floor(now / 1000 - minutesAgo * 60)

  for (const { userID, nick, avatar, selfSignature } of seed.users) {
    domain.accounts.ensure(userID)
    domain.accounts.setProfile(userID, ProfileTag.NICK, nick)
    domain.accounts.setProfile(userID, ProfileTag.AVATAR, avatar)
    domain.accounts.setProfile(userID, ProfileTag.SELF_SIGNATURE, selfSignature)
  }
  for (const group of seed.groups) plantGroup(domain, group, timeOf(group))
  const oldestFirst = [...seed.messages].sort((a, b) => b.minutesAgo - a.minutesAgo)
  for (const [index, message] of oldestFirst.entries()) {
    plantMessage(domain, message, index + 1, timeOf(message))
  }
  for (const conversation of seed.conversations) plantConversation(domain, conversation)
  plantRelations(domain, seed, timeOf)
}

function plantRelations({ relations, applications }: Domain, seed: Required<Seed>, timeOf: TimeOf): void {
  for (const friendship of seed.friends) {
    const [one, other] = friendship.between
    const friend = { addedAt: timeOf(friendship), source: SOURCE, groups: [], custom: {} }
    relations.putFriend(one, other, { ...friend, remark: friendship.remarks[one] ?? '' })
    relations.putFriend(other, one, { ...friend, remark: friendship.remarks[other] ?? '' })
  }
  for (const application of seed.applications) {
    const { from, to, wording } = application
    const content = { time: timeOf(application), source: SOURCE, wording }
    applications.put(from, to, { ...content, bothWays: true, remark: '', groups: [], read: false })
  }
  for (const { owner, userID } of seed.blacklist) relations.block(owner, userID, timeOf({ minutesAgo: 0 }))
}

function plantGroup(domain: Domain, seeded: SeedGroup, time: number): void {
  const { groupID: id, type, owner, name, avatar, introduction, notification } = seeded
  const rules = rulesOf(seeded)
  domain.groups.put({
    ...{ id, type, name, avatar, introduction, notification, owner },
    createdAt: time,
    joinOption: rules.joinOption,
    inviteOption: rules.inviteOption,
    allMuted: false,
    maxMembers: rules.members,
    custom: {},
    supportTopic: false,
    startSeq: 0,
    infoSeq: 1,
    infoTime: time,
  })
  for (const { userID, role, nameCard } of [
    { userID: owner, role: Role.OWNER, nameCard: '' },
    ...seeded.members,
  ]) {
    domain.groups.putMember(id, {
      ...{ userID, role, nameCard },
      joinedAt: time,
      mutedUntil: 0,
      remind: Remind.NOTIFY,
      custom: {},
      readSeq: 0,
      hiddenSeq: 0,
      lastSentAt: 0,
    })
    domain.list.touch(userID, { kind: 'group', groupID: id })
  }
}

function plantConversation(
  domain: Domain,
  { owner, userID, groupID, pinned, muted }: SeedConversation,
): void {
  const peer: Peer =
    groupID === undefined ? { kind: 'c2c', userID: userID ?? '' } : { kind: 'group', groupID }
  if (pinned) domain.list.change(owner, peer, { pinned })
  if (!muted) return
  if (peer.kind === 'c2c') domain.c2c.change(owner, peer.userID, { muteOption: MUTED })
  else domain.groups.changeMember(peer.groupID, owner, { remind: Remind.SILENT })
}
