import { sdkFriend, sdkGroup } from '../fixtures/fake-contacts'
import { choose, confirm, contactPage, fill, front, hasRow, press, row, titleOf } from './contact-page'
import { advance, phone, settle } from './harness'
import { sdkError, SLIDE } from './page'

describe('starting a chat', () => {
  const screen = { screen: 'chat' }

  test('with a friend is one tap', async () => {
    const { contact } = await contactPage(
      (sdk) => (sdk.contacts.friends = [sdkFriend('bob', { nick: 'Bob' })]),
      screen,
    )
    await choose(front(contact), 'Bob')
    expect(contact.events.open).toEqual([{ conversationID: 'C2Cbob', done: true }])
  })

  test('with anybody whose user ID is typed', async () => {
    const { contact } = await contactPage((sdk) => sdk.users.add('carol'), screen)
    await fill(front(contact), '', ' carol ')
    await choose(front(contact), 'User ID: carol')
    expect(contact.events.open).toEqual([{ conversationID: 'C2Ccarol', done: true }])
  })

  test('who does not exist is told, and nobody chats with themselves', async () => {
    const { sdk, contact } = await contactPage(undefined, screen)
    await confirm(front(contact), 'nobody')
    expect(phone.toasts).toEqual(['User nobody was not found'])
    await confirm(front(contact), 'alice')
    expect(phone.toasts[1]).toBe('You cannot chat with yourself')
    await confirm(front(contact), '   ')
    expect(sdk.calls('getUserProfile')).toHaveLength(1)
    expect(contact.events.open).toEqual([])
  })
})

describe('adding a friend', () => {
  const screen = { screen: 'add' }
  const find = async (prepare: Parameters<typeof contactPage>[0] = () => undefined) => {
    const made = await contactPage((sdk) => {
      sdk.users.add('carol')
      sdk.contacts.profiles.set('carol', { nick: 'Carol' })
      sdk.contacts.profiles.set('alice', { nick: 'Alice' })
      prepare(sdk)
    }, screen)
    await confirm(front(made.contact), 'carol')
    return made
  }

  test('one is found by user ID, and asked with words and another name', async () => {
    const { sdk, contact } = await find()
    expect(row(front(contact), 'Carol').attr('note')).toBe('User ID: carol')
    await fill(front(contact), 'Message', 'hi, me')
    await fill(front(contact), 'Alias', 'Caro')
    await press(front(contact), 'Add to contacts')
    expect(sdk.calls('addFriend')[0]).toEqual([
      expect.objectContaining({ wording: 'hi, me', remark: 'Caro' }),
    ])
    expect(phone.toasts).toEqual(['Added'])
    expect(titleOf(front(contact))).toBe('Profile')
    expect(front(contact).find('view.name').text).toBe('Caro')
  })

  test('one who wants to be asked is waited for', async () => {
    const { contact } = await find((sdk) => {
      sdk.contacts.cautious.add('carol')
      sdk.contacts.profiles.set('carol', { nick: 'Carol', allowType: 'AllowType_Type_NeedConfirm' })
    })
    await press(front(contact), 'Send request')
    expect(front(contact).find('view.sent').text).toBe('Request sent. Waiting for an answer')
    expect(front(contact).has('tui-button')).toBe(false)
  })

  test('a greeting with the own name is there already', async () => {
    const { sdk, contact } = await find()
    await press(front(contact), 'Add to contacts')
    expect(sdk.calls('addFriend')[0]).toEqual([expect.objectContaining({ wording: 'I am Alice' })])
  })

  test.each([
    [30515, 'You have blocked them. Unblock them first'],
    [30525, 'They do not accept your request'],
    [30010, 'You have too many friends already'],
  ])('a refusal (%i) is told under the form, and what was typed stays', async (code, sentence) => {
    const { sdk, contact } = await find()
    sdk.rejectNext('addFriend', sdkError(code))
    await fill(front(contact), 'Message', 'hi, me')
    await press(front(contact), 'Add to contacts')
    expect(front(contact).find('view.problem').text).toBe(sentence)
    await press(front(contact), 'Add to contacts')
    expect(sdk.calls('addFriend')[1]).toEqual([expect.objectContaining({ wording: 'hi, me' })])
  })

  test('who takes nobody is not asked', async () => {
    const { contact } = await find((sdk) =>
      sdk.contacts.profiles.set('carol', { allowType: 'AllowType_Type_DenyAny' }),
    )
    expect(front(contact).find('view.sent').text).toBe('This person does not accept requests')
    expect(front(contact).has('tui-button')).toBe(false)
  })

  test('who is a friend already can be written to', async () => {
    const { contact } = await find((sdk) => (sdk.contacts.friends = [sdkFriend('carol', { nick: 'Carol' })]))
    await press(front(contact), 'Message')
    expect(contact.events.open).toEqual([{ conversationID: 'C2Ccarol', done: false }])
  })

  test('an answer for what is not typed any more is not shown', async () => {
    const { sdk, contact } = await contactPage((fake) => fake.users.add('carol'), screen)
    const answer = sdk.hold('getUserProfile')
    await confirm(front(contact), 'carol')
    await fill(front(contact), '', 'dave')
    answer.pass()
    await settle()
    expect(hasRow(front(contact), 'carol')).toBe(false)
  })

  test('the own user ID is there to be passed on', async () => {
    const { contact } = await contactPage(undefined, screen)
    front(contact).find('view.own').tap()
    await settle()
    expect(phone.clipboard).toEqual(['alice'])
  })
})

