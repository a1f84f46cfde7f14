/** A group of 10,000: its list costs what the list of a small one does, and one change costs one row. */
import { sdkMessage } from '../fixtures/builders'
import { sdkProfile } from '../fixtures/fake-groups'
import { sdkMember } from '../fixtures/fake-members'
import type { FakeSdk } from '../fixtures/fake-sdk'
import { bytesOf, mount, setDataOf, settle, type Mounted, type SetDataCall } from './harness'
import { GROUP, hostSdk } from './page'

const MANY = 10_000

const members = (count: number) => [
  sdkMember('alice', { role: 'Owner' }),
  ...Array.from({ length: count - 1 }, (_, at) => sdkMember(`user${at}`, { nick: `Member ${at}` })),
]

async function list(count: number): Promise<{ sdk: FakeSdk; list: Mounted; first: SetDataCall[] }> {
  const sdk = hostSdk()
  sdk.groups.set('team', { profile: sdkProfile({ memberCount: count }), members: members(count) })
  let mounted: Mounted | undefined
  const first = await setDataOf(async () => {
    mounted = mount('components/TUIGroup/member-list', {
      properties: { groupID: 'team' },
      events: ['picked'],
    })
    await settle()
  })
  if (!mounted) throw new Error('nothing was mounted')
  return { sdk, list: mounted, first }
}

const muted = (userID: string) =>
  sdkMessage({
    conversationID: GROUP,
    type: 'TIMGroupTipElem',
    payload: { operationType: 7, userIDList: [userID], memberList: [{ userID, muteTime: 600 }] },
  })

test('the first screen of 10,000 is one page, and as much as of a hundred', async () => {
  const few = await list(100)
  const many = await list(MANY)
  // The page, and the administrators wherever they stand.
  expect(many.sdk.calls('getGroupMemberList')).toHaveLength(2)
  expect(many.list.all('list-row').length).toBeLessThan(80)
  expect(bytesOf(many.first)).toBeLessThan(bytesOf(few.first) * 1.5)
})

test('scrolling on loads the next pages, and draws no more', async () => {
  const { sdk, list: it } = await list(MANY)
  for (let page = 1; page <= 5; page++) {
    it.find('scroll-view').fire('scroll', { scrollTop: page * 5600 })
    await settle()
  }
  expect(sdk.calls('getGroupMemberList').length).toBeGreaterThan(5)
  expect(it.all('list-row').length).toBeLessThan(80)
  expect(it.texts('view.title')).toContain('Member 510')
})

test('one who is muted changes one row', async () => {
  const { sdk, list: it } = await list(MANY)
  const calls = await setDataOf(async () => {
    sdk.emit('MESSAGE_RECEIVED', [muted('user3')])
    await settle()
  })
  expect(it.texts('view.note')).toEqual(['Muted'])
  expect(calls.map(({ patch }) => Object.keys(patch))).toEqual([['rows[4].note']])
})

test('one who is out of sight changes nothing on the screen', async () => {
  const { sdk } = await list(MANY)
  expect(await setDataOf(() => sdk.emit('MESSAGE_RECEIVED', [muted('user95')]))).toEqual([])
})
