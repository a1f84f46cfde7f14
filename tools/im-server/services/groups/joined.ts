import type { Handler, Service } from '../../router'

const joinedGroups: Handler = () => ({ TotalCount: 0, GroupIdList: [] })
/** `NextStartTime` ends the list: without it the SDK asks again without end. */
const joinRequests: Handler = () => ({ PendencyList: [], NextStartTime: 0 })

/** Groups: nobody is in any yet. The SDK asks for communities separately. */
export function groups(): Service {
  return {
    commands: {
      'group_open_http_svc.get_joined_group_list': joinedGroups,
      'million_group_open_http_svc.get_joined_group_list': joinedGroups,
      'group_open_http_svc.get_pendency': joinRequests,
      'million_group_open_http_svc.get_pendency': joinRequests,
    },
  }
}
