import { GROUP } from '../../tests/fixtures/builders'
import { sdkProfile } from '../../tests/fixtures/fake-groups'
import { translator } from '../../locales/index'
import { mapGroupProfile } from '../sdk/map-contacts'
import type { Member } from '../store/groups'
import { initialState, type State } from '../store/state'
import { groupPageView, groupTextView, type GroupPageView } from './group-page'

const t = translator('en')
const member = (userID: string, name = userID): Member => ({ userID, name, avatar: '', role: 'member' })

function state(fields: Record<string, unknown> = {}, members: readonly Member[] = []): State {
  const base = initialState('alice', 'en', 0)
  return {
    ...base,
    groups: { team: { phase: 'ready', profile: mapGroupProfile(sdkProfile(fields), 'team') } },
    members: { [GROUP]: { phase: 'ready', list: members } },
  }
}
const view = (fields: Record<string, unknown> = {}, members?: readonly Member[]): GroupPageView =>
  groupPageView(state(fields, members), 'team', t)
const names = ({ tiles }: GroupPageView): string[] => tiles.map(({ id }) => id)

const many = Array.from({ length: 10_000 }, (_, at) => member(`u${at}`))

test('of ten thousand members the first ones are shown, in two lines with what can be done', () => {
  expect(view({ inviteOption: 'DisableInvite' }, many).tiles).toHaveLength(10)
  const led = view({ memberCount: 10_000, selfInfo: { role: 'Owner' } }, many)
  expect(led.tiles).toHaveLength(10)
  expect(names(led).slice(-3)).toEqual(['@u7', 'plus', 'minus'])
  expect(led.count).toBe('10000 members')
})

test('a user called as a button is a user', () => {
  expect(names(view({ inviteOption: 'DisableInvite' }, [member('plus')]))).toEqual(['@plus'])
})

test('nobody is removed from a group with one member, nor is it given away', () => {
  const alone = view({ memberCount: 1, selfInfo: { role: 'Owner' } }, [member('alice')])
  expect(names(alone)).toEqual(['@alice', 'plus'])
  expect(alone.can.transfer).toBe(false)
})

test('what others have written stays in its row', () => {
  const hostile = `${'\u202e'}a\nb\u0000${'x'.repeat(100_000)}`
  const shown = view({ name: hostile, notification: hostile, introduction: hostile }, [member('m', hostile)])
  for (const text of [shown.name, shown.notification, shown.introduction, shown.tiles[0]?.name ?? '']) {
    expect(text.length).toBeLessThanOrEqual(101)
    expect(text).not.toContain('\n')
  }
})

test('before anything is known it loads, and when it fails it says why', () => {
  const base = initialState('alice', 'en', 0)
  expect(groupPageView(base, 'team', t)).toMatchObject({ loading: true, error: '' })
  const error = { code: 10010, op: 'getGroupProfile', retryable: false, cause: '' }
  const failed: State = { ...base, groups: { team: { phase: 'failed', error } } }
  expect(groupPageView(failed, 'team', t)).toMatchObject({
    loading: true,
    error: 'This group does not exist',
  })
})

test.each([
  ['Owner', true],
  ['Admin', true],
  ['Member', false],
])('the announcement in full, which a %s may change: %s', (role, editable) => {
  const text = groupTextView(
    state({ notification: 'One\n\nTwo', selfInfo: { role } }),
    'team',
    'notification',
    t,
  )
  expect(text).toMatchObject({ title: 'Announcement', text: 'One\n\nTwo', editable })
})
