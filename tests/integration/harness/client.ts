import { holdNetwork, loseNetwork, regainNetwork } from './node-host' // before the SDK
import TencentCloudChat, { type ChatSDK, type Conversation, type Message } from '@tencentcloud/chat'
import { userSigFor } from './server'
import { until } from './until'

const { EVENT, TYPES } = TencentCloudChat
const SILENT = 4
const NOT_LOGGED_IN = 2024

// The SDK gives the same instance for the same SDKAppID, so each client takes another. The server does not
// separate users by it.
let nextAppID = 1400000001

const openClients = new Set<TestClient>()

export interface UserStatus {
  userID: string
  /** 1 online, 2 offline, 3 not logged in. */
  statusType: number
  customStatus: string
}

/** The real SDK, and what it has said so far. */
export class TestClient {
  readonly sdkAppID = nextAppID++
  readonly chat: ChatSDK
  /** In the order of arrival. */
  readonly received: Message[] = []
  readonly revoked: Message[] = []
  readonly readByPeer: Message[] = []
  /** The `type` of each `KICKED_OUT`. */
  readonly kicks: string[] = []
  /** The states of `NET_STATE_CHANGE`. */
  readonly netStates: string[] = []
  readonly statusChanges: UserStatus[] = []
  /** The latest of `CONVERSATION_LIST_UPDATED`. */
  conversations: Conversation[] = []
  /** Everything that the SDK has told, by event, in order. */
  private readonly events = new Map<string, unknown[]>()

  /** @param extraOptions of `TencentCloudChat.create`, for example `fileUploadProxy` */
  constructor(
    url: string,
    readonly userID: string,
    extraOptions: Record<string, unknown> = {},
  ) {
    // Options that exist and are documented, but that the types of the SDK leave out.
    const options: Parameters<typeof TencentCloudChat.create>[0] & Record<string, unknown> = {
      SDKAppID: this.sdkAppID,
      proxyServer: url,
      eventThrottling: false,
      ...extraOptions,
    }
    this.chat = TencentCloudChat.create(options)
    this.chat.setLogLevel(SILENT)
    const listen = <T>(event: string, handler: (data: T) => void): void =>
      this.chat.on(event, ({ data }: { data: T }) => handler(data))
    listen<Message[]>(EVENT.MESSAGE_RECEIVED, (messages) => this.received.push(...messages))
    listen<Message[]>(EVENT.MESSAGE_REVOKED, (messages) => this.revoked.push(...messages))
    listen<Message[]>(EVENT.MESSAGE_READ_BY_PEER, (messages) => this.readByPeer.push(...messages))
    listen<{ type: string }>(EVENT.KICKED_OUT, ({ type }) => this.kicks.push(type))
    listen<{ state: string }>(EVENT.NET_STATE_CHANGE, ({ state }) => this.netStates.push(state))
    listen<Conversation[]>(EVENT.CONVERSATION_LIST_UPDATED, (list) => (this.conversations = [...list]))
    listen<UserStatus[]>(EVENT.USER_STATUS_UPDATED, (changes) => this.statusChanges.push(...changes))
    for (const event of Object.values(EVENT)) {
      this.chat.on(event, ({ data }: { data: unknown }) => this.seen(event).push(data))
    }
    openClients.add(this)
  }

  /** The `data` of every occurrence of an event so far. */
  seen<T = unknown>(event: string): T[] {
    let list = this.events.get(event)
    if (!list) this.events.set(event, (list = []))
    return list as T[]
  }

  async login(userSig = userSigFor(this.userID, this.sdkAppID)): Promise<void> {
    await this.chat.login({ userID: this.userID, userSig })
    await until(() => this.chat.isReady(), `${this.userID} is ready`)
  }

  /** Waits until the list of conversations has come from the server. */
  async synced(): Promise<Conversation[]> {
    const list = async (): Promise<Conversation[] | false> => {
      const { data } = (await this.chat.getConversationList()) as {
        data: { isSyncCompleted: boolean; conversationList: Conversation[] }
      }
      return data.isSyncCompleted && data.conversationList
    }
    return until(list, `${this.userID} has the conversations of the server`)
  }

  conversation(peer: string): Conversation | undefined {
    return this.conversations.find(({ conversationID }) => conversationID === `C2C${peer}`)
  }

  /** The latest status that the client was told of a user. */
  statusOf(userID: string): UserStatus | undefined {
    return this.statusChanges.filter((change) => change.userID === userID).at(-1)
  }

  createText(to: string, text: string): Message {
    return this.chat.createTextMessage({ to, conversationType: TYPES.CONV_C2C, payload: { text } })
  }

  async sendText(to: string, text: string): Promise<Message> {
    const message = this.createText(to, text)
    await this.chat.sendMessage(message)
    return message
  }

  /** Waits for a text message from another user. */
  receivedText(text: string): Promise<Message> {
    return until(
      () => this.received.find((message) => textOf(message) === text),
      `${this.userID} gets "${text}"`,
    )
  }

  /** The whole history with a user, oldest first, page by page. */
  async history(peer: string): Promise<Message[]> {
    const all: Message[] = []
    let nextReqMessageID = ''
    for (;;) {
      const { data } = (await this.chat.getMessageList({
        conversationID: `C2C${peer}`,
        nextReqMessageID,
      })) as {
        data: { messageList: Message[]; nextReqMessageID: string; isCompleted: boolean }
      }
      all.unshift(...data.messageList)
      if (data.isCompleted) return all
      nextReqMessageID = data.nextReqMessageID
    }
  }

  /** Lets new sockets wait until {@link regainNetwork}: while the server is away, the SDK tries only once. */
  holdNetwork(): void {
    holdNetwork(this.sdkAppID)
  }

  /** Cuts the socket; new ones wait until {@link regainNetwork}. */
  loseNetwork(): void {
    loseNetwork(this.sdkAppID)
  }

  regainNetwork(): void {
    regainNetwork(this.sdkAppID)
  }

  /** Lets go of a client whose server is gone: a logout would wait for it for 15 s. */
  abandon(): void {
    openClients.delete(this)
    this.chat.destroy().catch(() => undefined) // certain to fail
  }

  /** Logs out and lets go of everything; a second call does nothing. */
  async close(): Promise<void> {
    if (!openClients.delete(this)) return
    this.regainNetwork() // the logout needs it
    // It logs out first. Without a login that fails, and the rest is done all the same.
    await this.chat.destroy().catch((error: { code?: number }) => {
      if (error.code !== NOT_LOGGED_IN) throw error
    })
  }
}

export function textOf(message: Message): string | undefined {
  return (message.payload as { text?: string } | null)?.text
}

/** A client that is logged in. */
export async function createClient(
  server: { url: string },
  userID: string,
  extraOptions?: Record<string, unknown>,
): Promise<TestClient> {
  const client = new TestClient(server.url, userID, extraOptions)
  await client.login()
  return client
}

/** To be called after each test: the SDK's sockets and timers keep a process alive. */
export async function closeClients(): Promise<void> {
  await Promise.all([...openClients].map((client) => client.close()))
}
