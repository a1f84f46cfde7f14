import fc from 'fast-check'
import { GROUP } from '../../tests/fixtures/builders'
import { hostileValues } from '../../tests/fixtures/hostile'
import { testKit } from '../../tests/fixtures/kit'
import { translator } from '../../locales/index'
import { loadGroupApplications } from '../actions/group-applications'
import { addMembers, loadMembers } from '../actions/members'
import { addedRows } from './add-members'
import { groupApplicationsView } from './group-applications'
import { memberView } from './member'
import { memberListView } from './member-list'

const t = translator('zh-CN')
const fields = (...names: string[]) =>
  fc.record(Object.fromEntries(names.map((name) => [name, hostileValues])), { requiredKeys: [] })
const listOf = (item: fc.Arbitrary<object>) =>
  fc.oneof(fc.array(fc.oneof(item, hostileValues)), hostileValues)

const member = fields('userID', 'nick', 'nameCard', 'avatar', 'role', 'muteUntil', 'isOnline')
const named = member.chain((one) =>
  fc.constantFrom('bob', '__proto__', 'x'.repeat(300)).map((userID) => ({ ...one, userID })),
)
const application = fields('applicant', 'applicantNick', 'groupName', 'messageKey', 'note', 'userID').map(
  (one) => ({ groupID: 'team', applicant: 'bob', ...one }),
)

test('whatever the server says of members, the list is drawn and each can be looked at', async () => {
  await fc.assert(
    fc.asyncProperty(listOf(fc.oneof(member, named)), hostileValues, async (memberList, offset) => {
      const { kit, sdk, ...made } = testKit()
      sdk.resolveNext('getGroupMemberList', { memberList, offset })
      await loadMembers(kit, GROUP)
      const { rows } = memberListView(kit.store.get(), { conversationID: GROUP, query: '', top: 0 }, t)
      for (const { id, name, note, value } of rows) {
        expect([typeof name, typeof note, typeof value]).toEqual(['string', 'string', 'string'])
        expect(name.length).toBeGreaterThan(0)
        expect(name.length).toBeLessThan(400)
        memberView(kit.store.get(), 'team', id, t)
      }
      made.release()
    }),
    { numRuns: 150 },
  )
})

test('whatever it says of applications, each is a row', async () => {
  await fc.assert(
    fc.asyncProperty(listOf(application), async (applicationList) => {
      const { kit, sdk, ...made } = testKit()
      sdk.resolveNext('getGroupApplicationList', { applicationList })
      await loadGroupApplications(kit)
      for (const row of groupApplicationsView(kit.store.get(), 'team', t).rows)
        expect([typeof row.name, typeof row.note]).toEqual(['string', 'string'])
      made.release()
    }),
    { numRuns: 150 },
  )
})

test('whatever it says of those who were added, each is told of', async () => {
  await fc.assert(
    fc.asyncProperty(
      fields('successUserIDList', 'failureUserIDList', 'existedUserIDList', 'overLimitUserIDList'),
      async (answer) => {
        const { kit, sdk, ...made } = testKit()
        sdk.resolveNext('addGroupMember', answer)
        const result = await addMembers(kit, 'team', ['bob', 'carol'])
        const names = result.ok ? addedRows(kit.store.get(), result.value, t).map(({ id }) => id) : []
        expect(names).toEqual(expect.arrayContaining(['bob', 'carol']))
        made.release()
      },
    ),
    { numRuns: 100 },
  )
})
