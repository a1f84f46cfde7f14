import { randomBytes } from 'node:crypto'
import { ApplicationState, ApplicationType, type GroupApplication } from '../../../domain/group-applications'
import { isManager } from '../../../domain/group-rules'
import { Role, type Group } from '../../../domain/groups'
import { ErrorCode, ImError } from '../../../errors'
import { Limits } from '../../../limits'
import { requireGroup } from '../access'
import { ReportType } from '../delivery'
import { JoinType, type GroupEntry, type OperationContext } from './entry'
import { requireRole, type Operator } from './operator'

/** An answer to an application, and what of the application it names. */
export interface Answer {
  readonly accepted: boolean
  readonly text: string
  /** Both empty or 0 if the request does not name them. */
  readonly authentication: string
  readonly time: number
}

const ANSWERED: readonly ApplicationState[] = [ApplicationState.ACCEPTED, ApplicationState.REFUSED]

/** `ReportType` of the notice that asks. */
const ASKING = {
  [ApplicationType.JOIN]: ReportType.JOIN_REQUEST,
  [ApplicationType.INVITEE]: ReportType.INVITATION,
  [ApplicationType.INVITATION]: ReportType.INVITATION_REQUEST,
} as const

function handled(): ImError {
  const info = 'the application was answered, or there was none'
  return new ImError(ErrorCode.GROUP_APPLICATION_HANDLED, info)
}

export function alreadyMember(userID: string): ImError {
  return new ImError(ErrorCode.GROUP_ALREADY_MEMBER, `${userID} is in the group already`)
}

/** What somebody has to agree to: SDK `getGroupApplicationList`, `handleGroupApplication`, `handleGroupInvitation`. */
export class GroupApplying {
  constructor(
    private readonly context: OperationContext,
    private readonly entry: GroupEntry,
  ) {}

  /**
   * A manager answers an application, of the user itself or of a member for that user.
   * @throws ImError 10007, 10010, 10013 if the user is in meanwhile, 10014, 10024 if it was answered already
   */
  answer(
    operator: Operator,
    groupID: string,
    who: Pick<GroupApplication, 'type' | 'from' | 'userID'>,
    answer: Answer,
  ): void {
    const group = requireGroup(this.context.domain, groupID)
    requireRole(this.context.domain, group, operator, Role.ADMIN)
    this.settle(group, operator.userID, who, answer)
  }

  /**
   * The invited user answers.
   * @throws ImError 10010, 10013, 10014, 10024
   */
  answerInvitation(userID: string, groupID: string, inviter: string, answer: Answer): void {
    const group = requireGroup(this.context.domain, groupID)
    this.settle(group, userID, { type: ApplicationType.INVITEE, from: inviter, userID }, answer)
  }

  /** What is open for a user to answer as a manager, oldest first. */
  open(userID: string): { group: Group; application: GroupApplication }[] {
    const { domain } = this.context
    return domain.groups
      .groupsOf(userID)
      .filter((group) => {
        const member = domain.groups.member(group.id, userID)
        return member !== undefined && isManager(member)
      })
      .flatMap((group) =>
        domain.groupApplications
          .of(group.id)
          .filter(({ type, state }) => type !== ApplicationType.INVITEE && state === ApplicationState.PENDING)
          .map((application) => ({ group, application })),
      )
      .sort((a, b) => a.application.time - b.application.time)
  }

  /** Keeps the application and tells those who have to answer it. */
  ask(group: Group, type: ApplicationType, from: string, userID: string, text: string): void {
    const { domain, groupDelivery } = this.context
    const kept = domain.groupApplications.of(group.id)
    const latest = Math.max(0, ...kept.map(({ time }) => time))
    const application: GroupApplication = {
      groupID: group.id,
      type,
      from,
      userID,
      text,
      time: Math.max(Date.now() * 1000, latest + 1),
      authentication: randomBytes(12).toString('hex'),
      state: ApplicationState.PENDING,
    }
    const [oldest] = kept
    if (oldest && kept.length >= Limits.applicationsPerGroup) domain.groupApplications.remove(oldest)
    domain.groupApplications.put(application)
    const notice = {
      ReportType: ASKING[type],
      Operator_Account: from,
      RemarkInfo: text,
      Authentication: application.authentication,
      MsgKey: application.time,
      MemberList_Account: [userID],
      ...this.entry.about(group, from),
    }
    const asked =
      type === ApplicationType.INVITEE
        ? [userID]
        : domain.groups
            .members(group.id)
            .filter(isManager)
            .map((member) => member.userID)
    for (const who of asked) groupDelivery.notice(who, group, notice)
  }

  private settle(
    group: Group,
    by: string,
    who: Pick<GroupApplication, 'type' | 'from' | 'userID'>,
    { accepted, text, authentication, time }: Answer,
  ): void {
    const { groups, groupApplications } = this.context.domain
    const application = groupApplications.get(group.id, who)
    const isNamed =
      (authentication === '' || authentication === application?.authentication) &&
      (time === 0 || time === application?.time)
    if (!application || !isNamed || ANSWERED.includes(application.state)) {
      throw handled()
    }
    if (groups.member(group.id, application.userID)) throw alreadyMember(application.userID)
    // Who has left since does not come back by what was asked before.
    if (application.state === ApplicationState.OBSOLETE) throw handled()
    if (accepted) this.entry.requirePlace(group, application.userID)
    const state = accepted ? ApplicationState.ACCEPTED : ApplicationState.REFUSED
    groupApplications.put({ ...application, state })
    if (application.type === ApplicationType.JOIN) this.conclude(group, by, application, accepted, text)
    else this.concludeInvitation(group, by, application, accepted, text)
  }

  private conclude(
    group: Group,
    by: string,
    { userID }: GroupApplication,
    accepted: boolean,
    text: string,
  ): void {
    if (!accepted) return this.tell(group, userID, by, text, ReportType.JOIN_REFUSED)
    // Before the tip: a client that has the group from there does not fetch it.
    const greet = (): void => this.tell(group, userID, by, text, ReportType.JOIN_ACCEPTED)
    this.entry.admit(group, [userID], userID, JoinType.APPLIED, greet)
  }

  private concludeInvitation(
    group: Group,
    by: string,
    { type, from, userID }: GroupApplication,
    accepted: boolean,
    text: string,
  ): void {
    const mustConsent = type === ApplicationType.INVITATION && this.context.policy.inviteConsent
    if (accepted && mustConsent) return this.ask(group, ApplicationType.INVITEE, from, userID, '')
    if (accepted) this.entry.admit(group, [userID], from, JoinType.INVITED)
    const report = accepted ? ReportType.INVITATION_ACCEPTED : ReportType.INVITATION_REFUSED
    this.tell(group, from, by, text, report)
  }

  private tell(group: Group, userID: string, by: string, text: string, report: number): void {
    this.context.groupDelivery.notice(userID, group, {
      ReportType: report,
      Operator_Account: by,
      RemarkInfo: text,
      ...this.entry.about(group, by),
    })
  }
}
