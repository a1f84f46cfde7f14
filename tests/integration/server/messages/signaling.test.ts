import TencentCloudChat from '@tencentcloud/chat'
import { TestClient, until, useServer } from '../../harness'
import { createGroup } from './helpers'

const { TSignaling } = TencentCloudChat as unknown as { TSignaling: Record<string, string> }
const server = useServer()

interface SignalEvent {
  inviteID: string
  inviter: string
  invitee?: string
  inviteeList?: string[]
  data: string
}

const SIGNALS = [
  'newInvitationReceived',
  'ts_invitee_accepted',
  'ts_invitee_rejected',
  'ts_invitation_cancelled',
  'ts_invitation_timeout',
]

/** Listens to everything, and returns what has come of one kind. */
function signals(client: TestClient): (name: string) => SignalEvent[] {
  const seen = new Map<string, SignalEvent[]>(SIGNALS.map((name) => [name, []]))
  for (const name of SIGNALS) {
    client.chat.addSignalingListener(name, ({ data }: { data: SignalEvent }) => seen.get(name)?.push(data))
  }
  return (name) => seen.get(name) ?? []
}

async function pair(): Promise<
  [TestClient, ReturnType<typeof signals>, TestClient, ReturnType<typeof signals>]
> {
  const alice = await server.login('alice')
  const bob = await server.login('bob')
  await alice.synced()
  await bob.synced()
  return [alice, signals(alice), bob, signals(bob)]
}

async function invite(client: TestClient, timeout = 30): Promise<string> {
  const call = (await client.chat.invite({ userID: 'bob', data: 'call', timeout })) as { inviteID: string }
  return call.inviteID
}

test('the names of the events are those of the SDK', () => {
  expect(Object.values(TSignaling ?? {}).filter((name) => SIGNALS.includes(name))).toHaveLength(
    SIGNALS.length,
  )
})

test('invited and accepted; invited and rejected; invited and cancelled', async () => {
  const [alice, toAlice, bob, toBob] = await pair()
  const first = await invite(alice)
  await until(() => toBob('newInvitationReceived').length === 1, 'bob is invited')
  expect(toBob('newInvitationReceived')[0]).toMatchObject({ inviteID: first, inviter: 'alice', data: 'call' })
  await bob.chat.accept({ inviteID: first, data: 'yes' })
  await until(() => toAlice('ts_invitee_accepted').length === 1, 'alice knows that bob accepts')
  expect(toAlice('ts_invitee_accepted')[0]).toMatchObject({ inviteID: first, invitee: 'bob', data: 'yes' })

  const second = await invite(alice)
  await until(() => toBob('newInvitationReceived').length === 2, 'bob is invited again')
  await bob.chat.reject({ inviteID: second, data: 'no' })
  await until(() => toAlice('ts_invitee_rejected').length === 1, 'alice knows that bob rejects')

  const third = await invite(alice)
  await until(() => toBob('newInvitationReceived').length === 3, 'bob is invited once more')
  await alice.chat.cancel({ inviteID: third, data: 'never mind' })
  await until(() => toBob('ts_invitation_cancelled').length === 1, 'bob knows that it is cancelled')
})

test('nobody answers: both sides time out', async () => {
  const [alice, toAlice, , toBob] = await pair()
  await invite(alice, 1)
  await until(() => toBob('newInvitationReceived').length, 'bob is invited')
  await until(
    () => toAlice('ts_invitation_timeout').length + toBob('ts_invitation_timeout').length,
    'timeout',
    10_000,
  )
}, 15_000)

test('in a group: several are invited, each answers, all know', async () => {
  const alice = await server.login('alice')
  const bob = await server.login('bob')
  const carol = await server.login('carol')
  await createGroup([alice, bob, carol])
  const [toAlice, toBob, toCarol] = [signals(alice), signals(bob), signals(carol)]
  const { inviteID } = (await alice.chat.inviteInGroup({
    groupID: 'team',
    inviteeList: ['bob', 'carol'],
    data: 'group call',
    timeout: 30,
  })) as { inviteID: string }
  await until(() => toBob('newInvitationReceived').length, 'bob is invited')
  await until(() => toCarol('newInvitationReceived').length, 'carol is invited')
  await bob.chat.accept({ inviteID, data: '' })
  await carol.chat.reject({ inviteID, data: '' })
  await until(() => toAlice('ts_invitee_accepted').length, 'alice knows of bob')
  await until(() => toAlice('ts_invitee_rejected').length, 'alice knows of carol')
  expect(server.current.reports).toEqual([])
})

test('an invitation of the meantime is there after the login', async () => {
  const alice = await server.login('alice')
  await invite(alice, 60)
  const bob = new TestClient(server.current.url, 'bob')
  const toBob = signals(bob)
  await bob.login()
  await until(() => toBob('newInvitationReceived').length, 'bob is invited')
  await bob.chat.accept({ inviteID: toBob('newInvitationReceived')[0]?.inviteID ?? '', data: '' })
})
