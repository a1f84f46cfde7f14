import type { GroupAttribute } from '../../domain/group-attributes'
import { readCount, readID, readObjects, readString, type JsonObject } from '../../json'
import type { Handler, Service } from '../../router'
import { COMMUNITIES, commandsOf, sharedCommands, type GroupContext } from './commands'
import { operatorOf } from './operations'

/** Attributes are read from a service of their own; those of communities from that of communities. */
const ATTRIBUTES = 'group_open_attr_http_svc'

const sequenceOf = (body: JsonObject): number | undefined =>
  body.AttrMainSeq === undefined ? undefined : readCount(body, 'AttrMainSeq')

// These keys are lower-case on the wire.
const keysOf = (body: JsonObject): string[] =>
  readObjects(body, 'GroupAttr').map((item) => readID(item, 'key'))
const valuesOf = (body: JsonObject): Map<string, string> =>
  new Map(readObjects(body, 'GroupAttr').map((item) => [readID(item, 'key'), readString(item, 'value', '')]))

function reply({ sequence, attributes }: { sequence: number; attributes: GroupAttribute[] }): JsonObject {
  return { AttrMainSeq: sequence, GroupAttrAry: attributes.map((attribute) => ({ ...attribute })) }
}

/** SDK: `initGroupAttributes`, `setGroupAttributes`, `deleteGroupAttributes`, `getGroupAttributes`. */
export function groupAttributes({ operations: { attributes } }: GroupContext): Service {
  const get_group_attr: Handler = (caller, body) =>
    reply(attributes.all(operatorOf(caller), readID(body, 'GroupId')))

  return {
    commands: {
      ...commandsOf(ATTRIBUTES, { get_group_attr }),
      ...commandsOf(COMMUNITIES, { get_group_attr }),
      ...sharedCommands({
        set_group_attr: (caller, body) =>
          reply(
            attributes.replace(operatorOf(caller), readID(body, 'GroupId'), valuesOf(body), sequenceOf(body)),
          ),

        modify_group_attr: (caller, body) =>
          reply(
            attributes.modify(operatorOf(caller), readID(body, 'GroupId'), valuesOf(body), sequenceOf(body)),
          ),

        delete_group_attr: (caller, body) =>
          reply(
            attributes.remove(operatorOf(caller), readID(body, 'GroupId'), keysOf(body), sequenceOf(body)),
          ),

        clear_group_attr: (caller, body) =>
          reply(attributes.clear(operatorOf(caller), readID(body, 'GroupId'), sequenceOf(body))),
      }),
    },
  }
}
