import { Role } from '../../../domain/groups'
import { Limits } from '../../../limits'
import { requireGroup } from '../access'
import type { OperationContext } from './entry'
import { invalid } from './fields'
import { requireRole, type Operator } from './operator'

/** `Mode` of a change of counters. */
export const CounterMode = { SET: 'Set', INCREASE: 'Increase', DECREASE: 'Decrease' } as const
export type CounterMode = (typeof CounterMode)[keyof typeof CounterMode]

/** `Type` in the push: these counters have these values now. */
const UPDATED = 0
const PUSH_OP_TYPE = 6

/** Counters of groups: SDK `setGroupCounters`, `increaseGroupCounter`, `decreaseGroupCounter`, `getGroupCounters`. */
export class GroupCounterOperations {
  constructor(private readonly context: OperationContext) {}

  /** @param keys empty: all. @throws ImError 10007, 10010 */
  get(operator: Operator, groupID: string, keys: readonly string[]): [key: string, value: number][] {
    const { domain } = this.context
    requireRole(domain, requireGroup(domain, groupID), operator, Role.MEMBER)
    return domain.groupCounters.all(groupID).filter(([key]) => keys.length === 0 || keys.includes(key))
  }

  /**
   * @returns the counters that were named, with their new values
   * @throws ImError 10004, 10007, 10010
   */
  update(
    operator: Operator,
    groupID: string,
    values: ReadonlyMap<string, number>,
    mode: CounterMode,
  ): [key: string, value: number][] {
    const { domain, groupDelivery } = this.context
    const group = requireGroup(domain, groupID)
    requireRole(domain, group, operator, Role.MEMBER)
    const updated = new Map<string, number>()
    for (const [key, value] of values) {
      if (!key || Buffer.byteLength(key) > Limits.counterKeyBytes) throw invalid(`the key ${key} is too long`)
      const result = calculate(domain.groupCounters.get(groupID, key) ?? 0, value, mode)
      if (!Number.isSafeInteger(result)) throw invalid(`${key} would not be an integer any more`)
      updated.set(key, result)
    }
    const keys = new Set([...domain.groupCounters.all(groupID).map(([key]) => key), ...updated.keys()])
    if (keys.size > Limits.groupCounters) throw invalid(`at most ${Limits.groupCounters} counters`)
    domain.groupCounters.set(groupID, updated)
    const GroupCounterSeq = domain.groupCounters.sequence(groupID)
    const GroupCounter = [...updated].map(([Key, Value]) => ({ Key, Value }))
    groupDelivery.onlineTip(group, {
      OpType: PUSH_OP_TYPE,
      GroupCounterInfo: [{ Type: UPDATED, GroupCounterSeq, GroupCounter }],
    })
    return [...updated]
  }
}

function calculate(old: number, value: number, mode: CounterMode): number {
  if (mode === CounterMode.SET) return value
  return mode === CounterMode.INCREASE ? old + value : old - value
}
