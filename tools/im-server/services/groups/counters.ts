import { readID, readObjects, readStrings, type JsonObject } from '../../json'
import type { Service } from '../../router'
import { sharedCommands, type GroupContext } from './commands'
import { CounterMode, operatorOf } from './operations'
import { invalid, oneOf } from './operations/fields'

function readValues(body: JsonObject): Map<string, number> {
  return new Map(
    readObjects(body, 'GroupCounter').map((item) => {
      if (typeof item.Value !== 'number' || !Number.isSafeInteger(item.Value)) {
        throw invalid('Value must be an integer')
      }
      return [readID(item, 'Key'), item.Value]
    }),
  )
}

function toWire(counters: [key: string, value: number][]): JsonObject[] {
  return counters.map(([Key, Value]) => ({ Key, Value }))
}

/** SDK: `setGroupCounters`, `increaseGroupCounter`, `decreaseGroupCounter`, `getGroupCounters`. */
export function groupCounters({ domain, operations: { counters } }: GroupContext): Service {
  return {
    commands: sharedCommands({
      update_group_counter: (caller, body) => {
        const mode = oneOf(body, 'Mode', CounterMode)
        const groupID = readID(body, 'GroupId')
        return { GroupCounter: toWire(counters.update(operatorOf(caller), groupID, readValues(body), mode)) }
      },

      get_group_counter: (caller, body) => {
        const groupID = readID(body, 'GroupId')
        const keys = readStrings(body, 'GroupCounterKeys', [])
        return {
          GroupCounter: toWire(counters.get(operatorOf(caller), groupID, keys)),
          GroupCounterSeq: domain.groupCounters.sequence(groupID),
        }
      },
    }),
  }
}
