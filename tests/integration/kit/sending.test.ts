import { putFile } from '../harness/wx-host' // before the SDK
import TIMUploadPlugin from 'tim-upload-plugin'
import { cancelUpload } from '../../../core/actions/cancel-upload'
import { quoteMessage, startEditing } from '../../../core/actions/quote'
import { mention, sendComposer, writeText } from '../../../core/actions/composer'
import { loadAccess } from '../../../core/actions/group-access'
import { loadMembers } from '../../../core/actions/members'
import { openChat } from '../../../core/actions/open-chat'
import { sendCustom, sendFace, sendLocation } from '../../../core/actions/send-content'
import { sendFile, sendImage, sendVideo, sendVoice } from '../../../core/actions/send-media'
import { sendText } from '../../../core/actions/send-text'
import { endTyping, tellTyping } from '../../../core/actions/typing'
import { translator } from '../../../locales/index'
import { chatView } from '../../../core/views/chat'
import type { Message } from '../../../core/store/types'
import { startServer, type TestServer } from '../harness'
import { mp4Video, noise, pngPicture } from '../server/media/pictures'
import { closePhones, Phone } from './phone'

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

/** A phone that can send files. */
async function phone(userID: string): Promise<Phone> {
  const origin = server.url.replace(/^ws/, 'http')
  const made = new Phone(server, userID, { fileUploadProxy: origin, fileDownloadProxy: origin })
  made.client.chat.registerPlugin({ 'tim-upload-plugin': TIMUploadPlugin })
  await made.client.login()
  return made
}

async function pair(): Promise<[Phone, Phone]> {
  const [alice, bob] = [await phone('alice'), await phone('bob')]
  expect(await openChat(alice.kit, 'C2Cbob')).toMatchObject({ ok: true })
  expect(await openChat(bob.kit, 'C2Calice')).toMatchObject({ ok: true })
  return [alice, bob]
}

const put = (name: string, content: Buffer) => ({ path: putFile(name, content), bytes: content.length })
const image = () => ({ ...put('photo.png', pngPicture(64, 32)), width: 64, height: 32 })
const document = (bytes = 300_000) => ({ ...put('plan.pdf', noise(bytes)), name: 'plan.pdf' })
const video = () => ({ ...put('clip.mp4', mp4Video(64, 36)), width: 64, height: 36, seconds: 12, poster: '' })

const last = (who: Phone, peer: string): Message | undefined => who.messages(peer).at(-1)

describe('every kind reaches the peer', () => {
  test.each<[string, (kit: Phone['kit']) => Promise<unknown>, object]>([
    ['image', (kit) => sendImage(kit, 'C2Cbob', image()), { original: { width: 64, height: 32 } }],
    ['video', (kit) => sendVideo(kit, 'C2Cbob', video()), { seconds: 12 }],
    ['audio', (kit) => sendVoice(kit, 'C2Cbob', { ...put('v.mp3', noise(9000)), ms: 3400 }), { seconds: 3 }],
    ['file', (kit) => sendFile(kit, 'C2Cbob', document()), { name: 'plan.pdf', bytes: 300_000 }],
    ['face', (kit) => sendFace(kit, 'C2Cbob', { index: 3, data: 'tt07' }), { index: 3, data: 'tt07' }],
    [
      'location',
      (kit) => sendLocation(kit, 'C2Cbob', { description: '西湖', latitude: 30.25, longitude: 120.15 }),
      { description: '西湖', latitude: 30.25, longitude: 120.15 },
    ],
    [
      'custom',
      (kit) =>
        sendCustom(kit, 'C2Cbob', { data: '{"businessID":"order"}', description: 'Order', extension: 'x' }),
      { data: '{"businessID":"order"}', description: 'Order', extension: 'x' },
    ],
  ])('%s', async (type, send, content) => {
    const [alice, bob] = await pair()
    expect(await send(alice.kit)).toEqual({ ok: true, value: undefined })
    expect(last(alice, 'bob')).toMatchObject({ status: 'sent', content: { type } })
    await bob.until(() => last(bob, 'alice')?.content.type === type, `got the ${type}`)
    expect(last(bob, 'alice')?.content).toMatchObject(content)
  })

  test('an answer and its quote, and an edited text', async () => {
    const [alice, bob] = await pair()
    await sendText(bob.kit, 'C2Calice', 'Lunch at noon?')
    await alice.until(() => alice.texts('bob').length === 1, 'got the question')
    const question = last(alice, 'bob')
    if (!question) throw new Error('no question')
    quoteMessage(alice.kit, question)
    writeText(alice.kit, 'C2Cbob', 'Yes')
    await sendComposer(alice.kit, 'C2Cbob')
    await bob.until(() => last(bob, 'alice')?.quote, 'got the answer')
    expect(last(bob, 'alice')).toMatchObject({
      content: { text: 'Yes' },
      quote: { ID: question.ID, name: 'BOB', summary: 'Lunch at noon?' },
    })

    const answer = last(alice, 'bob')
    if (!answer) throw new Error('no answer')
    startEditing(alice.kit, answer)
    writeText(alice.kit, 'C2Cbob', 'Yes, at one')
    expect(await sendComposer(alice.kit, 'C2Cbob')).toMatchObject({ ok: true })
    await bob.until(() => bob.texts('alice').includes('Yes, at one'), 'sees the change')
    expect(alice.texts('bob')).toEqual(['Lunch at noon?', 'Yes, at one'])
    expect(alice.kit.store.get().composers).toEqual({})
  })
})

