import { chatError, ME, NOW_S, state } from '../../tests/fixtures/builders'
import { translator } from '../../locales/index'
import { NO_CONTACTS, type ContactsSlice, type Friend, type GroupInfo, type Profile } from '../store/contacts'
import { addView } from './add-friend'
import { applicationRows } from './applications'
import { blockedRows } from './blocked'
import { contactListView } from './contact-list'
import { createView, type CreateForm } from './create-group'
import { errorText } from './error-text'
import { groupRows } from './groups'
import { joinView } from './join-group'
import { labelView } from './labels'
import { birthdayOf, myProfileView } from './my-profile'
import { birthdayText, personView } from './person'

const t = translator('en')

const profile = (userID: string, fields: Partial<Profile> = {}): Profile => ({
  userID,
  nick: '',
  avatar: '',
  signature: '',
  gender: '',
  birthday: 0,
  allow: 'any',
  ...fields,
})
const friend = (userID: string, fields: Partial<Friend> = {}, own: Partial<Profile> = {}): Friend => ({
  userID,
  remark: '',
  groups: [],
  profile: profile(userID, own),
  ...fields,
})
const group = (groupID: string, fields: Partial<GroupInfo> = {}): GroupInfo => ({
  groupID,
  name: groupID,
  avatar: '',
  type: 'public',
  members: 3,
  introduction: '',
  join: 'any',
  ...fields,
})
const withContacts = (fields: Partial<ContactsSlice>) =>
  state({ contacts: { ...NO_CONTACTS, phase: 'ready', ...fields } })

describe('the list', () => {
  test('without friends it says so, and how to get some', () => {
    expect(contactListView(withContacts({}), '', 0, t)).toMatchObject({
      phase: 'ready',
      empty: true,
      foot: '',
    })
  })

  test('while one searches only the people are there', () => {
    const view = contactListView(withContacts({ friends: [friend('bob')] }), 'zzz', 0, t)
    expect(view).toMatchObject({ entries: [], head: 0, empty: false, nothing: 'Nothing found for “zzz”' })
  })

  test('new applications are counted, and told to a screen reader', () => {
    const { entries } = contactListView(withContacts({ unreadApplications: 120 }), '', 0, t)
    expect(entries[0]).toMatchObject({ badge: '99+', label: 'New friends, 99+ new friend requests' })
  })

  test('a failure before anything was there is a page, later it is not', () => {
    const failed = { phase: 'failed', error: chatError() } as const
    expect(contactListView(withContacts(failed), '', 0, t)).toMatchObject({
      phase: 'failed',
      error: 'The request timed out. Try again later',
    })
    expect(contactListView(withContacts({ ...failed, friends: [friend('bob')] }), '', 0, t).phase).toBe(
      'ready',
    )
  })
})

describe('somebody', () => {
  test('a friend has the name that the user gave, and their own below', () => {
    const contacts = {
      friends: [friend('bob', { remark: 'Bobby' }, { nick: 'Bob', signature: 'hi\nthere', gender: 'male' })],
      friendGroups: [
        { name: 'work', userIDs: ['bob'] },
        { name: 'family', userIDs: [] },
      ],
    } as const
    expect(personView(withContacts(contacts), 'bob', t)).toMatchObject({
      loading: false,
      name: 'Bobby',
      nick: 'Name: Bob',
      idLine: 'User ID: bob',
      friend: true,
      groups: 'work',
      facts: [
        { id: 'signature', value: 'hi there' },
        { id: 'gender', value: 'Male' },
      ],
    })
  })

  test('a stranger has what they tell', () => {
    const view = personView(
      withContacts({ people: { carol: profile('carol', { nick: 'Carol' }) } }),
      'carol',
      t,
    )
    expect(view).toMatchObject({ name: 'Carol', nick: '', friend: false, blocked: false })
  })

  test('nobody is known by ID until the profile is there', () => {
    expect(personView(withContacts({}), 'dave', t)).toMatchObject({ loading: true, name: 'dave', facts: [] })
  })

  test('oneself is told apart', () => {
    expect(personView(withContacts({ me: profile(ME) }), ME, t).me).toBe(true)
  })

  test.each([
    [20000131, '2000/1/31'],
    [0, ''],
    [7, ''],
    [20001301, ''],
    [1e300, ''],
    [18991231, ''],
  ])('a birthday of %d is %j', (birthday, text) => {
    expect(birthdayText(birthday, t)).toBe(text)
  })
})

