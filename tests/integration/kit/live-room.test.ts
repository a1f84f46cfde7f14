import { createGroup } from '../../../core/actions/start-group'
import { sendText } from '../../../core/actions/send-text'
import { messageByID, setExtensions } from '../../../core/actions/extensions'
import { showChat } from '../../../core/actions/mark-read'
import { openChat } from '../../../core/actions/open-chat'
import { sendCustom } from '../../../core/actions/send-content'
import { applySettings } from '../../../core/actions/settings'
import { chatView } from '../../../core/views/chat'
import { allMessages } from '../../fixtures/threads'
import { textsOf } from '../../fixtures/kit'
import { startServer, type TestServer } from '../harness'
import { closePhones, phone, type Phone } from './phone'

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

const LIVE = 'GROUPlive'

async function enter({ kit }: Phone, conversationID = LIVE): Promise<void> {
  showChat(kit, { conversationID, shown: true, atBottom: true })
  await expect(openChat(kit, conversationID)).resolves.toMatchObject({ ok: true })
}
const texts = ({ kit }: Phone): string[] =>
  textsOf(allMessages(kit.store.get().messages[LIVE])).filter(Boolean)
const count = ({ kit }: Phone): string => chatView(kit.store.get(), LIVE, kit.t()).count

async function liveRoom(owner: Phone): Promise<void> {
  const made = await createGroup(owner.kit, {
    groupID: 'live',
    name: 'Concert',
    type: 'live',
    avatar: '',
    userIDs: [],
  })
  expect(made).toEqual({ ok: true, value: LIVE })
}

test('whoever opens a live room by its ID is in it, hears what is said, and can answer', async () => {
  const alice = await phone(server, 'alice')
  const bob = await phone(server, 'bob')
  await liveRoom(alice)
  await enter(alice)
  await enter(bob)
  await expect(sendText(alice.kit, LIVE, 'welcome')).resolves.toMatchObject({ ok: true })
  await bob.until(() => texts(bob).includes('welcome'), 'hears alice')
  await expect(sendText(bob.kit, LIVE, 'hello')).resolves.toMatchObject({ ok: true })
  await alice.until(() => texts(alice).includes('hello'), 'hears bob')
  expect(texts(bob)).toEqual(['welcome', 'hello'])
  await bob.until(() => count(bob) === '(2)', 'counts who is there')
})

test('a room of which more is said than anybody reads stays small, and ends with the newest', async () => {
  const alice = await phone(server, 'alice')
  const bob = await phone(server, 'bob')
  await liveRoom(alice)
  await enter(alice)
  await enter(bob)
  await Promise.all(Array.from({ length: 150 }, (_, n) => sendText(alice.kit, LIVE, `m${n}`)))
  await bob.until(() => texts(bob).includes('m149'), 'sees the newest')
  expect(texts(bob).length).toBeLessThan(150)
})

test('a room is left with its chat where the host wants it, and can be entered again', async () => {
  const alice = await phone(server, 'alice')
  const bob = await phone(server, 'bob')
  await liveRoom(alice)
  await enter(alice)
  await enter(bob)
  applySettings(bob.kit, { leaveLiveRooms: true })
  showChat(bob.kit, undefined)
  await alice.until(
    () =>
      allMessages(alice.kit.store.get().messages[LIVE]).some(
        ({ content }) => content.type === 'groupTip' && content.operation === 2,
      ),
    'sees bob leave',
  )
  await enter(bob)
  await sendText(alice.kit, LIVE, 'welcome back')
  await bob.until(() => texts(bob).includes('welcome back'), 'hears alice')
})

test('what two people put beside one message, both see; of one key only the first', async () => {
  const alice = await phone(server, 'alice')
  const bob = await phone(server, 'bob')
  await enter(alice, 'C2Cbob')
  await enter(bob, 'C2Calice')
  const body = { data: '{"businessID":"poll"}', description: 'Poll', extension: '', extensible: true }
  await sendCustom(alice.kit, 'C2Cbob', body)
  const [sent] = alice.messages('bob')
  const got = await bob.until(() => bob.messages('alice')[0], 'gets the poll')
  expect([sent?.extensible, got.extensible]).toEqual([true, true])
  const beside = (one: Phone): unknown => messageByID(one.kit, got.ID)?.extensions
  await setExtensions(alice.kit, sent!, { alice: 'yes', seat: 'alice' })
  await bob.until(() => messageByID(bob.kit, got.ID)?.extensions?.alice === 'yes', 'sees the vote')
  await setExtensions(bob.kit, got, { bob: 'no' })
  await alice.until(() => messageByID(alice.kit, got.ID)?.extensions?.bob === 'no', 'sees the other vote')
  expect(beside(alice)).toEqual(beside(bob))
})