describe('uploads', () => {
  test('tell how far they are, and several go in the order of choosing', async () => {
    const [alice, bob] = await pair()
    const seen = new Set<number>()
    alice.kit.store.subscribe(() => {
      for (const { progress } of alice.messages('bob')) if (progress !== undefined) seen.add(progress)
    })
    const sent = [
      sendImage(alice.kit, 'C2Cbob', image()),
      sendFile(alice.kit, 'C2Cbob', document()),
      sendImage(alice.kit, 'C2Cbob', image()),
    ]
    await Promise.all(sent)
    await bob.until(() => bob.messages('alice').length === 3, 'got all three')
    expect(bob.messages('alice').map(({ content }) => content.type)).toEqual(['image', 'file', 'image'])
    expect(seen.size).toBeGreaterThan(2)
    expect(
      alice.messages('bob').every(({ progress, status }) => progress === undefined && status === 'sent'),
    ).toBe(true)
  })

  test('one that is cancelled reaches nobody, and leaves nothing behind', async () => {
    const [alice, bob] = await pair()
    const sent = sendFile(alice.kit, 'C2Cbob', document(3_000_000))
    await alice.until(() => last(alice, 'bob')?.progress !== undefined, 'uploads')
    await cancelUpload(alice.kit, 'C2Cbob', last(alice, 'bob')?.id ?? '')
    expect(alice.messages('bob')).toEqual([])
    expect(await sent).toMatchObject({ ok: false })
    // The SDK ends the upload before it finds out: only a later message proves that this one never comes.
    await sendFile(alice.kit, 'C2Cbob', document(3_000_000))
    await sendText(alice.kit, 'C2Cbob', 'after')
    await bob.until(() => bob.texts('alice').includes('after'), 'got what came after')
    expect(bob.texts('alice')).toEqual(['file', 'after'])
    expect(alice.texts('bob')).toEqual(['file', 'after'])
  })
})

describe('a network that comes and goes', () => {
  test('what was written without it goes out in order when it is back, each once', async () => {
    const [alice, bob] = await pair()
    alice.client.loseNetwork()
    await alice.until(() => alice.kit.store.get().session.connection !== 'connected', 'has no network')
    const sent = [
      sendText(alice.kit, 'C2Cbob', 'one'),
      sendImage(alice.kit, 'C2Cbob', image()),
      sendText(alice.kit, 'C2Cbob', 'two'),
      sendText(alice.kit, 'C2Cbob', 'three'),
    ]
    expect(alice.messages('bob').map(({ status }) => status)).toEqual(Array(4).fill('sending'))
    alice.client.regainNetwork()
    await Promise.all(sent)
    await bob.until(() => bob.messages('alice').length >= 4, 'got all four')
    expect(bob.texts('alice')).toEqual(['one', 'image', 'two', 'three'])
    expect(alice.messages('bob').map(({ status }) => status)).toEqual(Array(4).fill('sent'))
  })
})

