import type { Friend } from '../../domain/relations'
import { ErrorCode, ImError } from '../../errors'
import { readID, type JsonObject } from '../../json'
import { Limits } from '../../limits'
import { requireBytes, requireFew } from '../bounds'

const SnsTag = {
  REMARK: 'Tag_SNS_IM_Remark',
  GROUP: 'Tag_SNS_IM_Group',
  ADD_TIME: 'Tag_SNS_IM_AddTime',
  ADD_SOURCE: 'Tag_SNS_IM_AddSource',
} as const

const CUSTOM_TAG = new RegExp(`^Tag_SNS_Custom_\\w{1,${Limits.customTagLength}}$`)
const SOURCE = new RegExp(`^AddSource_Type_.{0,${Limits.customTagLength}}$`)

function refuse(info: string): never {
  throw new ImError(ErrorCode.RELATION_INVALID, info)
}

/** What the owner of the list has noted down, as tags and values. */
export function friendItems(friend: Friend): JsonObject[] {
  return [
    { Tag: SnsTag.REMARK, Value: friend.remark },
    { Tag: SnsTag.GROUP, Value: friend.groups },
    { Tag: SnsTag.ADD_TIME, Value: friend.addedAt },
    { Tag: SnsTag.ADD_SOURCE, Value: friend.source },
    ...Object.entries(friend.custom).map(([Tag, Value]) => ({ Tag, Value })),
  ]
}

/** The groups alone, for notices. */
export function groupItem(friend: Friend): JsonObject {
  return { Tag: SnsTag.GROUP, Value: friend.groups }
}

export function requireRemark(remark: string): string {
  return requireBytes(remark, Limits.friendRemarkBytes, 'the remark', ErrorCode.RELATION_INVALID)
}

/** The name of one friend group. */
export function requireGroupName(name: string): string {
  if (name === '') refuse('the name of the friend group is empty')
  return requireBytes(
    name,
    Limits.friendGroupNameBytes,
    'the name of the friend group',
    ErrorCode.RELATION_INVALID,
  )
}

export function requireSource(source: string): string {
  if (source !== '' && !SOURCE.test(source))
    refuse(`${source} is no source: AddSource_Type_ and up to 8 characters`)
  return source
}

/**
 * Reads what is to be noted down of a friend: remark and custom fields. The rest is not written this way.
 * @throws ImError 30001
 */
export function readFriendChange(items: JsonObject[], friend: Friend): Partial<Friend> {
  const custom: Record<string, string> = { ...friend.custom }
  let { remark } = friend
  for (const item of items) {
    const tag = readID(item, 'Tag')
    const { Value: value } = item
    if (typeof value !== 'string') refuse(`${tag} must be a string`)
    if (tag === SnsTag.REMARK) remark = requireRemark(value)
    else if (CUSTOM_TAG.test(tag))
      custom[tag] = requireBytes(value, Limits.friendCustomBytes, tag, ErrorCode.RELATION_INVALID)
    else refuse(`${tag} cannot be written`)
  }
  requireFew(Object.keys(custom), Limits.customFriendFields, ErrorCode.RELATION_INVALID)
  return { remark, custom }
}
