import { sdkApplication, sdkFriend } from '../fixtures/fake-contacts'
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
import { mount, phone, setDataOf, setHost, settle } from './harness'
import { sdkError } from './page'

describe('the list of friends', () => {
  test('from A to Z, with an index beside it', async () => {
    const { contact } = await contactPage((sdk) => {
      sdk.contacts.friends = [
        sdkFriend('w', { nick: '王浩' }),
        sdkFriend('l', { nick: '李雷', remark: '阿雷' }),
      ]
    })
    const list = front(contact).find('index-list')
    expect(list.texts('view.letter')).toEqual(['A', 'W'])
    expect(list.texts('view.mark')).toEqual(['A', 'W'])
    expect(hasRow(front(contact), '阿雷')).toBe(true)
    expect(hasRow(front(contact), '王浩')).toBe(true)
    expect(list.find('view.foot').text).toBe('2 friends')
  })

  test('a skeleton, a failure with a way out, and a plain sentence when there is nobody', async () => {
    const { sdk, contact } = await contactPage((fake) => fake.rejectNext('getFriendList', sdkError(2801)))
    expect(front(contact).find('tui-empty').text).toContain('Could not load your contacts')
    expect(front(contact).find('tui-empty').text).toContain('The request timed out. Try again later')
    const answer = sdk.hold('getFriendList')
    front(contact).find('tui-empty view.action').tap()
    await settle()
    expect(front(contact).has('tui-skeleton')).toBe(true)
    answer.pass()
    await settle()
    expect(front(contact).has('tui-skeleton')).toBe(false)
    expect(front(contact).find('tui-empty').text).toContain('No friends yet')
  })

  test('is searched as one types, and says when nothing is found', async () => {
    const { contact } = await contactPage((sdk) => {
      sdk.contacts.friends = [sdkFriend('w', { nick: '王浩' }), sdkFriend('tom', { nick: 'Tom' })]
    })
    await fill(front(contact), '', 'wh')
    expect(hasRow(front(contact), '王浩')).toBe(true)
    expect(hasRow(front(contact), 'Tom')).toBe(false)
    expect(hasRow(front(contact), 'Groups')).toBe(false)
    await fill(front(contact), '', 'zzz')
    expect(front(contact).find('tui-empty').text).toContain('Nothing found for “zzz”')
    front(contact).find('search-bar view.clear').tap()
    await settle()
    expect(hasRow(front(contact), 'Tom')).toBe(true)
  })

  test('of thousands draws a few rows, and moves its window as one scrolls', async () => {
    const { contact } = await contactPage((sdk) => {
      sdk.contacts.friends = Array.from({ length: 2000 }, (_, at) => sdkFriend(`u${at}`, { nick: `王${at}` }))
    })
    const list = front(contact).find('index-list')
    expect(list.all('list-row').length).toBeLessThan(90)
    list.find('scroll-view').fire('scroll', { scrollTop: 60_000 })
    await settle()
    expect(list.all('list-row').length).toBeLessThan(90)
    expect(Number(list.attr('before'))).toBeGreaterThan(55_000)
    const quiet = await setDataOf(() => list.find('scroll-view').fire('scroll', { scrollTop: 60_100 }))
    expect(quiet).toEqual([])
  })

  test('a letter of the index leads to its place, under the finger as well', async () => {
    const { contact } = await contactPage((sdk) => {
      sdk.contacts.friends = [
        sdkFriend('a', { nick: 'Ann' }),
        sdkFriend('b', { nick: 'Bob' }),
        sdkFriend('c', { nick: 'Cat' }),
      ]
    })
    const list = front(contact).find('index-list')
    const [, second] = list.all('view.mark')
    const touch = (clientY: number) => ({ fields: { touches: [{ clientY }] } })
    second?.fire('touchstart', {}, touch(100))
    await settle()
    expect(list.find('view.bubble').text).toBe('B')
    const head = Number(list.attr('head'))
    expect(list.find('scroll-view').attr('scroll-top')).toBe(head + 88)
    second?.fire('touchmove', {}, touch(117))
    await settle()
    expect(list.find('view.bubble').text).toBe('C')
    expect(list.find('scroll-view').attr('scroll-top')).toBe(head + 176)
    expect(phone.vibrations).toBe(2)
    second?.fire('touchend', {}, touch(117))
  })

  test('is brought up to date by the SDK', async () => {
    const { sdk, contact } = await contactPage()
    sdk.emit('FRIEND_LIST_UPDATED', [sdkFriend('bob', { nick: 'Bob' })])
    sdk.emit('FRIEND_APPLICATION_LIST_UPDATED', {
      friendApplicationList: [sdkApplication('carol')],
      unreadCount: 1,
    })
    await settle()
    expect(hasRow(front(contact), 'Bob')).toBe(true)
    expect(row(front(contact), 'New friends').attr('badge')).toBe('1')
  })

  test('the first screen has a back button where the host says so, and every other one always', async () => {
    const { contact } = await contactPage()
    expect(front(contact).has('view.back')).toBe(false)
    await choose(front(contact), 'Groups')
    expect(titleOf(front(contact))).toBe('Groups')
    await goBack(contact)
    expect(titleOf(front(contact))).toBe('Contacts')
    expect(contact.events.depth).toEqual([{ depth: 2 }, { depth: 1 }])
  })
})

