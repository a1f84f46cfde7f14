import TencentCloudChat, { type Group, type Message } from '@tencentcloud/chat'
import { until, type TestClient } from '../../harness'

export const { EVENT, TYPES } = TencentCloudChat

interface Reply {
  data: Record<string, unknown>
}

/** The result of a call of the SDK, whose types leave it open. */
export async function dataOf<T = Record<string, unknown>>(call: Promise<unknown>): Promise<T> {
  return ((await call) as Reply).data as T
}

/** The code that a call is refused with; 0: it is not. */
export function codeOf(call: Promise<unknown>): Promise<number> {
  return call.then(
    () => 0,
    (error: { code: number }) => error.code,
  )
}

/** Options of the SDK that its types do not know, or know as enumerations. */
export async function createGroup(client: TestClient, options: Record<string, unknown>): Promise<Group> {
  const { group } = await dataOf<{ group: Group }>(
    client.chat.createGroup({ name: 'Team', ...options } as never),
  )
  return group
}

export async function join(client: TestClient, groupID: string, applyMessage = ''): Promise<string> {
  return (await dataOf<{ status: string }>(client.chat.joinGroup({ groupID, applyMessage }))).status
}

/** A group as the client has it; the types of the SDK leave `selfInfo` open. */
export type GroupView = Omit<Group, 'selfInfo'> & { selfInfo: { role: string; messageRemindType: string } }

/** The latest that the client was told of a group. */
export function groupOf(client: TestClient, groupID: string): GroupView | undefined {
  return client
    .seen<GroupView[]>(EVENT.GROUP_LIST_UPDATED)
    .at(-1)
    ?.find((group) => group.groupID === groupID)
}

/** Waits until the group is in the client's list. */
export function hasGroup(client: TestClient, groupID: string): Promise<GroupView> {
  return until(() => groupOf(client, groupID), `${client.userID} has the group ${groupID}`)
}

export function hasNoGroup(client: TestClient, groupID: string): Promise<boolean> {
  return until(() => !groupOf(client, groupID), `${client.userID} has the group ${groupID} no more`)
}

export interface Payload {
  operationType: number
  operatorID: string
  userIDList: string[]
  memberCount: number
  handleMessage: string
  newGroupProfile: Record<string, unknown>
  memberList: Record<string, unknown>[]
}

const payloadsOf = (messages: Message[]): Payload[] => messages.map(({ payload }) => payload as Payload)

const isOfType = (message: Message, type: string): boolean => String(message.type) === type

/** The tips that have arrived so far, or those of one type. */
export function tips(client: TestClient, type?: number): Payload[] {
  return payloadsOf(client.received.filter((message) => isOfType(message, TYPES.MSG_GRP_TIP))).filter(
    ({ operationType }) => type === undefined || operationType === type,
  )
}

export function getsTip(client: TestClient, type: number, count = 1): Promise<Payload> {
  return until(() => tips(client, type)[count - 1], `${client.userID} gets tip ${type}`)
}

/** The system notices of one type that have arrived so far. */
export function notices(client: TestClient, type: number): Message[] {
  return client.received.filter(
    (message) =>
      isOfType(message, TYPES.MSG_GRP_SYS_NOTICE) && (message.payload as Payload).operationType === type,
  )
}

export function getsNotice(client: TestClient, type: number, count = 1): Promise<Message> {
  return until(() => notices(client, type)[count - 1], `${client.userID} gets notice ${type}`)
}

export interface MemberView {
  userID: string
  role: string
  nameCard: string
  muteUntil: number
  isOnline: boolean
  memberCustomField: { key: string; value: string }[]
}

export async function memberList(
  client: TestClient,
  groupID: string,
  options: Record<string, unknown> = {},
): Promise<MemberView[]> {
  const call = client.chat.getGroupMemberList({ groupID, count: 100, offset: 0, ...options })
  return (await dataOf<{ memberList: MemberView[] }>(call)).memberList
}

/** `user: role` for each, in the order of joining. */
export async function roles(client: TestClient, groupID: string): Promise<string[]> {
  return (await memberList(client, groupID)).map(({ userID, role }) => `${userID}: ${role}`)
}
