import type { CallContext } from '../book'
import { optionalCalls } from '../optional-call'
import { amount, record } from '../read'
import type { SdkReply } from '../reply'

export interface LiveInstance {
  getGroupOnlineMemberCount?(groupID: string): Promise<SdkReply<unknown>>
}

export interface LiveCalls {
  /** How many are in a live room just now; the SDK asks once a minute. SDK: `getGroupOnlineMemberCount`. */
  onlineCount(groupID: string): Promise<number>
}

export function liveCalls({ instance }: CallContext<LiveInstance>): LiveCalls {
  const call = optionalCalls(instance)
  return {
    onlineCount: async (groupID) =>
      amount(record(await call('getGroupOnlineMemberCount', groupID)).memberCount),
  }
}