describe('a friend', () => {
  const withBob = (fields: Parameters<typeof sdkFriend>[1] = {}) =>
    contactPage((sdk) => {
      sdk.contacts.friends = [sdkFriend('bob', { nick: 'Bob', ...fields })]
      sdk.contacts.profiles.set('bob', { nick: 'Bob', selfSignature: 'slowly' })
    })
  const open = async (fields?: Parameters<typeof sdkFriend>[1]) => {
    const made = await withBob(fields)
    await choose(front(made.contact), fields?.remark ?? 'Bob')
    return made
  }

  test('has what they tell of themselves, and a message is one tap away', async () => {
    const { contact } = await open({ remark: 'Bobby' })
    const screen = front(contact)
    expect(screen.find('view.name').text).toBe('Bobby')
    expect(screen.texts('view.names view.line')).toEqual(['Name: Bob', 'User ID: bob'])
    expect(row(screen, 'About').attr('value')).toBe('slowly')
    await choose(screen, 'Message')
    expect(contact.events.open).toEqual([{ conversationID: 'C2Cbob', done: false }])
  })

  test('gets another name, which is seen everywhere', async () => {
    const { contact } = await open()
    await choose(front(contact), 'Alias')
    front(contact).find('input').fire('input', { value: 'Bobby' })
    await settle()
    await press(front(contact), 'Save')
    await slideAway()
    expect(front(contact).find('view.name').text).toBe('Bobby')
    await goBack(contact)
    expect(hasRow(front(contact), 'Bobby')).toBe(true)
  })

  test('a name that is too long is told before it is sent', async () => {
    const { sdk, contact } = await open()
    await choose(front(contact), 'Alias')
    front(contact)
      .find('input')
      .fire('input', { value: '长'.repeat(33) })
    await settle()
    expect(front(contact).find('view.problem').text).toBe('That is too long. Make it shorter')
    await press(front(contact), 'Save')
    expect(sdk.calls('updateFriend')).toEqual([])
  })

  test('a refusal stays under the field', async () => {
    const { sdk, contact } = await open()
    sdk.rejectNext('updateFriend', sdkError(2801))
    await choose(front(contact), 'Alias')
    await press(front(contact), 'Save')
    expect(front(contact).find('view.problem').text).toBe('The request timed out. Try again later')
  })

  test('is blocked after a question, and let in again without one', async () => {
    const { sdk, contact } = await open()
    await choose(front(contact), 'Block')
    expect(phone.sheet().items).toEqual(['Block'])
    phone.sheet().cancel()
    await settle()
    expect(sdk.calls('addToBlacklist')).toEqual([])
    await choose(front(contact), 'Block')
    phone.sheet().choose(0)
    await settle()
    expect(row(front(contact), 'Block').attr('toggle')).toBe('on')
    expect(front(contact).find('view.blocked').text).toBe('Blocked: they cannot message you')
    await choose(front(contact), 'Block')
    expect(row(front(contact), 'Block').attr('toggle')).toBe('off')
    expect(sdk.contacts.blocked).toEqual([])
  })

  test('is deleted after a question; then they are not in the list any more', async () => {
    const { sdk, contact } = await open()
    await choose(front(contact), 'Delete contact')
    phone.sheet().choose(0)
    await settle()
    await slideAway()
    expect(titleOf(front(contact))).toBe('Contacts')
    expect(hasRow(front(contact), 'Bob')).toBe(false)
    expect(sdk.calls('deleteFriend')).toEqual([[{ userIDList: ['bob'], type: 'Delete_Type_Both' }]])
  })

  test('that cannot be deleted stays, with a word', async () => {
    const { sdk, contact } = await open()
    sdk.rejectNext('deleteFriend', sdkError(2801))
    await choose(front(contact), 'Delete contact')
    phone.sheet().choose(0)
    await settle()
    expect(phone.toasts).toEqual(['The request timed out. Try again later'])
    expect(titleOf(front(contact))).toBe('Profile')
  })

  test('somebody who is not there any more: a sentence, and a way to try again', async () => {
    const { contact } = await contactPage((sdk) => (sdk.contacts.blocked = ['ghost']))
    await choose(front(contact), 'Blocked')
    await choose(front(contact), 'ghost')
    expect(front(contact).find('tui-empty').text).toContain('User ghost was not found')
  })
})

