import { C2C, GROUP, ME, sdkConversation, sdkMessage } from '../../tests/fixtures/builders'
import { createFakeSdk } from '../../tests/fixtures/fake-sdk'
import { MESSAGE_GONE } from '../store/codes'
import { createChatSdk } from './facade'

function facade(options: Parameters<typeof createFakeSdk>[0] = {}) {
  const fake = createFakeSdk(options)
  return { fake, sdk: createChatSdk(fake.instance, fake.namespace) }
}

test('the user is empty before the login', () => {
  expect(facade({ userID: '', ready: false }).sdk.userID()).toBe('')
  expect(facade().sdk.userID()).toBe(ME)
  expect(facade({ ready: false }).sdk.isReady()).toBe(false)
})

describe('the time', () => {
  const onServer = (time: number, options?: Parameters<typeof createFakeSdk>[0]) => {
    const { fake, sdk } = facade(options)
    fake.instance.getServerTime = () => time
    return sdk.now()
  }

  test("is the server's, once it is known", () => {
    expect(onServer(1000)).toBe(1000)
    expect(onServer(1000, { ready: false })).toBeGreaterThan(1000)
  })

  test("is the phone's with an SDK that does not tell the server's", () => {
    const { fake } = facade()
    const instance = { ...fake.instance, getServerTime: undefined }
    expect(createChatSdk(instance, fake.namespace).now()).toBeGreaterThan(1000)
  })
})

describe('local ids', () => {
  test('are the same for the same message, wherever it comes from', async () => {
    const { fake, sdk } = facade()
    const received: string[] = []
    sdk.listen((event) => {
      if (event.type === 'received') received.push(...event.messages.map(({ id }) => id))
    })
    const source = sdkMessage()
    fake.historyOf(C2C).push(source)
    fake.emit('MESSAGE_RECEIVED', [source])
    const page = await sdk.history(C2C, '')
    expect(page.messages.map(({ id }) => id)).toEqual(received)
  })

  test('differ between messages', async () => {
    const { fake, sdk } = facade()
    fake.historyOf(C2C).push(...Array.from({ length: 15 }, () => sdkMessage()))
    const { messages } = await sdk.history(C2C, '')
    expect(new Set(messages.map(({ id }) => id)).size).toBe(15)
  })

  test('stay when the SDK gives a sent message another ID', async () => {
    const { fake, sdk } = facade()
    const created = sdk.createText(C2C, 'hi')
    fake.resolveNext('sendMessage', { message: sdkMessage({ ID: 'final', from: ME }) })
    const sent = await sdk.send(created)
    expect(sent).toMatchObject({ ID: 'final', id: created.id })
    fake.historyOf(C2C).push(sdkMessage({ ID: 'final', from: ME }))
    expect((await sdk.history(C2C, '')).messages[0]?.id).toBe(created.id)
  })
})

describe('history', () => {
  test('is read page by page until it is complete', async () => {
    const { fake, sdk } = facade()
    fake.historyOf(C2C).push(...Array.from({ length: 20 }, (_, at) => sdkMessage({ ID: `h${at}` })))
    const newest = await sdk.history(C2C, '')
    expect(newest).toMatchObject({ cursor: 'h5', complete: false })
    expect(newest.messages[14]?.ID).toBe('h19')
    const oldest = await sdk.history(C2C, newest.cursor)
    expect(oldest).toMatchObject({ cursor: '', complete: true })
    expect(oldest.messages.map(({ ID }) => ID)).toEqual(['h0', 'h1', 'h2', 'h3', 'h4'])
    expect(fake.calls('getMessageList')).toEqual([
      [{ conversationID: C2C }],
      [{ conversationID: C2C, nextReqMessageID: 'h5' }],
    ])
  })

  test('leaves out what the SDK still has in memory although it was deleted', async () => {
    const { fake, sdk } = facade()
    fake.historyOf(C2C).push(sdkMessage({ isDeleted: true }), sdkMessage({ ID: 'there' }))
    expect((await sdk.history(C2C, '')).messages.map(({ ID }) => ID)).toEqual(['there'])
  })
})