describe('the own profile', () => {
  test('says what is not filled in by leaving it empty', () => {
    const view = myProfileView(withContacts({ me: profile(ME, { nick: 'Alice', birthday: 19991231 }) }), t)
    expect(view).toMatchObject({
      nick: 'Alice',
      userID: ME,
      gender: '',
      date: '1999-12-31',
      birthday: '1999/12/31',
      allow: 'Anyone',
    })
  })

  test.each([
    ['2000-01-31', 20000131],
    ['', 0],
    ['not a date', 0],
  ])('the date %j is kept as %d', (date, birthday) => {
    expect(birthdayOf(date)).toBe(birthday)
  })
})

test('applications: the newest first, what became of them, and who has to answer', () => {
  const application = (userID: string, fields: object) => ({
    userID,
    nick: userID.toUpperCase(),
    avatar: '',
    wording: '',
    time: NOW_S,
    incoming: true,
    ...fields,
  })
  const rows = applicationRows(
    withContacts({
      friends: [friend('erin')],
      applications: [
        application('bob', { wording: 'hi\nthere', time: NOW_S - 60 }),
        application('carol', { answer: 'refused', time: NOW_S - 120 }),
        application('dave', { incoming: false, time: NOW_S - 180 }),
        application('erin', { time: NOW_S - 240 }),
        application('frank', {}),
      ],
    }),
    t,
  )
  expect(rows.map(({ id, note, open, state: text }) => [id, note, open, text])).toEqual([
    ['in:frank', 'Just now', true, ''],
    ['in:bob', 'hi there', true, ''],
    ['in:carol', expect.any(String), false, 'Declined'],
    ['out:dave', expect.any(String), false, 'Waiting'],
    ['in:erin', expect.any(String), false, 'Added'],
  ])
})

test('the blacklist knows the names of friends and of those who were looked up', () => {
  const contacts = withContacts({
    blocked: ['bob', 'carol', 'dave'],
    friends: [friend('bob', { remark: 'Bobby' })],
    people: { carol: profile('carol', { nick: 'Carol' }) },
  }).contacts
  expect(blockedRows(contacts).map(({ name }) => name)).toEqual(['Bobby', 'Carol', 'dave'])
})

test('a label has members, also those who are no friends any more', () => {
  const { contacts } = withContacts({
    friendGroups: [{ name: 'work', userIDs: ['bob', 'gone'] }],
    friends: [friend('bob', {}, { nick: 'Bob' })],
  })
  expect(labelView(contacts, 'work').members.map(({ name }) => name)).toEqual(['Bob', 'gone'])
  expect(labelView(contacts, 'other')).toMatchObject({ known: false, members: [] })
})

test('groups stand by name, and are found as one types', () => {
  const groups = [
    group('z', { name: '周末爬山' }),
    group('a', { name: '' }),
    group('f', { name: '一家人', members: 0 }),
  ]
  expect(groupRows(groups, '', t).map(({ name, note }) => [name, note])).toEqual([
    ['a', '3 members'],
    ['一家人', ''],
    ['周末爬山', '3 members'],
  ])
  expect(groupRows(groups, 'zm', t).map(({ id }) => id)).toEqual(['z'])
})

