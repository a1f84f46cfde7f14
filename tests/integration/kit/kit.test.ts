import { deleteMessage } from '../../../core/actions/delete-message'
import { loadOlder } from '../../../core/actions/load-older'
import { showChat } from '../../../core/actions/mark-read'
import { openChat } from '../../../core/actions/open-chat'
import { resend } from '../../../core/actions/resend'
import { revoke } from '../../../core/actions/revoke'
import { sendText } from '../../../core/actions/send-text'
import type { ChatError } from '../../../core/store/types'
import { startServer, type TestServer } from '../harness'
import { closePhones, Phone, phone } from './phone'

jest.setTimeout(20_000)

let server: TestServer

beforeEach(async () => {
  server = await startServer()
})

afterEach(async () => {
  await closePhones()
  await server.close()
  expect(server.reports).toEqual([])
})

const open = async (who: Phone, peer: string): Promise<void> => {
  const result = await openChat(who.kit, `C2C${peer}`)
  expect(result.ok).toBe(true)
}
const send = (who: Phone, peer: string, text: string) => sendText(who.kit, `C2C${peer}`, text)
const look = (who: Phone, peer: string): void =>
  showChat(who.kit, { conversationID: `C2C${peer}`, shown: true, atBottom: true })

describe('two people chat', () => {
  test('a text goes both ways, and both lists show the newest one', async () => {
    const [alice, bob] = [await phone(server, 'alice'), await phone(server, 'bob')]
    await open(alice, 'bob')
    await open(bob, 'alice')

    await send(alice, 'bob', 'Hello')
    await bob.until(() => bob.texts('alice').includes('Hello'), 'sees Hello')
    await send(bob, 'alice', 'Hi Alice')
    await alice.until(() => alice.texts('bob').includes('Hi Alice'), 'sees the answer')

    expect(alice.texts('bob')).toEqual(['Hello', 'Hi Alice'])
    expect(bob.texts('alice')).toEqual(['Hello', 'Hi Alice'])
    await alice.until(
      () => alice.conversation('bob')?.last?.content.type === 'text',
      'has the chat in the list',
    )
    expect(alice.conversation('bob')?.name).toBe('BOB')
    expect(alice.conversation('bob')?.last?.content).toEqual({ type: 'text', text: 'Hi Alice' })
  })

  test('an own message is there at once as being sent, and keeps its row when it was', async () => {
    const alice = await phone(server, 'alice')
    await open(alice, 'bob')
    const states: string[] = []
    alice.kit.store.subscribe(() => {
      const [message] = alice.messages('bob')
      if (message) states.push(`${message.id} ${message.status}`)
    })
    await send(alice, 'bob', 'one')
    const id = alice.messages('bob')[0]?.id ?? ''
    expect([...new Set(states)]).toEqual([`${id} sending`, `${id} sent`])
  })

  test('a history of 100 messages pages without a gap or a duplicate', async () => {
    const [alice, bob] = [await phone(server, 'alice'), await phone(server, 'bob')]
    const sent: string[] = []
    for (let i = 1; i <= 100; i++) {
      const [from, to] = i % 3 ? [alice, 'bob'] : [bob, 'alice']
      sent.push(`message ${i}`)
      await from.client.sendText(to, `message ${i}`)
    }
    const carolsPhone = await phone(server, 'carol')
    expect(carolsPhone.messages('bob')).toEqual([])

    // A new phone of bob's has nothing in memory.
    const again = await phone(server, 'bob')
    await open(again, 'alice')
    while (!again.thread('alice')?.complete) await loadOlder(again.kit, 'C2Calice')
    expect(again.texts('alice')).toEqual(sent)
    expect(new Set(again.messages('alice').map(({ id }) => id)).size).toBe(100)
  })
})

describe('unread and read', () => {
  test('what arrives elsewhere is unread, and read once its chat is seen', async () => {
    const [alice, bob] = [await phone(server, 'alice'), await phone(server, 'bob')]
    await open(alice, 'bob')
    await send(alice, 'bob', 'one')
    await send(alice, 'bob', 'two')
    await bob.until(() => bob.conversation('alice')?.unread === 2, 'has 2 unread')

    await open(bob, 'alice')
    expect(bob.conversation('alice')?.unread).toBe(2)
    expect(alice.messages('bob').every(({ peerRead }) => !peerRead)).toBe(true)

    look(bob, 'alice')
    await bob.until(() => bob.conversation('alice')?.unread === 0, 'has read them')
    await alice.until(() => alice.messages('bob').every(({ peerRead }) => peerRead), 'is told so')
  })

  test('a chat that is open but scrolled up is not reported as read', async () => {
    const [alice, bob] = [await phone(server, 'alice'), await phone(server, 'bob')]
    await open(bob, 'alice')
    showChat(bob.kit, { conversationID: 'C2Calice', shown: true, atBottom: false })
    await alice.client.sendText('bob', 'not seen')
    await bob.until(() => bob.conversation('alice')?.unread === 1, 'counts it')
    look(bob, 'alice')
    await bob.until(() => bob.conversation('alice')?.unread === 0, 'reads it at the bottom')
  })
})

