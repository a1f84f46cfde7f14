import { acceptCall, hangUp, rejectCall, startCall } from '../../../core/actions/call'
import { until, useServer, type TestClient } from '../harness'
import { closePhones } from '../kit/phone'
import { heard, officialPhone, type Official } from './official-engine'
import { callPhone, rooms, type CallPhone } from './phone'

// Our engine on Alice's phone, Tencent's own on Bob's.

const server = useServer()
afterEach(closePhones)
jest.setTimeout(20_000)

let alice: CallPhone
let bob: TestClient
let official: Official

beforeEach(async () => {
  alice = await callPhone(server.current, 'alice')
  bob = await server.login('bob')
  await bob.synced()
  official = await officialPhone(bob)
  alice.open('bob')
})

const BOB = { userIDs: ['bob'], media: 'audio' } as const

/** Bob's engine comes into the room that ours is in. */
function meet(): void {
  official.joins('alice')
  alice.media.emit('userJoin', { userID: 'bob' })
}

test('ours calls, theirs accepts, ours hangs up: theirs writes the record', async () => {
  await startCall(alice.kit, BOB)
  await heard(official, 'onCallReceived')
  expect(official.told.find(({ name }) => name === 'onCallReceived')?.data).toMatchObject({
    callerId: 'alice',
    calleeIdList: ['bob'],
    callMediaType: 1,
    roomID: alice.media.room?.roomID,
  })
  await official.engine.accept()
  await alice.phase('in-call')
  await heard(official, 'onCallBegin')
  meet()
  await hangUp(alice.kit)
  official.leaves('alice')
  await heard(official, 'onCallEnd')
  await alice.until(() => alice.records('bob').join() === 'out duration', 'the record of the other engine')
})

test('ours calls, theirs declines', async () => {
  await startCall(alice.kit, BOB)
  await heard(official, 'onCallReceived')
  await official.engine.reject()
  await alice.phase('over')
  expect(alice.call.notice?.kind).toBe('rejected')
  await alice.until(() => alice.records('bob').join() === 'out rejected', 'the record')
})

test('ours calls and cancels: theirs stops ringing', async () => {
  await startCall(alice.kit, BOB)
  await heard(official, 'onCallReceived')
  await hangUp(alice.kit)
  await heard(official, 'onCallNotConnected')
})

async function calledByTheirs(type = 1): Promise<Promise<unknown>> {
  const call = official.engine.call({ userID: 'alice', type })
  call.catch(() => undefined)
  await alice.phase('incoming')
  return call
}

test('theirs calls, ours accepts, theirs hangs up: ours writes the record, and theirs is not rung by it', async () => {
  await calledByTheirs(2)
  expect(alice.call.info).toMatchObject({ callerID: 'bob', media: 'video', role: 'callee' })
  await acceptCall(alice.kit)
  await heard(official, 'onUserAccept')
  meet()
  expect(rooms.in(alice.media.room?.roomID ?? 0)).toEqual(['alice'])
  await official.engine.hangup()
  alice.media.emit('userLeave', { userID: 'bob' })
  await alice.phase('over')
  await alice.until(() => alice.records('bob').join() === 'in duration', 'our record')
  await until(
    () => bob.received.some((message) => JSON.stringify(message.payload).includes('hangup')),
    'bob has it',
  )
  expect(official.has('onCallReceived')).toBe(false)
})

test('theirs calls, ours declines', async () => {
  await calledByTheirs()
  await rejectCall(alice.kit)
  await heard(official, 'onUserReject')
  await heard(official, 'onCallNotConnected')
})

test('theirs calls during a call of ours: theirs hears that the line is busy', async () => {
  const carol = await server.login('carol')
  await carol.synced()
  await startCall(alice.kit, { userIDs: ['carol'], media: 'audio' })
  const call = official.engine.call({ userID: 'alice', type: 1 })
  call.catch(() => undefined)
  await heard(official, 'onUserLineBusy')
  expect(alice.call.info?.members[0]?.userID).toBe('carol')
})

test('theirs calls and cancels: ours stops ringing', async () => {
  await calledByTheirs()
  await official.engine.hangup()
  await alice.phase('over')
  await alice.until(() => alice.records('bob').join() === 'in canceled missed', 'a missed call')
})