describe('adding somebody', () => {
  const contacts = {
    me: profile(ME, { nick: 'Alice' }),
    people: { carol: profile('carol', { nick: 'Carol' }) },
  }

  test('what is typed is offered as an ID, what was found is a person', () => {
    expect(addView(withContacts(contacts), ' carol ', '', t)).toMatchObject({
      byID: 'User ID: carol',
      name: '',
    })
    expect(addView(withContacts(contacts), 'carol', 'carol', t)).toMatchObject({
      byID: '',
      name: 'Carol',
      hello: 'I am Alice',
      send: 'Add to contacts',
      denied: '',
    })
  })

  test.each([
    ['confirm', 'Send request', ''],
    ['nobody', 'Add to contacts', 'This person does not accept requests'],
  ] as const)('of somebody who takes %s', (allow, send, denied) => {
    const people = { carol: profile('carol', { allow }) }
    expect(addView(withContacts({ people }), 'carol', 'carol', t)).toMatchObject({ send, denied })
  })
})

describe('a new group', () => {
  const form = (fields: Partial<CreateForm> = {}): CreateForm => ({
    name: '',
    type: 'work',
    rule: '',
    members: [],
    avatar: '',
    ...fields,
  })
  const { contacts } = withContacts({
    me: profile(ME, { nick: 'Alice' }),
    friends: [friend('bob', { remark: 'Bobby' }), friend('carol', {}, { nick: 'Carol' })],
  })

  test('needs a name, or members that it is named after', () => {
    expect(createView(contacts, form(), t)).toMatchObject({
      finalName: '',
      placeholder: 'Give the group a name',
    })
    expect(createView(contacts, form({ members: ['bob', 'carol'] }), t).finalName).toBe('Alice, Bobby, Carol')
    expect(createView(contacts, form({ name: ' Team ', members: ['bob'] }), t).finalName).toBe('Team')
  })

  test('that is named after people with long names is not named too long', () => {
    const long = ['一', '二', '三'].map((name, at) => friend(`f${at}`, { remark: name.repeat(20) }))
    const { finalName } = createView({ ...contacts, friends: long }, form({ members: ['f0', 'f1', 'f2'] }), t)
    expect(Buffer.byteLength(finalName)).toBeLessThanOrEqual(100)
  })

  test('who can join is chosen where the type leaves a choice', () => {
    expect(createView(contacts, form(), t).ruleText).toBe('')
    expect(createView(contacts, form({ type: 'public' }), t).ruleText).toBe('An admin has to agree')
    expect(createView(contacts, form({ type: 'public', rule: 'any' }), t).ruleText).toBe('Anyone can join')
  })

  test('that is live takes no members in', () => {
    expect(createView(contacts, form({ type: 'live', members: ['bob'] }), t)).toMatchObject({
      hasMembers: false,
      finalName: '',
    })
  })
})

test.each([
  [group('g'), 'Join', false],
  [group('g', { join: 'confirm' }), 'Apply', true],
  [group('g', { join: 'nobody' }), '', false],
  [group('mine', { join: 'confirm' }), '', false],
])('joining %j', (found, submit, asks) => {
  const { contacts } = withContacts({ groups: [group('mine')] })
  expect(joinView(contacts, 'x', found, t)).toMatchObject({ submit, asks })
})

describe('every refusal has its sentence', () => {
  test.each([
    ['addFriend', 30001, 'Could not add. You may be friends already'],
    ['addFriend', 30516, 'They do not accept requests'],
    ['addFriend', 30525, 'They do not accept your request'],
    ['addFriend', 30515, 'You have blocked them. Unblock them first'],
    ['searchGroupByID', 10007, 'This group takes nobody in. A member has to invite you'],
    ['joinGroup', 10007, 'This group takes nobody in. A member has to invite you'],
    ['joinGroup', 10014, 'The group is full'],
    ['createGroup', 10021, 'This group ID is taken. Choose another one'],
    ['createGroup', 10019, 'A member does not exist. Choose again'],
    ['createFriendGroup', 2710, 'This name is in use already'],
    ['updateMyProfile', 40601, 'That is too long. Make it shorter'],
    // Elsewhere these codes keep what they mean there.
    ['sendMessage', 10007, 'You are not in this group'],
  ])('%s %i', (op, code, sentence) => {
    expect(errorText(chatError({ op, code }), t)).toBe(sentence)
  })
})