describe('revoke and delete', () => {
  test('a revoked message is gone for both, and its author may still edit it', async () => {
    const [alice, bob] = [await phone(server, 'alice'), await phone(server, 'bob')]
    await open(alice, 'bob')
    await open(bob, 'alice')
    await send(alice, 'bob', 'a mistake')
    await bob.until(() => bob.texts('alice').length === 1, 'got it')

    const [mine] = alice.messages('bob')
    expect(await revoke(alice.kit, 'C2Cbob', mine?.id ?? '')).toEqual({ ok: true, value: undefined })
    expect(alice.messages('bob')[0]).toMatchObject({ revoked: true, revoker: 'alice' })
    expect(alice.texts('bob')).toEqual(['a mistake'])
    await bob.until(() => bob.messages('alice')[0]?.revoked, 'sees that it was revoked')
    await bob.until(() => bob.conversation('alice')?.last?.revoked, 'sees it in the list')
  })

  test('a message that is too old stays, and the host is told why', async () => {
    await server.close()
    server = await startServer({ revokeWindow: 0 })
    const alice = await phone(server, 'alice')
    await open(alice, 'bob')
    await send(alice, 'bob', 'set in stone')
    const [mine] = alice.messages('bob')
    // Times have a resolution of a second: at a window of 0 the next one is too late.
    await alice.until(() => Date.now() / 1000 > (mine?.time ?? 0) + 1, 'the window is over')
    const errors: ChatError[] = []
    alice.kit.onError((error) => errors.push(error))
    const result = await revoke(alice.kit, 'C2Cbob', mine?.id ?? '')
    expect(result).toMatchObject({ ok: false, error: { code: 20016, op: 'revokeMessage' } })
    expect(errors).toHaveLength(1)
    expect(alice.messages('bob')[0]?.revoked).toBe(false)
  })

  test('a deleted message is gone for its owner only, also after a new login', async () => {
    const [alice, bob] = [await phone(server, 'alice'), await phone(server, 'bob')]
    await open(alice, 'bob')
    await open(bob, 'alice')
    await send(alice, 'bob', 'keep')
    await send(alice, 'bob', 'drop')
    await deleteMessage(alice.kit, 'C2Cbob', alice.messages('bob')[1]?.id ?? '')
    expect(alice.texts('bob')).toEqual(['keep'])
    await bob.until(() => bob.texts('alice').length === 2, 'still has both')
    const again = await phone(server, 'alice')
    await open(again, 'bob')
    expect(again.texts('bob')).toEqual(['keep'])
  })
})

describe('a bad network', () => {
  test('what was sent while somebody was away is there when they come back', async () => {
    const alice = await phone(server, 'alice')
    await alice.client.sendText('bob', 'while you were out')
    const bob = await phone(server, 'bob')
    await bob.until(() => bob.conversation('alice')?.unread === 1, 'has it unread')
    await open(bob, 'alice')
    expect(bob.texts('alice')).toEqual(['while you were out'])
  })

  test('after a cut connection nothing is missing and nothing is there twice', async () => {
    const [alice, bob] = [await phone(server, 'alice'), await phone(server, 'bob')]
    await open(bob, 'alice')
    await alice.client.sendText('bob', 'before')
    await bob.until(() => bob.texts('alice').length === 1, 'got the first')

    expect(server.control.dropConnections('bob')).toBe(1)
    for (const text of ['during 1', 'during 2', 'during 3']) await alice.client.sendText('bob', text)
    await bob.until(() => bob.texts('alice').length >= 4, 'caught up')
    await alice.client.sendText('bob', 'after')
    await bob.until(() => bob.texts('alice').includes('after'), 'goes on')
    expect(bob.texts('alice')).toEqual(['before', 'during 1', 'during 2', 'during 3', 'after'])
    expect(bob.kit.store.get().session).toMatchObject({ phase: 'ready', connection: 'connected' })
  })

  test('a message that the server refuses is kept as failed, and can be sent again', async () => {
    const alice = await phone(server, 'alice')
    const refused = await openChat(alice.kit, 'C2Cnobody')
    expect(refused).toMatchObject({ ok: false, error: { cause: 'nobody' } })

    await open(alice, 'bob')
    // Short enough for the kit, too large for the server once it is escaped.
    const huge = 'x' + '\u0001'.repeat(3900) + 'x'
    expect(await send(alice, 'bob', huge)).toMatchObject({ ok: false, error: { code: 80002 } })
    const [failed] = alice.messages('bob')
    expect(failed).toMatchObject({ status: 'failed' })
    expect(await resend(alice.kit, 'C2Cbob', failed?.id ?? '')).toMatchObject({ ok: false })
    expect(alice.messages('bob')).toHaveLength(1)
  })
})

describe('the session', () => {
  test('a chat that is opened before the login waits for it', async () => {
    const bob = await phone(server, 'bob')
    await bob.client.sendText('alice', 'early')
    const alice = new Phone(server, 'alice')
    const opening = openChat(alice.kit, 'C2Cbob')
    expect(alice.thread('bob')?.phase).toBe('loading')
    await alice.client.login()
    expect(await opening).toMatchObject({ ok: true })
    expect(alice.texts('bob')).toEqual(['early'])
  })

  test('a login elsewhere ends this one, and the kit says why', async () => {
    const first = await phone(server, 'alice')
    await phone(server, 'alice')
    await first.until(() => first.kit.store.get().session.phase === 'kicked', 'is out')
    expect(first.kit.store.get().session.kickReason).toBe('multipleAccount')
  })

  test('text of every kind arrives as it was written', async () => {
    const [alice, bob] = [await phone(server, 'alice'), await phone(server, 'bob')]
    await open(alice, 'bob')
    await open(bob, 'alice')
    const texts = [
      '<script>alert(1)</script><b>bold</b>',
      '👨‍👩‍👧‍👦🏳️‍🌈 e\u0301',
      'שלום \u202Eabc\u202C عالم',
      'zero\u200Bwidth\u2060joiner',
      '多行\n第二行\t制表',
      '界'.repeat(2700),
    ]
    for (const text of texts) await send(alice, 'bob', text)
    await bob.until(() => bob.texts('alice').length === texts.length, 'has them all')
    expect(bob.texts('alice')).toEqual(texts)
  })
})
