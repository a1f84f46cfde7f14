import TencentCloudChat from '@tencentcloud/chat'
import { loadConversations } from '../../../core/actions/load-conversations'
import { openChat } from '../../../core/actions/open-chat'
import type { Memory } from '../../../core/actions/played'
import { acquireKit, releaseKit, type Kit } from '../../../core/kit'
import { allMessages } from '../../../core/store/thread'
import { closeClients, TestClient, until, useServer } from '../harness'

jest.setTimeout(20_000)

const server = useServer()
const storage = new Map<string, unknown>()
const memory: Memory = {
  read: (key) => storage.get(key),
  write: (key, value) => void storage.set(key, value),
}
const kits = new Set<Kit>()

/** A mini program of bob's that was just started on his phone. */
function start(userID = 'bob'): { client: TestClient; kit: Kit } {
  const client = new TestClient(server.current.url, userID)
  const kit = acquireKit({ instance: client.chat, namespace: TencentCloudChat, userID, appID: '1', memory })
  kits.add(kit)
  void loadConversations(kit)
  return { client, kit }
}

async function leave({ client, kit }: { client: TestClient; kit: Kit }): Promise<void> {
  kits.delete(kit)
  releaseKit(kit)
  await client.close()
}

const texts = (kit: Kit): string[] => {
  const thread = kit.store.get().messages.C2Calice
  return (thread ? allMessages(thread) : []).map(({ content }) =>
    content.type === 'text' ? content.text : '',
  )
}
const previews = (kit: Kit): string[] =>
  kit.store
    .get()
    .conversations.list.map(({ last }) => (last?.content.type === 'text' ? last.content.text : ''))

afterEach(async () => {
  for (const kit of kits) releaseKit(kit)
  kits.clear()
  storage.clear()
  await closeClients()
})

test('shows the list and the chat before the login, and what has come since after it', async () => {
  const alice = await server.login('alice')
  for (const text of ['one', 'two']) await alice.sendText('bob', text)
  const today = start()
  await today.client.login()
  await until(() => previews(today.kit)[0] === 'two', 'bob has the chat')
  await openChat(today.kit, 'C2Calice')
  expect(texts(today.kit)).toEqual(['one', 'two'])
  await leave(today)

  await alice.sendText('bob', 'three')
  const tomorrow = start()
  expect(previews(tomorrow.kit)).toEqual(['two'])
  const opened = openChat(tomorrow.kit, 'C2Calice')
  expect(texts(tomorrow.kit)).toEqual(['one', 'two'])
  const [first] = allMessages(tomorrow.kit.store.get().messages.C2Calice ?? raise())
  await tomorrow.client.login()
  expect(await opened).toEqual({ ok: true, value: undefined })
  expect(texts(tomorrow.kit)).toEqual(['one', 'two', 'three'])
  // The rows are the same ones.
  expect(allMessages(tomorrow.kit.store.get().messages.C2Calice ?? raise())[0]?.id).toBe(first?.id)
  await until(() => previews(tomorrow.kit)[0] === 'three', 'bob has the newest words')
  await until(() => !tomorrow.kit.store.get().conversations.remembered, "the list is the server's")
})

test('shows another account nothing', async () => {
  const alice = await server.login('alice')
  await alice.sendText('bob', 'secret')
  const bob = start()
  await bob.client.login()
  await until(() => previews(bob.kit)[0] === 'secret', 'bob has the chat')
  await leave(bob)

  const carol = start('carol')
  expect(previews(carol.kit)).toEqual([])
  await carol.client.login()
  await until(() => carol.kit.store.get().conversations.phase === 'ready', 'carol has her list')
  expect(previews(carol.kit)).toEqual([])
})

function raise(): never {
  throw new Error('The chat is not there')
}
