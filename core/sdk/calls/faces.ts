import type { Face } from '../../store/faces'
import type { CallContext } from '../book'
import { list, record, text } from '../read'
import type { MemberInstance } from './group-members'

export interface FaceCalls {
  /** The first members of a group, at most nine. SDK: `getGroupMemberList`. */
  groupFaces(groupID: string): Promise<Face[]>
}

/** As many as a composed picture has. */
const MOST = 9

export function faceCalls({ instance }: CallContext<MemberInstance>): FaceCalls {
  return {
    async groupFaces(groupID) {
      const reply = await instance.getGroupMemberList?.({ groupID, count: MOST, offset: 0 })
      return list(record(reply?.data).memberList, MOST)
        .map((source) => {
          const { userID, nick, nameCard, avatar } = record(source)
          const name = text(nick) || text(nameCard) || text(userID)
          return { userID: text(userID), name, avatar: text(avatar) }
        })
        .filter(({ userID }) => userID)
    },
  }
}
