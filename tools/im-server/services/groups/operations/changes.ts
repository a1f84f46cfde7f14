import { InviteOption, JoinOption, rulesOf } from '../../../domain/group-rules'
import type { Group } from '../../../domain/groups'
import type { JsonObject } from '../../../json'
import { Limits } from '../../../limits'
import { customToWire } from '../wire'
import { boundedText, invalid, isOn, mergeCustom, oneOf } from './fields'
import { denied } from './operator'

/** A change of a group, and how the tip about it names what is new (`MsgGroupNewInfo`). */
export interface Change {
  fields: Partial<Group>
  news: JsonObject
}

const TEXTS = [
  { key: 'Name', field: 'name', bytes: Limits.groupNameBytes, news: 'GroupName' },
  { key: 'FaceUrl', field: 'avatar', bytes: Limits.groupAvatarBytes, news: 'GroupFaceUrl' },
  {
    key: 'Introduction',
    field: 'introduction',
    bytes: Limits.groupIntroductionBytes,
    news: 'GroupIntroduction',
  },
  {
    key: 'Notification',
    field: 'notification',
    bytes: Limits.groupNotificationBytes,
    news: 'GroupNotification',
  },
] as const

/** What of the texts is new; without an old group, all of them. @throws ImError 10004 */
export function textChanges(old: Group | undefined, body: JsonObject): Change {
  const change = { fields: {} as Record<string, string>, news: {} as JsonObject }
  for (const { key, field, bytes, news } of TEXTS) {
    if (body[key] === undefined) continue
    const text = boundedText(body, key, bytes)
    if (key === 'Name' && !text) throw invalid('a group needs a name')
    if (old?.[field] === text) continue
    change.fields[field] = text
    change.news[news] = text
  }
  return change
}

/** @throws ImError 10004, 10007 */
export function optionChanges(group: Group, body: JsonObject): Change {
  const change: Change = { fields: {}, news: {} }
  const rules = rulesOf(group)
  if (body.ApplyJoinOption !== undefined) {
    const joinOption = oneOf(body, 'ApplyJoinOption', JoinOption)
    if (!rules.joinOptionIsFree && joinOption !== group.joinOption)
      throw denied('the type of the group fixes it')
    if (joinOption !== group.joinOption) {
      Object.assign(change.fields, { joinOption })
      change.news.GroupApplyJoinOption = joinOption
    }
  }
  if (body.InviteJoinOption !== undefined) {
    const inviteOption = oneOf(body, 'InviteJoinOption', InviteOption)
    if (!rules.hasInvitations) throw denied('nobody is invited to such a group')
    if (inviteOption !== group.inviteOption) {
      Object.assign(change.fields, { inviteOption })
      change.news.InviteJoinOption = inviteOption
    }
  }
  if (body.ShutUpAllMember !== undefined) {
    const allMuted = isOn(body, 'ShutUpAllMember')
    if (allMuted !== group.allMuted) {
      Object.assign(change.fields, { allMuted })
      change.news.ShutupAll = Number(allMuted)
    }
  }
  return change
}

/** @throws ImError 10004 */
export function customChange(group: Group, body: JsonObject): Change {
  if (body.AppDefinedData === undefined) return { fields: {}, news: {} }
  const custom = mergeCustom(group.custom, body, 'AppDefinedData', Limits.groupCustomFields)
  if (JSON.stringify(custom) === JSON.stringify(group.custom)) return { fields: {}, news: {} }
  // All of them: the client replaces its list by the one of the tip.
  return { fields: { custom }, news: { MsgAppDefinedData: customToWire(custom) } }
}
