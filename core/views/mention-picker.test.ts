import { translator } from '../../locales/index'
import { GROUP, state } from '../../tests/fixtures/builders'
import type { Member, Members } from '../store/groups'
import { EVERYONE } from '../store/types'
import { mentionPickerView } from './mention-picker'

const t = translator('en')
const member = (userID: string, name = userID, role: Member['role'] = 'member'): Member => ({
  userID,
  name,
  avatar: '',
  role,
})
const view = (list: Member[], query = '', fields: Partial<Members> = {}, role: Member['role'] = 'member') =>
  mentionPickerView(
    state({
      members: { [GROUP]: { phase: 'ready', list, ...fields } },
      access: { [GROUP]: { standing: 'in', role, mutedUntil: 0, mutedAll: false } },
    }),
    { conversationID: GROUP, query },
    t,
  )
const names = (...of: Parameters<typeof view>): string[] => view(...of).rows.map(({ name }) => name)

test('everybody but me, found by name or user ID', () => {
  const list = [member('alice'), member('bob', 'Bobby'), member('u7', '周倩')]
  expect(names(list)).toEqual(['Bobby', '周倩'])
  expect(names(list, 'OBB')).toEqual(['Bobby'])
  expect(names(list, ' u7 ')).toEqual(['周倩'])
  expect(view(list, 'x')).toMatchObject({ rows: [], empty: 'Nobody found' })
})

test('everyone can be called by those who lead the group', () => {
  expect(view([member('bob')], '', {}, 'admin').rows[0]).toMatchObject({ id: EVERYONE, name: 'Everyone' })
  expect(names([member('bob')], 'bo', {}, 'owner')).toEqual(['bob'])
})

test('a name may be anything, and a row is made once', () => {
  const odd = member('bob', `\u202e\n${'x'.repeat(5000)}`, 'owner')
  const [row] = view([odd]).rows
  expect(row?.name).toBe(`${'x'.repeat(40)}…`)
  expect(row?.role).toBe('Owner')
  expect(view([odd]).rows[0]).toBe(row)
  expect(names([member('carol', '\u200b')])).toEqual(['carol'])
})

test('nothing is said to be empty while more may come', () => {
  expect(view([], 'x', { next: 100 })).toMatchObject({ empty: '', more: true })
  expect(view([], '', { phase: 'loading' })).toMatchObject({ empty: '', loading: true })
  expect(view([], '', { phase: 'failed' })).toMatchObject({ empty: '', failed: true })
})