describe('creating a group', () => {
  const screen = { screen: 'create' }
  const page = () =>
    contactPage((sdk) => {
      sdk.contacts.friends = [sdkFriend('bob', { nick: 'Bob' }), sdkFriend('carol', { nick: 'Carol' })]
      sdk.contacts.profiles.set('alice', { nick: 'Alice' })
    }, screen)

  test('with a name; what was typed survives the choice of a type', async () => {
    const { sdk, contact } = await page()
    expect(front(contact).find('tui-button').attr('disabled')).toBe(true)
    await fill(front(contact), 'Group name', 'Hiking')
    await fill(front(contact), 'Group ID', 'hiking-1')
    await choose(front(contact), 'Public group')
    await press(front(contact), 'Create')
    expect(sdk.calls('createGroup')).toEqual([[{ name: 'Hiking', type: 'Public', groupID: 'hiking-1' }]])
    expect(contact.events.open).toEqual([{ conversationID: 'GROUPhiking-1', done: true }])
  })

  test('each type says in plain words what it is', async () => {
    const { contact } = await page()
    expect(row(front(contact), 'Friends and family').attr('note')).toBe(
      'People you know. Members invite others',
    )
    expect(row(front(contact), 'Friends and family').attr('check')).toBe('on')
    await choose(front(contact), 'Meeting')
    expect(row(front(contact), 'Friends and family').attr('check')).toBe('off')
  })

  test('with friends, after whom it is named', async () => {
    const { sdk, contact } = await page()
    await choose(front(contact), 'Members')
    await choose(front(contact), 'Bob')
    await choose(front(contact), 'Carol')
    await press(front(contact), 'Done (2)')
    await advance(SLIDE)
    await press(front(contact), 'Create')
    expect(sdk.calls('createGroup')).toEqual([
      [
        {
          name: 'Alice, Bob, Carol',
          type: 'Private',
          memberList: [{ userID: 'bob' }, { userID: 'carol' }],
        },
      ],
    ])
  })

  test('with a rule of who can join, where there is one to choose', async () => {
    const { sdk, contact } = await page()
    expect(hasRow(front(contact), 'Who can join')).toBe(false)
    await choose(front(contact), 'Public group')
    expect(row(front(contact), 'Who can join').attr('value')).toBe('An admin has to agree')
    await choose(front(contact), 'Who can join')
    phone.sheet().choose(1)
    await settle()
    await fill(front(contact), 'Group name', 'Hiking')
    await press(front(contact), 'Create')
    expect(sdk.calls('createGroup')[0]).toEqual([expect.objectContaining({ joinOption: 'FreeAccess' })])
  })

  test.each([
    [10021, 'This group ID is taken. Choose another one'],
    [10019, 'A member does not exist. Choose again'],
    [2996, 'Too many requests. Try again later'],
  ])('a refusal (%i) is told, and nothing is lost', async (code, sentence) => {
    const { sdk, contact } = await page()
    sdk.rejectNext('createGroup', sdkError(code))
    await fill(front(contact), 'Group name', 'Hiking')
    await press(front(contact), 'Create')
    expect(front(contact).find('view.problem').text).toBe(sentence)
    await press(front(contact), 'Create')
    expect(contact.events.open).toHaveLength(1)
  })

  test('two taps make one group', async () => {
    const { sdk, contact } = await page()
    const answer = sdk.hold('createGroup')
    await fill(front(contact), 'Group name', 'Hiking')
    await press(front(contact), 'Create')
    await press(front(contact), 'Create')
    answer.pass()
    await settle()
    expect(sdk.calls('createGroup')).toHaveLength(1)
  })
})

