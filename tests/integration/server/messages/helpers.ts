import TencentCloudChat, { type Conversation, type Message } from '@tencentcloud/chat'
import { until, type TestClient } from '../../harness'

export const { EVENT, TYPES } = TencentCloudChat

/** What the types of the SDK leave out of `chat`. */
export interface MoreChat {
  pinGroupMessage(options: { groupID: string; message: Message; isPinned: boolean }): Promise<unknown>
  getPinnedGroupMessageList(groupID: string): Promise<{ data: { messageList: Message[] } }>
  setAllMessageRead(options?: { scope?: string }): Promise<unknown>
}

export function more(client: TestClient): MoreChat {
  return client.chat as unknown as MoreChat
}

/** Waits for a message of that text among those that came with an event. */
export function seenText(client: TestClient, event: string, text: string): Promise<Message> {
  const find = (): Message | undefined =>
    client
      .seen<Message[]>(event)
      .flat()
      .find(({ payload }) => (payload as { text?: string } | undefined)?.text === text)
  return until(find, `${client.userID} sees "${text}" in ${event}`)
}

/** An error of the SDK, with what it brings along. */
export interface SdkError {
  code: number
  data?: { message?: Message }
}

export async function failure(call: Promise<unknown>): Promise<SdkError> {
  return call.then(
    () => Promise.reject(new Error('it did not fail')),
    (error: unknown) => error as SdkError,
  )
}

/** Waits until a time in seconds is over, as messages are ordered by seconds in places. */
export async function nextSecond(): Promise<void> {
  const next = Math.floor(Date.now() / 1000) + 1
  await until(() => Date.now() / 1000 >= next, 'the next second')
}

/** A group of everybody, and everybody knows of it. The first client owns it. */
export async function createGroup(
  clients: TestClient[],
  groupID = 'team',
  type: string = TYPES.GRP_WORK,
): Promise<void> {
  const [owner, ...others] = clients
  const memberList = [...new Set(others.map(({ userID }) => userID))]
    .filter((userID) => userID !== owner?.userID)
    .map((userID) => ({ userID }))
  await owner?.chat.createGroup({ groupID, name: 'Team', type: type as never, memberList })
  for (const client of clients) {
    await until(() => groupConversation(client, groupID), `${client.userID} has the group ${groupID}`)
    await until(async () => {
      const { data } = (await client.chat.getGroupList()) as { data: { groupList: { groupID: string }[] } }
      return data.groupList.some((group) => group.groupID === groupID)
    }, `${client.userID} is in ${groupID}`)
  }
}

export function groupConversation(client: TestClient, groupID = 'team'): Conversation | undefined {
  return client.conversations.find(({ conversationID }) => conversationID === `GROUP${groupID}`)
}

/** Whether the list shows the last message of the group as revoked. */
export function isLastRevoked(conversation: Conversation | undefined): boolean {
  const last = conversation?.lastMessage as { isRevoked?: boolean } | undefined
  return last?.isRevoked === true
}

export function createGroupText(
  client: TestClient,
  text: string,
  {
    groupID = 'team',
    ...more
  }: { groupID?: string; needReadReceipt?: boolean; receiverList?: string[] } = {},
): Message {
  return client.chat.createTextMessage({
    to: groupID,
    conversationType: TYPES.CONV_GROUP,
    payload: { text },
    ...more,
  })
}

export async function sendGroupText(
  client: TestClient,
  text: string,
  options: Parameters<typeof createGroupText>[2] = {},
): Promise<Message> {
  const message = createGroupText(client, text, options)
  await client.chat.sendMessage(message)
  return message
}

/** The whole history of a group, oldest first. */
export async function groupHistory(client: TestClient, groupID = 'team'): Promise<Message[]> {
  const all: Message[] = []
  let nextReqMessageID = ''
  for (;;) {
    const { data } = (await client.chat.getMessageList({
      conversationID: `GROUP${groupID}`,
      nextReqMessageID,
    })) as { data: { messageList: Message[]; nextReqMessageID: string; isCompleted: boolean } }
    all.unshift(...data.messageList)
    if (data.isCompleted) return all
    nextReqMessageID = data.nextReqMessageID
  }
}

/** Only what members wrote: no tips, and not the message that the SDK sends when it creates a group. */
export function texts(messages: Message[]): string[] {
  return messages
    .filter(({ type }) => type === TYPES.MSG_TEXT)
    .map(({ payload }) => (payload as { text: string }).text)
}