describe('the own profile', () => {
  const mine = async () => {
    const made = await contactPage((sdk) => sdk.contacts.profiles.set('alice', { nick: 'Alice' }), {
      screen: 'me',
    })
    return { ...made, screen: () => front(made.contact) }
  }

  test('is changed where it stands', async () => {
    const { sdk, screen } = await mine()
    expect(row(screen(), 'Name').attr('value')).toBe('Alice')
    await choose(screen(), 'Gender')
    expect(phone.sheet().items).toEqual(['Male', 'Female', 'Prefer not to say'])
    phone.sheet().choose(1)
    await settle()
    expect(row(screen(), 'Gender').attr('value')).toBe('Female')
    screen().find('picker').fire('change', { value: '2000-01-31' })
    await settle()
    expect(row(screen(), 'Birthday').attr('value')).toBe('2000/1/31')
    await choose(screen(), 'Who can add me')
    phone.sheet().choose(1)
    await settle()
    expect(row(screen(), 'Who can add me').attr('value')).toBe('I have to agree')
    expect(sdk.calls('updateMyProfile')).toEqual([
      [{ gender: 'Gender_Type_Female' }],
      [{ birthday: 20000131 }],
      [{ allowType: 'AllowType_Type_NeedConfirm' }],
    ])
  })

  test('a name is needed, and the words about oneself are not', async () => {
    const { contact, screen } = await mine()
    await choose(screen(), 'Name')
    front(contact).find('input').fire('input', { value: '  ' })
    await settle()
    expect(front(contact).find('tui-button').attr('disabled')).toBe(true)
    await goBack(contact)
    await choose(screen(), 'About')
    expect(front(contact).find('tui-button').attr('disabled')).toBe(false)
  })

  test('a change that is refused says why', async () => {
    const { sdk, screen } = await mine()
    sdk.rejectNext('updateMyProfile', sdkError(40601))
    await choose(screen(), 'Gender')
    phone.sheet().choose(0)
    await settle()
    expect(phone.toasts).toEqual(['That is too long. Make it shorter'])
    expect(row(screen(), 'Gender').attr('value')).toBe('Not set')
  })

  test('the picture is only shown while the host keeps no files, and a tap says so', async () => {
    const { screen } = await mine()
    expect(row(screen(), 'Photo').attr('arrow')).toBe(false)
    await choose(screen(), 'Photo')
    expect(phone.toasts).toEqual(['This mini program does not let you change your picture'])
  })

  describe('with a host that keeps files', () => {
    const kept = (uploadFile: (path: string) => unknown) => {
      setHost({ $chat_uploadFile: uploadFile })
      return mine()
    }

    test('the picture is chosen from the album, and changed to what the host has made of it', async () => {
      const { sdk, screen } = await kept((path) => Promise.resolve(`https://example.com/${path}`))
      phone.picks.media = [{ tempFilePath: 'a.png', size: 10, fileType: 'image' }]
      await choose(screen(), 'Photo')
      expect(sdk.calls('updateMyProfile')).toEqual([[{ avatar: 'https://example.com/a.png' }]])
    })

    test.each([
      ['rejects', () => Promise.reject(new Error('no space'))],
      [
        'throws',
        () => {
          throw new Error('no space')
        },
      ],
      ['gives no address', () => Promise.resolve(undefined)],
    ])('that %s: a sentence, and nothing is changed', async (_how, uploadFile) => {
      const { sdk, screen } = await kept(uploadFile)
      phone.picks.media = [{ tempFilePath: 'a.png', size: 10, fileType: 'image' }]
      await choose(screen(), 'Photo')
      expect(phone.toasts).toEqual(['The upload failed. Try again later'])
      expect(sdk.calls('updateMyProfile')).toEqual([])
    })
  })

  test('the user ID can be copied', async () => {
    const { screen } = await mine()
    await choose(screen(), 'User ID')
    expect(phone.clipboard).toEqual(['alice'])
    expect(phone.toasts).toEqual(['Copied'])
  })
})

test('a screen that is covered is not brought up to date until it is seen again', async () => {
  const { sdk, contact } = await contactPage()
  await choose(front(contact), 'Groups')
  const [below] = contact.all('contact-list')
  const calls = await setDataOf(() => sdk.emit('FRIEND_LIST_UPDATED', [sdkFriend('bob', { nick: 'Bob' })]))
  expect(calls.filter(({ tag }) => tag === 'contact-list')).toEqual([])
  await goBack(contact)
  expect(below && hasRow(below, 'Bob')).toBe(true)
})

test('without an SDK it waits', async () => {
  const contact = mount('components/TUIContact')
  await settle()
  expect(front(contact).has('tui-skeleton')).toBe(true)
})
