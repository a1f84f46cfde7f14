import type { GroupAttribute } from '../../../domain/group-attributes'
import { Role, type Group } from '../../../domain/groups'
import { ErrorCode, ImError } from '../../../errors'
import { Limits } from '../../../limits'
import { requireGroup } from '../access'
import { TipType, type OperationContext } from './entry'
import { requireRole, type Operator } from './operator'

/** `OpType` of a change of attributes. */
const AttributeChange = { SET: 1, MODIFY: 2, CLEAR: 3, DELETE: 4 } as const
type AttributeChange = (typeof AttributeChange)[keyof typeof AttributeChange]

/**
 * Attributes of groups: SDK `initGroupAttributes`, `setGroupAttributes`, `deleteGroupAttributes`.
 *
 * `known` is the sequence that the operator's client has (`undefined`: it does not say). If it is not the newest,
 * the change is refused with 10056.
 */
export class GroupAttributeOperations {
  constructor(private readonly context: OperationContext) {}

  /** @throws ImError 10007, 10010 */
  all(operator: Operator, groupID: string): { sequence: number; attributes: GroupAttribute[] } {
    const { domain } = this.context
    requireRole(domain, requireGroup(domain, groupID), operator, Role.MEMBER)
    const { groupAttributes } = domain
    return { sequence: groupAttributes.sequence(groupID), attributes: groupAttributes.all(groupID) }
  }

  /** All of them anew. @throws ImError 10007, 10010, 10045–10048, 10056 */
  replace(operator: Operator, groupID: string, values: ReadonlyMap<string, string>, known?: number) {
    const group = this.requireNewest(operator, groupID, known)
    const old = this.context.domain.groupAttributes.all(groupID).map(({ key }) => key)
    return this.change(group, AttributeChange.SET, old, values)
  }

  /** @throws ImError 10007, 10010, 10045–10048, 10056 */
  modify(operator: Operator, groupID: string, values: ReadonlyMap<string, string>, known?: number) {
    const group = this.requireNewest(operator, groupID, known)
    return this.change(group, AttributeChange.MODIFY, [], values)
  }

  /** @throws ImError 10007, 10010, 10050, 10056 */
  remove(operator: Operator, groupID: string, keys: readonly string[], known?: number) {
    const group = this.requireNewest(operator, groupID, known)
    const present = this.context.domain.groupAttributes.all(groupID).map(({ key }) => key)
    const missing = keys.find((key) => !present.includes(key))
    if (missing !== undefined) {
      throw new ImError(ErrorCode.GROUP_ATTRIBUTE_NOT_FOUND, `there is no attribute ${missing}`)
    }
    return this.change(group, AttributeChange.DELETE, keys, new Map())
  }

  /** @throws ImError 10007, 10010, 10056 */
  clear(operator: Operator, groupID: string, known?: number) {
    const group = this.requireNewest(operator, groupID, known)
    const all = this.context.domain.groupAttributes.all(groupID).map(({ key }) => key)
    return this.change(group, AttributeChange.CLEAR, all, new Map())
  }

  private requireNewest(operator: Operator, groupID: string, known: number | undefined): Group {
    const { domain } = this.context
    const group = requireGroup(domain, groupID)
    requireRole(domain, group, operator, Role.MEMBER)
    if (known !== undefined && known !== domain.groupAttributes.sequence(groupID)) {
      throw new ImError(ErrorCode.GROUP_ATTRIBUTE_CONFLICT, 'the attributes were changed meanwhile')
    }
    return group
  }

  private change(
    group: Group,
    type: AttributeChange,
    removed: readonly string[],
    values: ReadonlyMap<string, string>,
  ): { sequence: number; attributes: GroupAttribute[] } {
    const { groupAttributes } = this.context.domain
    this.checkSizes(group, removed, values)
    const attributes = groupAttributes.change(group.id, removed, values)
    const sequence = groupAttributes.sequence(group.id)
    const told =
      type === AttributeChange.DELETE
        ? removed.map((key) => ({ Key: key, Val: '', SubKeySeq: sequence }))
        : attributes.map(({ key, value, seq }) => ({ Key: key, Val: value, SubKeySeq: seq }))
    const option = {
      GroupAttrSeq: sequence,
      PushChangedAttrValFlag: 1,
      OpType: type,
      GroupAttrInfo: told,
    }
    this.context.groupDelivery.onlineTip(group, {
      OpType: TipType.GROUP_CHANGED,
      MsgGroupNewInfo: { GroupAttrOption: option },
    })
    return { sequence, attributes }
  }

  private checkSizes(group: Group, removed: readonly string[], values: ReadonlyMap<string, string>): void {
    const after = new Map(
      this.context.domain.groupAttributes
        .all(group.id)
        .filter(({ key }) => !removed.includes(key))
        .map(({ key, value }) => [key, value]),
    )
    for (const [key, value] of values) {
      after.set(key, value)
      if (Buffer.byteLength(key) > Limits.attributeKeyBytes) refuse('KEY_SIZE', `the key ${key}`)
      if (Buffer.byteLength(value) > Limits.attributeValueBytes) refuse('VALUE_SIZE', `the value of ${key}`)
    }
    const total = [...after].reduce((sum, pair) => sum + Buffer.byteLength(pair.join('')), 0)
    if (after.size > Limits.groupAttributes) refuse('COUNT', 'the number of attributes')
    if (total > Limits.attributeTotalBytes) refuse('TOTAL_SIZE', 'all attributes together')
  }
}

function refuse(what: 'KEY_SIZE' | 'VALUE_SIZE' | 'COUNT' | 'TOTAL_SIZE', subject: string): never {
  throw new ImError(ErrorCode[`GROUP_ATTRIBUTE_${what}`], `${subject}: more than is allowed`)
}
