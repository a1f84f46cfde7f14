import type { Service } from '../../router'

/**
 * Friends, friend groups, applications and the blacklist: nobody has any yet. The terminators
 * (`CompleteFlag`, `StartIndex`) matter: without them the SDK asks again without end.
 */
export function relations(): Service {
  return {
    commands: {
      'sns.friend_get': () => ({
        FriendNum: 0,
        UserDataItem: [],
        NextStartIndex: 0,
        StandardSequence: 1,
        CustomSequence: 1,
        CompleteFlag: 1,
      }),
      'sns.group_get': () => ({ ResultItem: [] }),
      'sns.pendency_get': () => ({
        PendencyItem: [],
        UnreadPendencyCount: 0,
        StartTime: 0,
        CurrentSequence: 0,
      }),
      'sns.black_list_get': () => ({ BlackListItem: [], StartIndex: 0 }),
    },
  }
}
