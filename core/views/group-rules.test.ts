import type { GroupType, JoinOption } from '../store/contacts'
import type { GroupRole } from '../store/groups'
import { groupRights, outranks, type GroupRights } from './group-rules'

const rights = (type: GroupType, role: GroupRole, invite: JoinOption = 'any'): GroupRights =>
  groupRights({ type, role, invite })
/** What of the rights is true, in the order of the table. */
const may = (type: GroupType, role: GroupRole): string =>
  Object.entries(rights(type, role))
    .filter(([, allowed]) => allowed === true || allowed === 'yes')
    .map(([right]) => right)
    .join(' ')

const LEADS = 'edit join invite add remove mute'

test.each<[GroupType, GroupRole, string]>([
  ['work', 'member', 'edit invite add quit nameCard mentionAll'],
  ['work', 'owner', 'edit invite add remove transfer quit nameCard answer mentionAll'],
  ['public', 'member', 'add quit nameCard mentionAll'],
  ['public', 'admin', `${LEADS} quit nameCard answer mentionAll`],
  ['public', 'owner', `${LEADS} admins transfer dismiss nameCard answer mentionAll`],
  ['meeting', 'member', 'add quit nameCard mentionAll'],
  ['meeting', 'admin', 'edit invite add remove mute quit nameCard answer mentionAll'],
  ['meeting', 'owner', 'edit invite add remove mute admins transfer dismiss nameCard answer mentionAll'],
  ['community', 'member', 'add quit nameCard mentionAll'],
  ['community', 'owner', `${LEADS} admins transfer dismiss nameCard answer mentionAll`],
  ['live', 'member', 'quit'],
  ['live', 'owner', 'edit mute dismiss'],
])('in a %s group a %s may: %s', (type, role, allowed) => expect(may(type, role)).toBe(allowed))

describe('adding members', () => {
  test.each<[JoinOption, GroupRole, GroupRights['add']]>([
    ['any', 'member', 'yes'],
    ['confirm', 'member', 'approval'],
    ['nobody', 'member', 'no'],
    ['confirm', 'admin', 'yes'],
    ['nobody', 'owner', 'no'],
  ])('invited may be %s, by a %s: %s', (invite, role, add) =>
    expect(rights('public', role, invite).add).toBe(add),
  )

  test('nobody is added to a live room', () => expect(rights('live', 'owner').add).toBe('no'))
})

test('an owner stands above administrators, they above members, nobody above their own kind', () => {
  expect(outranks('owner', 'admin')).toBe(true)
  expect(outranks('admin', 'member')).toBe(true)
  expect(outranks('admin', 'admin')).toBe(false)
  expect(outranks('member', 'admin')).toBe(false)
})
