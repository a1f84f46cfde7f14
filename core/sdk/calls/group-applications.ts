import type { GroupApplication } from '../../store/group-applications'
import type { Message } from '../../store/types'
import type { CallContext } from '../book'
import { missing } from '../missing'
import { optionalCalls } from '../optional-call'
import { amount, list, record, text } from '../read'
import type { SdkReply } from '../reply'
import type { AbilityInstance } from './abilities'

export interface GroupApplicationInstance extends AbilityInstance {
  getGroupApplicationList?(): Promise<SdkReply<unknown>>
  handleGroupApplication?(options: {
    handleAction: string
    handleMessage?: string
    application?: object
  }): Promise<SdkReply<unknown>>
}

export interface GroupApplicationCalls {
  /** Those that wait for an answer, of all groups that the user leads. SDK: `getGroupApplicationList`. */
  groupApplications(): Promise<GroupApplication[]>
  /** SDK: `handleGroupApplication`. @param words that the other one reads */
  answerGroupApplication(application: GroupApplication, accepted: boolean, words: string): Promise<void>
  /** The user is invited and has to agree. SDK: experimental `handleGroupInvitation`. @param notice the system's */
  answerInvitation(notice: Message, accepted: boolean): Promise<void>
}

const MOST = 1000
/** Invited by a member. */
const INVITED = 2
/** More seconds than any time has. */
const MICROSECONDS = 1e12

const action = (accepted: boolean): string => (accepted ? 'Agree' : 'Reject')

function application(source: unknown): GroupApplication {
  const item = record(source)
  const { messageKey } = item
  const applicant = text(item.applicant)
  const invited = item.applicationType === INVITED
  const time = amount(messageKey)
  return {
    groupID: text(item.groupID),
    groupName: text(item.groupName),
    applicant,
    name: text(item.applicantNick),
    userID: invited ? text(item.userID) : applicant,
    invited,
    words: text(item.note),
    time: time > MICROSECONDS ? time / 1e6 : time,
    key: typeof messageKey === 'number' ? messageKey : text(messageKey),
    authentication: text(item.authentication),
  }
}

export function groupApplicationCalls({
  instance,
  book,
}: CallContext<GroupApplicationInstance>): GroupApplicationCalls {
  const call = optionalCalls(instance)
  return {
    async groupApplications() {
      return list(record(await call('getGroupApplicationList')).applicationList, MOST)
        .map(application)
        .filter(({ groupID, userID }) => groupID && userID)
    },

    async answerGroupApplication(
      { applicant, groupID, authentication, key, invited, userID },
      accepted,
      words,
    ) {
      await call('handleGroupApplication', {
        handleAction: action(accepted),
        ...(words && { handleMessage: words }),
        application: {
          applicant,
          groupID,
          authentication,
          messageKey: key,
          applicationType: invited ? INVITED : 0,
          userID,
        },
      })
    },

    async answerInvitation(notice, accepted) {
      if (!instance.callExperimentalAPI) throw missing('handleGroupInvitation')
      const options = { handleAction: action(accepted), message: book.find(notice) }
      await instance.callExperimentalAPI('handleGroupInvitation', options)
    },
  }
}
