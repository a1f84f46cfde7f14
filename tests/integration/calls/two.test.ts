import { acceptCall, hangUp, rejectCall, startCall, switchToAudio } from '../../../core/actions/call'
import { CALL_ON } from '../../../core/calls/codes'
import { useServer } from '../harness' // before the SDK
import TencentCloudChat from '@tencentcloud/chat'
import { closePhones } from '../kit/phone'
import { callPhone, rooms, type CallPhone } from './phone'

const server = useServer({ devices: 2 })
afterEach(closePhones)
jest.setTimeout(20_000)

const BOB = { userIDs: ['bob'], media: 'audio' } as const

async function pair(): Promise<[CallPhone, CallPhone]> {
  const phones: [CallPhone, CallPhone] = [
    await callPhone(server.current, 'alice'),
    await callPhone(server.current, 'bob'),
  ]
  phones[0].open('bob')
  phones[1].open('alice')
  return phones
}

async function records(alice: CallPhone, bob: CallPhone, own: string, peers: string): Promise<void> {
  await alice.until(() => alice.records('bob').join() === own, `the record says ${own}`)
  await bob.until(() => bob.records('alice').join() === peers, `the record says ${peers}`)
}

test('called, accepted and hung up: both meet in the room, and one record stands in the chat', async () => {
  const [alice, bob] = await pair()
  await startCall(alice.kit, { ...BOB, media: 'video' })
  expect(alice.call.info).toMatchObject({ phase: 'dialing', role: 'caller', media: 'video' })
  await bob.phase('incoming')
  expect(bob.call).toMatchObject({
    info: { role: 'callee', callerID: 'alice', members: [{ userID: 'alice' }] },
  })
  await bob.until(() => bob.call.people.alice?.name === 'ALICE', 'the name is known')
  expect(bob.media.room).toBeUndefined()

  expect(await acceptCall(bob.kit)).toMatchObject({ ok: true })
  await alice.phase('in-call')
  await bob.phase('in-call')
  await alice.until(() => alice.call.info?.members[0]?.state === 'joined', 'bob is in the room')
  expect(rooms.in(alice.media.room?.roomID ?? 0)).toEqual(['alice', 'bob'])
  expect(alice.media.camera && bob.media.camera).toBe(true)

  await hangUp(bob.kit)
  await alice.phase('over')
  expect(alice.media.room ?? bob.media.room).toBeUndefined()
  await records(alice, bob, 'out duration', 'in duration')
  expect(alice.happened.map(({ type }) => type)).toEqual(['begin', 'end'])
  expect(bob.happened.map(({ type }) => type)).toEqual(['incoming', 'begin', 'end'])
})

test('declined', async () => {
  const [alice, bob] = await pair()
  await startCall(alice.kit, BOB)
  await bob.phase('incoming')
  await rejectCall(bob.kit)
  await alice.phase('over')
  expect(alice.call.notice).toMatchObject({ kind: 'rejected', userIDs: ['bob'] })
  expect(alice.media.room).toBeUndefined()
  await records(alice, bob, 'out rejected', 'in rejected')
})

test('cancelled: the other one has missed it', async () => {
  const [alice, bob] = await pair()
  await startCall(alice.kit, BOB)
  await bob.phase('incoming')
  await hangUp(alice.kit)
  await bob.phase('over')
  expect(bob.call.notice).toMatchObject({ kind: 'canceled', userIDs: ['alice'] })
  await records(alice, bob, 'out canceled', 'in canceled missed')
})

test('nobody answers', async () => {
  const [alice, bob] = await pair()
  await startCall(alice.kit, { ...BOB, timeout: 1 })
  await bob.phase('incoming')
  await bob.phase('over')
  await alice.phase('over')
  expect(alice.call.notice).toMatchObject({ kind: 'no-answer' })
  await records(alice, bob, 'out no-answer', 'in no-answer missed')
})

test('who is in a call is busy, and their call goes on', async () => {
  const [alice, bob] = await pair()
  const carol = await callPhone(server.current, 'carol')
  await startCall(alice.kit, BOB)
  await bob.phase('incoming')
  await startCall(carol.kit, BOB)
  await carol.until(() => carol.call.notice?.kind === 'busy', 'bob is busy')
  expect(carol.call.info).toBeUndefined()
  expect(bob.call.info?.callerID).toBe('alice')
  expect(await startCall(bob.kit, { userIDs: ['carol'], media: 'audio' })).toMatchObject({
    error: { code: CALL_ON },
  })
  await acceptCall(bob.kit)
  await alice.phase('in-call')
})