describe('typing', () => {
  test('the peer sees it while it lasts, and never as a message', async () => {
    const [alice, bob] = await pair()
    const t = translator('en')
    const title = (): string => chatView(alice.kit.store.get(), 'C2Cbob', t).title
    await sendText(alice.kit, 'C2Cbob', 'hi')
    await bob.until(() => bob.texts('alice').length === 1, 'got it')
    tellTyping(bob.kit, 'C2Calice')
    await alice.until(() => title() === 'Typing…', 'sees that bob types')
    endTyping(bob.kit, 'C2Calice')
    await alice.until(() => title() === 'BOB', 'sees that he has stopped')
    tellTyping(bob.kit, 'C2Calice')
    await alice.until(() => title() === 'Typing…', 'sees that bob types')
    await sendText(bob.kit, 'C2Calice', 'hello')
    await alice.until(() => alice.texts('bob').includes('hello'), 'got the answer')
    expect(title()).toBe('BOB')
    expect(alice.texts('bob')).toEqual(['hi', 'hello'])
    expect(bob.texts('alice')).toEqual(['hi', 'hello'])
  })
})

describe('in a group', () => {
  const GROUP = 'GROUPteam'
  async function group(): Promise<[Phone, Phone]> {
    const [alice, bob] = [await phone('alice'), await phone('bob')]
    await alice.client.chat.createGroup({
      type: 'Public',
      name: 'Team',
      groupID: 'team',
      joinOption: 'FreeAccess',
    } as never)
    await bob.client.chat.joinGroup({ groupID: 'team' })
    for (const { kit } of [alice, bob]) expect(await openChat(kit, GROUP)).toMatchObject({ ok: true })
    return [alice, bob]
  }
  const words = (who: Phone) => chatView(who.kit.store.get(), GROUP, translator('en'))

  test('members are found, and who is mentioned is told', async () => {
    const [alice, bob] = await group()
    await Promise.all([loadAccess(alice.kit, GROUP), loadMembers(alice.kit, GROUP)])
    const { access, members } = alice.kit.store.get()
    expect(access[GROUP]).toMatchObject({ role: 'owner', standing: 'in' })
    expect(members[GROUP]?.list.map(({ userID }) => userID).sort()).toEqual(['alice', 'bob'])
    writeText(alice.kit, GROUP, 'hello @')
    mention(alice.kit, GROUP, { userID: 'bob', name: 'BOB' })
    await sendComposer(alice.kit, GROUP)
    await bob.until(
      () => bob.client.received.some(({ atUserList }) => atUserList?.includes('bob')),
      'is mentioned',
    )
    expect(bob.client.received.at(-1)?.payload).toMatchObject({ text: 'hello @BOB' })
  })

  test('whoever is muted is told so instead of failing, and may speak again afterwards', async () => {
    const [alice, bob] = await group()
    await loadAccess(bob.kit, GROUP)
    expect(words(bob).readOnly).toBe(false)
    await alice.client.chat.setGroupMemberMuteTime({ groupID: 'team', userID: 'bob', muteTime: 600 })
    await bob.until(() => words(bob).readOnly, 'is muted')
    expect(words(bob).notice).toMatch(/^You are muted until \d\d:\d\d$/)
    await alice.client.chat.setGroupMemberMuteTime({ groupID: 'team', userID: 'bob', muteTime: 0 })
    await bob.until(() => !words(bob).readOnly, 'may speak again')
    await alice.client.chat.updateGroupProfile({ groupID: 'team', muteAllMembers: true })
    await bob.until(() => words(bob).notice === 'Only administrators can write now', 'is muted with all')
    expect(words(alice).readOnly).toBe(false)
    await alice.client.chat.deleteGroupMember({ groupID: 'team', userIDList: ['bob'] })
    await bob.until(() => words(bob).notice === 'You were removed from this group', 'is out')
  })
})