describe('joining a group', () => {
  const screen = { screen: 'join' }
  const find = async (fields: Record<string, unknown>) => {
    const made = await contactPage(
      (sdk) => sdk.contacts.findable.set('team', sdkGroup('team', { name: 'Team', ...fields })),
      screen,
    )
    await confirm(front(made.contact), 'team')
    return made
  }

  test('that anybody can join: nothing happens before one says so', async () => {
    const { sdk, contact } = await find({ introduction: 'all about hiking' })
    expect(hasRow(front(contact), 'Team')).toBe(true)
    expect(front(contact).find('view.introduction').text).toBe('all about hiking')
    expect(front(contact).find('view.rule').text).toBe('Anyone can join')
    expect(sdk.calls('joinGroup')).toEqual([])
    await press(front(contact), 'Join')
    expect(contact.events.open).toEqual([{ conversationID: 'GROUPteam', done: true }])
  })

  test('that an admin has to agree to: with words, and then one waits', async () => {
    const { sdk, contact } = await find({ joinOption: 'NeedPermission' })
    await fill(front(contact), 'Message', 'let me in')
    await press(front(contact), 'Apply')
    expect(sdk.calls('joinGroup')[0]).toEqual([expect.objectContaining({ applyMessage: 'let me in' })])
    expect(front(contact).find('view.sent').text).toBe('Request sent. Waiting for an admin')
    expect(contact.events.open).toEqual([])
  })

  test('that nobody can apply for has no button', async () => {
    const { contact } = await find({ joinOption: 'DisableApply' })
    expect(front(contact).find('view.rule').text).toBe('Nobody can apply')
    expect(front(contact).has('tui-button')).toBe(false)
  })

  test('that one is in already is opened', async () => {
    const { contact } = await contactPage(
      (sdk) => (sdk.contacts.groups = [sdkGroup('team', { name: 'Team' })]),
      screen,
    )
    await confirm(front(contact), 'team')
    await press(front(contact), 'Message')
    expect(contact.events.open).toEqual([{ conversationID: 'GROUPteam', done: true }])
  })

  test.each([
    [10010, 'This group does not exist'],
    [10007, 'This group takes nobody in. A member has to invite you'],
  ])('that is not found (%i) is told', async (code, sentence) => {
    const { sdk, contact } = await contactPage(undefined, screen)
    sdk.rejectNext('searchGroupByID', sdkError(code))
    await confirm(front(contact), 'nowhere')
    expect(front(contact).find('view.problem').text).toBe(sentence)
  })

  test('that is full is told where one asked', async () => {
    const { sdk, contact } = await find({})
    sdk.rejectNext('joinGroup', sdkError(10014))
    await press(front(contact), 'Join')
    expect(front(contact).find('view.problem').text).toBe('The group is full')
  })
})