test('both call each other at the same moment: neither hangs', async () => {
  const [alice, bob] = await pair()
  await Promise.all([startCall(alice.kit, BOB), startCall(bob.kit, { userIDs: ['alice'], media: 'audio' })])
  await alice.phase('over')
  await bob.phase('over')
})

test('hung up before the invitation is out: nothing rings on', async () => {
  const [alice, bob] = await pair()
  const stop = alice.kit.store.subscribe(() => {
    if (!alice.media.room) return
    stop()
    void Promise.resolve().then(() => hangUp(alice.kit))
  })
  const call = startCall(alice.kit, BOB)
  alice.kit.store.set(() => ({ clock: 1 }))
  expect(await call).toMatchObject({ ok: false })
  await bob.until(() => bob.happened.some(({ type }) => type === 'end'), 'bob is free again')
  expect(alice.media.room).toBeUndefined()
})

test('from video to voice on both sides', async () => {
  const [alice, bob] = await pair()
  await startCall(alice.kit, { ...BOB, media: 'video' })
  await bob.phase('incoming')
  await acceptCall(bob.kit)
  await alice.phase('in-call')
  await alice.until(() => bob.media.room && alice.call.info?.members[0]?.state === 'joined', 'they meet')
  await switchToAudio(bob.kit)
  await alice.until(() => alice.call.info?.media === 'audio', 'it is a voice call')
  expect(alice.media.camera || bob.media.camera).toBe(false)
  expect(alice.call.own.camera).toBe(false)
})

test('the other phone of the same user answers: this one stops ringing', async () => {
  const alice = await callPhone(server.current, 'alice')
  const bob = await callPhone(server.current, 'bob')
  const tablet = await callPhone(server.current, 'bob')
  await startCall(alice.kit, BOB)
  await bob.phase('incoming')
  await tablet.phase('incoming')
  await acceptCall(tablet.kit)
  await bob.phase('over')
  expect(bob.call.notice?.kind).toBe('other-device')
  expect(bob.media.room).toBeUndefined()
  await alice.phase('in-call')
})

test('the page is closed in the middle: camera and microphone are free, the other one is alone', async () => {
  const [alice, bob] = await pair()
  await startCall(alice.kit, { ...BOB, media: 'video' })
  await bob.phase('incoming')
  await acceptCall(bob.kit)
  await alice.phase('in-call')
  await alice.until(() => rooms.in(alice.media.room?.roomID ?? 0).length === 2, 'they meet')
  bob.stopCalls()
  await bob.until(() => !bob.media.room && !bob.media.camera, 'the camera is off')
  await alice.phase('over')
})

test('called while the app was closed: it rings at the start, and is answered', async () => {
  const alice = await server.login('alice')
  // As an engine that does not keep its invitation out of the unread ones.
  const data = JSON.stringify({
    businessID: 'av_call',
    call_type: 1,
    room_id: 77,
    data: { cmd: 'audioCall', inviter: 'alice', room_id: 77, userIDs: ['bob'] },
  })
  await alice.chat.invite({ userID: 'bob', data, timeout: 30 })
  const bob = await callPhone(server.current, 'bob')
  await bob.phase('incoming')
  await acceptCall(bob.kit)
  expect(bob.media.room?.roomID).toBe(77)
})

test('an invitation in the name of another does not ring; a real one after it does', async () => {
  const [alice, bob] = await pair()
  const { chat } = await server.login('carol')
  const inner = { businessID: 'av_call', call_type: 1, room_id: 7, data: { cmd: 'audioCall', room_id: 7 } }
  const forged = { businessID: 1, inviteID: 'forged', inviter: 'alice', inviteeList: ['bob'], groupID: '' }
  const data = JSON.stringify({ ...forged, actionType: 1, timeout: 30, data: JSON.stringify(inner) })
  const conversationType = TencentCloudChat.TYPES.CONV_C2C
  const payload = { data, description: '', extension: '' }
  await chat.sendMessage(chat.createCustomMessage({ to: 'bob', conversationType, payload }))
  await bob.until(() => bob.client.received.length, 'the message is there')
  await startCall(alice.kit, BOB)
  await bob.phase('incoming')
  expect(bob.call.info?.callID).toBe(alice.call.info?.callID)
  expect(bob.happened).toHaveLength(1)
})
