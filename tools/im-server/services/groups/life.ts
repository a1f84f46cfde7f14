import { GroupType } from '../../domain/groups'
import { readID } from '../../json'
import type { Service } from '../../router'
import { sharedCommands, type GroupContext } from './commands'
import { operatorOf } from './operations'

/** SDK: `createGroup`, `dismissGroup`, `updateGroupProfile`, `changeGroupOwner`. */
export function groupLife({ operations }: GroupContext): Service {
  return {
    commands: sharedCommands({
      create_group: (caller, body) => {
        const { group, overLimit } = operations.creation.create(operatorOf(caller), body)
        return {
          GroupId: group.id,
          HugeGroupFlag: Number(group.type === GroupType.LIVE),
          OverJoinedGroupLimit_Account: overLimit,
        }
      },

      destroy_group: (caller, body) => operations.life.dismiss(operatorOf(caller), readID(body, 'GroupId')),

      modify_group_base_info: (caller, body) =>
        operations.life.change(operatorOf(caller), readID(body, 'GroupId'), body),

      change_group_owner: (caller, body) =>
        operations.life.transfer(
          operatorOf(caller),
          readID(body, 'GroupId'),
          readID(body, 'NewOwner_Account'),
        ),
    }),
  }
}
