import type { ServerContext } from '../../context'
import { readObjects, readString } from '../../json'
import type { Service } from '../../router'

/**
 * SDK: `setMessageRead` of a group with "@" notices. System notices are named here as well; those are gone anyway
 * once an instance has got them.
 */
export function clearNotices({ domain }: ServerContext): Service {
  return {
    commands: {
      'openim.deletemsg': ({ userID }, body) => {
        for (const notice of readObjects(body, 'DelMsgList')) {
          const chatID = readString(notice, 'GroupId', '')
          // All of the group: the client has shown it, and with it the messages.
          if (chatID) domain.notices.clearMentions(userID, chatID)
        }
      },
    },
  }
}
