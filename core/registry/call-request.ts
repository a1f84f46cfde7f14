import { list, number, text } from '../../utils/read'
import type { CallRequest } from '../call-request'
import type { CallTarget } from '../calls/engine'

export type { CallRequest } from '../call-request'

const MOST = 100

/** What is wrong with it is told by the call itself. */
export function targetOf(request: CallRequest = {}): CallTarget {
  const groupID = text(request.groupID)
  const one = text(request.userID)
  const timeout = number(request.timeout)
  const userData = text(request.userData)
  return {
    userIDs: one ? [one] : list(request.userIDList, MOST).map(text).filter(Boolean),
    media: number(request.type) === 2 ? 'video' : 'audio',
    ...(groupID && { groupID }),
    ...(timeout && { timeout }),
    ...(request.roomID !== undefined && { roomID: number(request.roomID) }),
    ...(userData && { userData }),
  }
}
