import { acceptCall, hangUp, rejectCall, startCall } from '../../../core/actions/call'
import { createOfficialEngine } from '../../../core/calls/official-engine'
import { useServer } from '../harness'
import { closePhones } from '../kit/phone'
import { officialInstance, roomOf } from './official-engine'
import { callPhone, CallPhone } from './phone'

// Alice's kit calls by Tencent's engine, Bob's by our own.

const server = useServer()
afterEach(closePhones)
jest.setTimeout(20_000)

let alice: CallPhone
let bob: CallPhone
let room: ReturnType<typeof roomOf>

beforeEach(async () => {
  alice = new CallPhone(server.current, 'alice')
  await alice.client.login()
  await alice.client.synced()
  const instance = await officialInstance(alice.client)
  const engine = createOfficialEngine(instance)
  // As the component does: the pusher is there when there is something to show.
  let mounted = false
  engine.on('views', () => {
    const wanted = engine.getViews().pusher !== null
    if (wanted !== mounted) engine.viewReady('pusher', '', wanted)
    mounted = wanted
  })
  alice.use(engine)
  room = roomOf(instance)
  await alice.until(() => alice.call.available, 'calls are possible')
  bob = await callPhone(server.current, 'bob')
  bob.open('alice')
})

/** Both are in the room. */
function meet(): void {
  room.joins('bob')
  bob.media.emit('userJoin', { userID: 'alice' })
}

test('calls, is accepted, and the other one hangs up', async () => {
  await startCall(alice.kit, { userIDs: ['bob'], media: 'audio' })
  expect(alice.call.info).toMatchObject({ phase: 'dialing', members: [{ userID: 'bob' }] })
  await bob.phase('incoming')
  await acceptCall(bob.kit)
  await alice.phase('in-call')
  meet()
  await alice.until(() => alice.call.info?.members[0]?.state === 'joined', 'bob is there')
  await hangUp(bob.kit)
  room.leaves('bob')
  await alice.phase('over')
  expect(alice.call.views.pusher).toBeNull()
  expect(alice.happened.map(({ type }) => type)).toEqual(['begin', 'end'])
  await bob.until(() => bob.records('alice').join() === 'in duration', 'the record')
})

test('is called and accepts; hangs up', async () => {
  await startCall(bob.kit, { userIDs: ['alice'], media: 'video' })
  await alice.phase('incoming')
  expect(alice.call).toMatchObject({
    info: { callerID: 'bob', role: 'callee', media: 'video' },
  })
  await alice.until(() => alice.call.people.bob?.name === 'BOB', 'the name is known')
  expect(await acceptCall(alice.kit)).toMatchObject({ ok: true })
  await bob.phase('in-call')
  await alice.phase('in-call')
  meet()
  await hangUp(alice.kit)
  await alice.phase('over')
})

test('declines, and is declined', async () => {
  await startCall(bob.kit, { userIDs: ['alice'], media: 'audio' })
  await alice.phase('incoming')
  await rejectCall(alice.kit)
  await alice.phase('over')
  await bob.phase('over')
  expect(bob.call.notice?.kind).toBe('rejected')

  await startCall(alice.kit, { userIDs: ['bob'], media: 'audio' })
  await bob.phase('incoming')
  await rejectCall(bob.kit)
  await alice.phase('over')
  expect(alice.call.notice?.kind).toBe('rejected')
})

test('gives up before it is answered', async () => {
  await startCall(alice.kit, { userIDs: ['bob'], media: 'audio' })
  await bob.phase('incoming')
  await hangUp(alice.kit)
  await bob.phase('over')
  await alice.phase('over')
  expect(alice.call.notice?.kind).toBe('canceled')
})
