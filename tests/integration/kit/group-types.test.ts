import type { SdkReply } from '../../../core/sdk/contract'
import { createGroup } from '../../../core/actions/start-group'
import { dismissGroup, quitGroup } from '../../../core/actions/groups'
import { groupRights } from '../../../core/views/group-rules'
import type { GroupType } from '../../../core/store/contacts'
import { startServer, type TestServer } from '../harness'
import { closePhones, phone, type Phone } from './phone'

jest.setTimeout(30_000)

let server: TestServer
let alice: Phone
let bob: Phone
let carol: Phone

beforeEach(async () => {
  server = await startServer()
  alice = await phone(server, 'alice')
  bob = await phone(server, 'bob')
  carol = await phone(server, 'carol')
})
afterEach(async () => {
  await closePhones()
  await server.close()
  expect(server.reports).toEqual([])
})

/** A group of alice's with bob and carol in it; bob is an administrator where the type has them. */
async function group(type: GroupType): Promise<{ groupID: string; roleOfBob: 'admin' | 'member' }> {
  const userIDs = ['bob', 'carol']
  const made = await createGroup(alice.kit, { groupID: '', name: 'Team', type, avatar: '', userIDs })
  if (!made.ok) throw new Error(made.error.cause)
  const groupID = made.value.slice('GROUP'.length)
  const { admins } = groupRights({ type, role: 'owner', invite: 'any' })
  const set = alice.client.chat.setGroupMemberRole({ groupID, userID: 'bob', role: 'Admin' as never })
  expect(await allowed(set)).toBe(admins)
  return { groupID, roleOfBob: admins ? 'admin' : 'member' }
}

/** Whether the server does it: the table must not offer what it refuses, nor hide what it grants. */
const allowed = (call: Promise<unknown>): Promise<boolean> =>
  call.then(
    (reply) => {
      const { data } = reply as SdkReply<{ failureUserIDList?: unknown[] } | undefined>
      return !data?.failureUserIDList?.length
    },
    () => false,
  )

const TYPES: readonly GroupType[] = ['work', 'public', 'meeting', 'community']

describe.each(TYPES)('in a %s group', (type) => {
  const rights = (role: 'owner' | 'admin' | 'member') => groupRights({ type, role, invite: 'any' })

  test('the name is changed by those who may', async () => {
    const { groupID, roleOfBob } = await group(type)
    const rename = ({ client }: Phone, name: string): Promise<boolean> =>
      allowed(client.chat.updateGroupProfile({ groupID, name }))
    expect(await rename(alice, 'One')).toBe(rights('owner').edit)
    expect(await rename(bob, 'Two')).toBe(rights(roleOfBob).edit)
    expect(await rename(carol, 'Three')).toBe(rights('member').edit)
  })

  test('members are silenced by those who may', async () => {
    const { groupID, roleOfBob } = await group(type)
    const mute = ({ client }: Phone): Promise<boolean> =>
      allowed(client.chat.setGroupMemberMuteTime({ groupID, userID: 'carol', muteTime: 60 }))
    expect(await mute(alice)).toBe(rights('owner').mute)
    expect(await mute(bob)).toBe(rights(roleOfBob).mute)
  })

  test('members are removed by those who may', async () => {
    const { groupID, roleOfBob } = await group(type)
    const remove = ({ client }: Phone, userID: string): Promise<boolean> =>
      allowed(client.chat.deleteGroupMember({ groupID, userIDList: [userID] }))
    expect(await remove(carol, 'bob')).toBe(rights('member').remove)
    expect(await remove(bob, 'carol')).toBe(rights(roleOfBob).remove)
    expect(await remove(alice, 'bob')).toBe(rights('owner').remove)
  })

  test('the owner leaves, gives away and dismisses as the type allows', async () => {
    const { groupID } = await group(type)
    expect((await dismissGroup(carol.kit, groupID)).ok).toBe(rights('member').dismiss)
    expect((await quitGroup(carol.kit, groupID)).ok).toBe(rights('member').quit)
    const give = alice.client.chat.changeGroupOwner({ groupID, newOwnerID: 'bob' })
    expect(await allowed(give)).toBe(rights('owner').transfer)
    // Now it is bob's.
    expect((await quitGroup(bob.kit, groupID)).ok).toBe(rights('owner').quit)
    if (!rights('owner').quit) expect((await dismissGroup(bob.kit, groupID)).ok).toBe(rights('owner').dismiss)
  })
})
