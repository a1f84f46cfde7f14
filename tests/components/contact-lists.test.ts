import { sdkApplication, sdkFriend, sdkGroup } from '../fixtures/fake-contacts'
import {
  choose,
  contactPage,
  fill,
  front,
  goBack,
  hasRow,
  press,
  row,
  slideAway,
  titleOf,
} from './contact-page'
import { phone, settle } from './harness'
import { sdkError } from './page'

describe('new friends', () => {
  const withCarol = () =>
    contactPage((sdk) => {
      sdk.contacts.applications = [sdkApplication('carol', { nick: 'Carol', wording: 'hi, me' })]
      sdk.contacts.unread = 1
    })

  test('are counted until one has looked', async () => {
    const { contact } = await withCarol()
    expect(row(front(contact), 'New friends').attr('badge')).toBe('1')
    await choose(front(contact), 'New friends')
    expect(row(front(contact), 'Carol').attr('note')).toBe('hi, me')
    await goBack(contact)
    expect(row(front(contact), 'New friends').attr('badge')).toBe('')
  })

  test('one that is accepted is a friend', async () => {
    const { contact } = await withCarol()
    await choose(front(contact), 'New friends')
    await press(front(contact), 'Accept')
    expect(row(front(contact), 'Carol').attr('value')).toBe('Added')
    expect(front(contact).has('view.answers')).toBe(false)
    await goBack(contact)
    expect(hasRow(front(contact), 'carol')).toBe(true)
  })

  test('one that is refused says so, and can be taken off the list', async () => {
    const { contact } = await withCarol()
    await choose(front(contact), 'New friends')
    await press(front(contact), 'Decline')
    expect(row(front(contact), 'Carol').attr('value')).toBe('Declined')
    row(front(contact), 'Carol').find('view.row').fire('longpress')
    await settle()
    phone.sheet().choose(0)
    await settle()
    expect(front(contact).find('tui-empty').text).toContain('No friend requests')
  })

  test('one that has expired says so, and can be answered no more than before', async () => {
    const { sdk, contact } = await withCarol()
    sdk.rejectNext('acceptFriendApplication', sdkError(30614))
    await choose(front(contact), 'New friends')
    await press(front(contact), 'Accept')
    expect(phone.toasts).toEqual(['This request is no longer valid'])
    expect(front(contact).has('view.answers')).toBe(true)
  })
})

describe('the blacklist', () => {
  test('has the names of people who are no friends, and lets them in again', async () => {
    const { sdk, contact } = await contactPage((fake) => {
      fake.users.add('mallory')
      fake.contacts.profiles.set('mallory', { nick: 'Mallory' })
      fake.contacts.blocked = ['mallory']
    })
    await choose(front(contact), 'Blocked')
    expect(hasRow(front(contact), 'Mallory')).toBe(true)
    await press(front(contact), 'Unblock')
    expect(front(contact).find('tui-empty').text).toContain('Nobody is blocked')
    expect(sdk.contacts.blocked).toEqual([])
  })
})

describe('labels', () => {
  test('are made, filled with friends, renamed and deleted', async () => {
    const { sdk, contact } = await contactPage((fake) => {
      fake.contacts.friends = [sdkFriend('bob', { nick: 'Bob' }), sdkFriend('ann', { nick: 'Ann' })]
    })
    await choose(front(contact), 'Labels')
    await choose(front(contact), 'New label')
    front(contact).find('input').fire('input', { value: 'work' })
    await settle()
    await press(front(contact), 'Save')
    await slideAway()
    await choose(front(contact), 'work')
    await choose(front(contact), 'Choose members')
    await choose(front(contact), 'Bob')
    await choose(front(contact), 'Ann')
    await choose(front(contact), 'Bob')
    await press(front(contact), 'Done (1)')
    await slideAway()
    expect(hasRow(front(contact), 'Ann')).toBe(true)
    expect(hasRow(front(contact), 'Bob')).toBe(false)
    await choose(front(contact), 'Label name')
    front(contact).find('input').fire('input', { value: 'office' })
    await settle()
    await press(front(contact), 'Save')
    await slideAway()
    expect(titleOf(front(contact))).toBe('office')
    expect(hasRow(front(contact), 'Ann')).toBe(true)
    await choose(front(contact), 'Delete label')
    phone.sheet().choose(0)
    await settle()
    await slideAway()
    expect(front(contact).find('tui-empty').text).toContain('No labels yet')
    expect(sdk.contacts.friendGroups).toEqual([])
  })

  test('are given to a friend from their profile', async () => {
    const { sdk, contact } = await contactPage((fake) => {
      fake.contacts.friends = [sdkFriend('bob', { nick: 'Bob' })]
      fake.contacts.friendGroups = [{ name: 'work', userIDList: [], count: 0 }]
    })
    await choose(front(contact), 'Bob')
    await choose(front(contact), 'Labels')
    expect(row(front(contact), 'work').attr('check')).toBe('off')
    await choose(front(contact), 'work')
    expect(row(front(contact), 'work').attr('check')).toBe('on')
    await goBack(contact)
    expect(row(front(contact), 'Labels').attr('value')).toBe('work')
    expect(sdk.contacts.friendGroups[0]?.userIDList).toEqual(['bob'])
  })

  test('a name that is in use is refused under the field', async () => {
    const { sdk, contact } = await contactPage()
    sdk.rejectNext('createFriendGroup', sdkError(2710))
    await choose(front(contact), 'Labels')
    await choose(front(contact), 'New label')
    front(contact).find('input').fire('input', { value: 'work' })
    await settle()
    await press(front(contact), 'Save')
    expect(front(contact).find('view.problem').text).toBe('This name is in use already')
  })
})

describe('groups', () => {
  test('are found as one types, and open their chat', async () => {
    const { contact } = await contactPage((sdk) => {
      sdk.contacts.groups = [sdkGroup('team', { name: 'Team' }), sdkGroup('family', { name: 'Family' })]
    })
    await choose(front(contact), 'Groups')
    await fill(front(contact), '', 'fam')
    expect(hasRow(front(contact), 'Team')).toBe(false)
    await choose(front(contact), 'Family')
    expect(contact.events.open).toEqual([{ conversationID: 'GROUPfamily', done: false }])
  })

  test('none: what to do', async () => {
    const { contact } = await contactPage()
    await choose(front(contact), 'Groups')
    expect(front(contact).find('tui-empty').text).toContain('You are not in any group')
    expect(hasRow(front(contact), 'New group')).toBe(true)
  })
})
