import TencentCloudChat from '@tencentcloud/chat'
import { acquireKit, releaseKit, type Kit } from '../../../core/kit'
import { loadConversations } from '../../../core/actions/load-conversations'
import type { Conversation, Message, Thread } from '../../../core/store/types'
import { closeClients, TestClient, until } from '../harness'

/** One user with the real SDK and the kit's core on top of it: a phone without a screen. */
export class Phone {
  readonly client: TestClient
  readonly kit: Kit

  /** @param options of `TencentCloudChat.create`, for example `fileUploadProxy` */
  constructor(server: { url: string }, userID: string, options: Record<string, unknown> = {}) {
    this.client = new TestClient(server.url, userID, options)
    this.kit = acquireKit({
      instance: this.client.chat,
      namespace: TencentCloudChat,
      userID,
    })
    void loadConversations(this.kit)
    phones.add(this)
  }

  thread(peer: string): Thread | undefined {
    return this.kit.store.get().messages[`C2C${peer}`]
  }

  /** Everything that is loaded of the chat with a user, oldest first. */
  messages(peer: string): Message[] {
    const thread = this.thread(peer)
    if (!thread) return []
    return [...[...thread.older].reverse(), ...thread.newer].reduce<Message[]>(
      (all, page) => all.concat(page.messages),
      [],
    )
  }

  texts(peer: string): string[] {
    return this.messages(peer).map(({ content }) => (content.type === 'text' ? content.text : content.type))
  }

  conversation(peer: string): Conversation | undefined {
    return this.kit.store.get().conversations.list.find((item) => item.conversationID === `C2C${peer}`)
  }

  until<T>(read: () => T | undefined | false, what: string): Promise<T> {
    return until(read, `${this.client.userID}: ${what}`)
  }
}

const phones = new Set<Phone>()

/** A phone whose user is logged in. */
export async function phone(server: { url: string }, userID: string): Promise<Phone> {
  const made = new Phone(server, userID)
  await made.client.login()
  return made
}

export async function closePhones(): Promise<void> {
  for (const { kit } of phones) releaseKit(kit)
  phones.clear()
  await closeClients()
}
