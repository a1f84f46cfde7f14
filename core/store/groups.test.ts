import { GROUP, message, NOW, NOW_S } from '../../tests/fixtures/builders'
import { mapContent } from '../sdk/map-content'
import { accessAfter, silenceOf, type GroupAccess } from './groups'

const open: GroupAccess = { standing: 'in', role: 'member', mutedUntil: 0, mutedAll: false }
const after = (type: string, payload: object, access: GroupAccess = open): GroupAccess | undefined => {
  const content = mapContent(type, payload, 'me')
  const conversationID = type === 'TIMGroupTipElem' ? GROUP : '@TIM#SYSTEM'
  return accessAfter({ [GROUP]: access }, [message({ conversationID, content })], NOW_S, 'me')[GROUP]
}
const tip = (payload: object, access?: GroupAccess) => after('TIMGroupTipElem', payload, access)
const notice = (operationType: number) =>
  after('TIMGroupSystemNoticeElem', { operationType, groupProfile: { groupID: 'team' } })

test.each<[string, object, Partial<GroupAccess>]>([
  ['muted', { operationType: 7, memberList: [{ userID: 'me', muteTime: 60 }] }, { mutedUntil: NOW_S + 60 }],
  ['another is muted', { operationType: 7, memberList: [{ userID: 'bob', muteTime: 60 }] }, {}],
  ['everybody is muted', { operationType: 6, newGroupProfile: { muteAllMembers: true } }, { mutedAll: true }],
  ['renamed', { operationType: 6, newGroupProfile: { groupName: 'New' } }, {}],
  ['made an administrator', { operationType: 4, userIDList: ['me'] }, { role: 'admin' }],
  ['removed', { operationType: 3, userIDList: ['me'] }, { standing: 'removed' }],
  ['given the group', { operationType: 6, newGroupProfile: { ownerID: 'me' } }, { role: 'owner' }],
  ['another is removed', { operationType: 3, userIDList: ['bob'] }, {}],
  ['left from another phone', { operationType: 2, operatorID: 'me' }, { standing: 'left' }],
  ['another leaves', { operationType: 2, operatorID: 'bob' }, {}],
])('a tip: %s', (_name, payload, change) => expect(tip(payload)).toEqual({ ...open, ...change }))

test('may speak again', () => {
  const muted = { ...open, mutedUntil: NOW_S + 60 }
  expect(tip({ operationType: 7, memberList: [{ userID: 'me', muteTime: 0 }] }, muted)).toEqual(open)
})

test('who gave the group away is a member', () => {
  const owner = { ...open, role: 'owner' } as const
  expect(tip({ operationType: 6, newGroupProfile: { ownerID: 'bob' } }, owner)).toEqual(open)
})

test('who is taken in again is in it', () => {
  const content = mapContent(
    'TIMGroupSystemNoticeElem',
    { operationType: 7, groupProfile: { groupID: 'team' } },
    'me',
  )
  const out = { [GROUP]: { ...open, standing: 'removed' } as const }
  expect(accessAfter(out, [message({ content })], NOW_S, 'me')[GROUP]).toEqual(open)
})

test.each<[number, Partial<GroupAccess>]>([
  [4, { standing: 'removed' }],
  [5, { standing: 'dismissed' }],
  [8, { standing: 'left' }],
  [9, { role: 'admin' }],
  [255, {}],
])('a notice of the system, operation %d', (operation, change) =>
  expect(notice(operation)).toEqual({ ...open, ...change }),
)

test('groups that nobody has asked for are left alone', () => {
  const none = {}
  const content = mapContent('TIMGroupTipElem', { operationType: 3, userIDList: ['me'] }, 'me')
  expect(accessAfter(none, [message({ conversationID: GROUP, content })], NOW_S, 'me')).toBe(none)
})

test.each<[string, Partial<GroupAccess>, string | undefined]>([
  ['in it', {}, undefined],
  ['out of it', { standing: 'dismissed', mutedAll: true }, 'dismissed'],
  ['muted', { mutedUntil: NOW_S + 1 }, 'muted'],
  ['muted until just now', { mutedUntil: NOW_S }, undefined],
  ['muted with all', { mutedAll: true }, 'mutedAll'],
  ['its owner, muted with all', { mutedAll: true, role: 'owner' }, undefined],
])('whoever is %s', (_name, fields, silence) => expect(silenceOf({ ...open, ...fields }, NOW)).toBe(silence))
