import { acceptCall, hangUp, inviteToCall, rejectCall, startCall } from '../../../core/actions/call'
import type { CallMember } from '../../../core/calls/engine'
import { useServer } from '../harness'
import { closePhones } from '../kit/phone'
import { createGroup } from '../server/messages/helpers'
import { callPhone, rooms, type CallPhone } from './phone'

const server = useServer()
afterEach(closePhones)
jest.setTimeout(20_000)

async function three(): Promise<[CallPhone, CallPhone, CallPhone]> {
  const phones: [CallPhone, CallPhone, CallPhone] = [
    await callPhone(server.current, 'alice'),
    await callPhone(server.current, 'bob'),
    await callPhone(server.current, 'carol'),
  ]
  const [alice, bob, carol] = phones
  await createGroup([alice.client, bob.client, carol.client])
  for (const phone of phones) phone.openGroup('team')
  return phones
}

const TEAM = { groupID: 'team', media: 'video' } as const

const stateOf = (phone: CallPhone, userID: string): CallMember['state'] | undefined =>
  phone.call.info?.members.find((member) => member.userID === userID)?.state

const inRoom = (phone: CallPhone): string[] => rooms.in(phone.media.room?.roomID ?? 0)

test('three meet; two leave, one after the other, and the last one writes the record', async () => {
  const [alice, bob, carol] = await three()
  await startCall(alice.kit, { ...TEAM, userIDs: ['bob', 'carol'] })
  await bob.phase('incoming')
  await carol.phase('incoming')
  expect(bob.call.info).toMatchObject({ groupID: 'team', callerID: 'alice' })
  expect(stateOf(bob, 'carol')).toBe('inviting')

  await acceptCall(bob.kit)
  await alice.phase('in-call')
  await acceptCall(carol.kit)
  await alice.until(() => inRoom(alice).length === 3 && stateOf(alice, 'carol') === 'joined', 'all are in')
  await bob.until(() => stateOf(bob, 'carol') === 'joined', 'carol is there')

  await hangUp(alice.kit)
  await bob.until(() => stateOf(bob, 'alice') === 'left', 'alice has left')
  expect(bob.call.info?.phase).toBe('in-call')
  expect(bob.call.notice).toMatchObject({ kind: 'left', userIDs: ['alice'] })
  await hangUp(carol.kit)
  await bob.phase('over')
  for (const phone of [alice, bob, carol])
    await phone.until(() => phone.groupRecords('team').join() === 'started,ended', 'begun and ended')
  expect([alice, bob, carol].some(({ media }) => media.room)).toBe(false)
})

test('one declines, one does not answer: the call is over for the one who called', async () => {
  const [alice, bob, carol] = await three()
  await startCall(alice.kit, { ...TEAM, userIDs: ['bob', 'carol'], timeout: 2 })
  await bob.phase('incoming')
  await rejectCall(bob.kit)
  await alice.until(() => alice.call.notice?.kind === 'rejected', 'bob has declined')
  expect(alice.call.info?.phase).toBe('dialing')
  await carol.phase('over')
  await alice.phase('over')
  expect(alice.call.notice?.kind).toBe('no-answer')
})

test('somebody is called into a call that is on', async () => {
  const [alice, bob, carol] = await three()
  await startCall(alice.kit, { ...TEAM, userIDs: ['bob'] })
  await bob.phase('incoming')
  await acceptCall(bob.kit)
  await bob.phase('in-call')
  expect(await inviteToCall(bob.kit, ['carol'])).toMatchObject({ ok: true })
  await carol.phase('incoming')
  expect(carol.call.info?.callerID).toBe('alice')
  await acceptCall(carol.kit)
  await alice.until(() => stateOf(alice, 'carol') === 'joined', 'carol is there for alice, too')
  expect(inRoom(alice)).toHaveLength(3)
})

test('cancelled before anybody answered: it rings nowhere', async () => {
  const [alice, bob, carol] = await three()
  await startCall(alice.kit, { ...TEAM, userIDs: ['bob', 'carol'] })
  await bob.phase('incoming')
  await carol.phase('incoming')
  await hangUp(alice.kit)
  await bob.phase('over')
  await carol.phase('over')
})