describe('sending', () => {
  test('a text is made for its conversation and not sent yet', () => {
    const { fake, sdk } = facade()
    const create = jest.spyOn(fake.instance, 'createTextMessage')
    expect(sdk.createText(GROUP, 'hi')).toMatchObject({
      conversationID: GROUP,
      own: true,
      status: 'sending',
      content: { type: 'text', text: 'hi' },
    })
    expect(create).toHaveBeenCalledWith({ to: 'team', conversationType: 'GROUP', payload: { text: 'hi' } })
    expect(fake.calls('sendMessage')).toHaveLength(0)
    expect(() => sdk.createText('nothing', 'hi')).toThrow('nothing')
  })

  test('one that failed is sent again with resendMessage, and with the very message of the SDK', async () => {
    const { fake, sdk } = facade()
    const created = sdk.createText(C2C, 'hi')
    fake.rejectNext('sendMessage', new Error('offline'))
    await expect(sdk.send(created)).rejects.toThrow('offline')
    const again = await sdk.send({ ...created, status: 'failed' })
    expect(again).toMatchObject({ id: created.id, status: 'sent' })
    expect(fake.calls('resendMessage')[0]?.[0]).toBe(fake.calls('sendMessage')[0]?.[0])
  })

  test('a failed one is not forgotten when it fails again', async () => {
    const { fake, sdk } = facade()
    const created = sdk.createText(C2C, 'hi')
    fake.rejectNext('sendMessage', new Error('offline'))
    fake.rejectNext('resendMessage', new Error('offline'))
    await expect(sdk.send(created)).rejects.toThrow()
    await expect(sdk.send({ ...created, status: 'failed' })).rejects.toThrow()
    await expect(sdk.send({ ...created, status: 'failed' })).resolves.toMatchObject({ status: 'sent' })
  })
})

test('what the SDK does not have in memory is an error with a code', async () => {
  const { sdk } = facade()
  const created = { ...sdk.createText(C2C, 'hi'), ID: 'gone' }
  await expect(sdk.revoke(created)).rejects.toMatchObject({ code: MESSAGE_GONE })
  await expect(sdk.remove([created])).rejects.toMatchObject({ code: MESSAGE_GONE })
})

test('another account finds nothing of what the one before it had written', async () => {
  const { sdk } = facade()
  const mine = sdk.createText(C2C, 'secret')
  sdk.forget()
  await expect(sdk.send(mine)).rejects.toMatchObject({ code: MESSAGE_GONE })
})

test('a revoked message knows that this user did it', async () => {
  const { sdk } = facade()
  const sent = await sdk.send(sdk.createText(C2C, 'hi'))
  await expect(sdk.revoke(sent)).resolves.toMatchObject({ id: sent.id, revoked: true, revoker: ME })
})

test('a message is removed with the one call', async () => {
  const { fake, sdk } = facade()
  const sent = await sdk.send(sdk.createText(C2C, 'hi'))
  await sdk.remove([sent])
  expect(fake.calls('deleteMessage')).toHaveLength(1)
})

describe('conversations', () => {
  test('come with whether the first sync is over', async () => {
    const { fake, sdk } = facade()
    fake.conversations.push(sdkConversation(), sdkConversation({ conversationID: 'nothing' }))
    await expect(sdk.conversations()).resolves.toMatchObject({
      list: [{ conversationID: C2C }],
      synced: true,
    })
    fake.resolveNext('getConversationList', { conversationList: [], isSyncCompleted: false })
    await expect(sdk.conversations()).resolves.toEqual({ list: [], synced: false })
  })

  test('one that is not in the answer is none', async () => {
    const { fake, sdk } = facade()
    await expect(sdk.conversation(C2C)).resolves.toMatchObject({ conversationID: C2C })
    fake.resolveNext('getConversationProfile', {})
    await expect(sdk.conversation(C2C)).resolves.toBeUndefined()
  })

  test('a user exists if the answer has that very ID', async () => {
    const { sdk } = facade()
    await expect(sdk.userExists('bob')).resolves.toBe(true)
    await expect(sdk.userExists('nobody')).resolves.toBe(false)
  })

  test('are reported as read', async () => {
    const { fake, sdk } = facade()
    await sdk.markRead(C2C)
    expect(fake.calls('setMessageRead')).toEqual([[{ conversationID: C2C }]])
  })
})
