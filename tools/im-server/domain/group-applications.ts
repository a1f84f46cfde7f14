import type { Storage, Table } from '../storage'

/** 0: who wants to join asks the managers; 2: a member asks them to let somebody in; 1: the invited one is asked. */
export const ApplicationType = { JOIN: 0, INVITEE: 1, INVITATION: 2 } as const
export type ApplicationType = (typeof ApplicationType)[keyof typeof ApplicationType]

/** `OBSOLETE`: it needs no answer any more, because the user is in the group already. */
export const ApplicationState = {
  PENDING: 'pending',
  ACCEPTED: 'accepted',
  REFUSED: 'refused',
  OBSOLETE: 'obsolete',
} as const
export type ApplicationState = (typeof ApplicationState)[keyof typeof ApplicationState]

/** That somebody is to come into a group, which somebody else has to agree to. */
export interface GroupApplication {
  readonly groupID: string
  readonly type: ApplicationType
  /** Who asks: the applicant or the inviter. */
  readonly from: string
  /** Who is to come in. */
  readonly userID: string
  readonly text: string
  /** Microseconds, each once in a group (`MsgKey`, `AddTime`). */
  readonly time: number
  /** Comes back with the answer. */
  readonly authentication: string
  readonly state: ApplicationState
}

type Key = Pick<GroupApplication, 'type' | 'from' | 'userID'>

/** The applications to the groups: the latest of each kind for two users, until the group is gone. */
export class GroupApplications {
  private readonly rows: Table<GroupApplication>

  constructor(storage: Storage) {
    this.rows = storage.table('group-applications')
  }

  put(application: GroupApplication): void {
    this.rows.set(application.groupID, keyOf(application), application)
  }

  get(groupID: string, key: Key): GroupApplication | undefined {
    return this.rows.get(groupID, keyOf(key))
  }

  /** In the order of their first appearance. */
  of(groupID: string): GroupApplication[] {
    return this.rows.rows(groupID).map(([, application]) => application)
  }

  remove(application: GroupApplication): void {
    this.rows.delete(application.groupID, keyOf(application))
  }

  /** The user has come in: nothing about it is open any more. */
  settle(groupID: string, userID: string): void {
    for (const application of this.of(groupID)) {
      if (application.userID === userID && application.state === ApplicationState.PENDING) {
        this.put({ ...application, state: ApplicationState.OBSOLETE })
      }
    }
  }

  clear(groupID: string): void {
    this.rows.clear(groupID)
  }
}

function keyOf({ type, from, userID }: Key): string {
  return JSON.stringify([type, from, userID])
}
