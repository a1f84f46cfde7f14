import { C2C, GROUP, ME, PEER, sdkMessage } from '../../tests/fixtures/builders'
import { sdkError } from '../../tests/fixtures/fake-sdk'
import { settle, testKit, textsOf, type TestKit } from '../../tests/fixtures/kit'
import { deleteMessage } from './delete-message'
import { openChat } from './open-chat'
import { resend } from './resend'
import { revoke } from './revoke'
import { sendText } from './send-text'

let chat: TestKit
beforeEach(async () => {
  chat = testKit()
  chat.sdk.historyOf(C2C).push(sdkMessage({ payload: { text: 'hello' } }))
  await openChat(chat.kit, C2C)
})
afterEach(() => chat.release())

const newest = () => {
  const all = chat.messages()
  const row = all[all.length - 1]
  if (!row) throw new Error('no message')
  return row
}
const failed = async (text = 'hi') => {
  chat.sdk.rejectNext('sendMessage', sdkError(2801, 'timeout'))
  await sendText(chat.kit, C2C, text)
  return newest()
}

describe('sending a text', () => {
  test('shows it at once, before the SDK has answered', async () => {
    const held = chat.sdk.hold('sendMessage')
    const sent = sendText(chat.kit, C2C, 'hi')
    await settle()
    expect(newest()).toMatchObject({ own: true, status: 'sending', content: { type: 'text', text: 'hi' } })
    held.pass()
    await expect(sent).resolves.toEqual({ ok: true, value: undefined })
  })

  test('keeps the row when the answer brings another ID', async () => {
    const held = chat.sdk.hold('sendMessage')
    const sent = sendText(chat.kit, C2C, 'hi')
    await settle()
    const { id } = newest()
    held.resolve({ message: sdkMessage({ ID: 'final', from: ME, payload: { text: 'hi' } }) })
    await sent
    expect(newest()).toMatchObject({ id, ID: 'final', status: 'sent' })
    expect(chat.messages()).toHaveLength(2)
  })

  test('that fails leaves a failed row with the reason, and tells the host', async () => {
    const row = await failed()
    expect(row).toMatchObject({ status: 'failed', error: { code: 2801, op: 'sendMessage', retryable: true } })
    expect(chat.errors).toEqual([row.error])
    // Its row shows it: no notice on top.
    expect(chat.kit.store.get().notice).toBeUndefined()
  })

  test('says how it ended', async () => {
    chat.sdk.rejectNext('sendMessage', sdkError(20007, 'blocked'))
    await expect(sendText(chat.kit, C2C, 'hi')).resolves.toMatchObject({ ok: false, error: { code: 20007 } })
  })

  test('several at once end each in its own row', async () => {
    const held = ['a', 'b', 'c'].map((text) => {
      const call = chat.sdk.hold('sendMessage')
      void sendText(chat.kit, C2C, text)
      return call
    })
    await settle()
    held[2]?.pass()
    held[0]?.reject(sdkError(2801))
    held[1]?.pass()
    await settle()
    expect(textsOf(chat.messages())).toEqual(['hello', 'a', 'b', 'c'])
    expect(chat.messages().map(({ status }) => status)).toEqual(['sent', 'failed', 'sent', 'sent'])
  })

  test('takes the space around it away', async () => {
    await sendText(chat.kit, C2C, '  hi\nthere \n')
    expect(newest().content).toEqual({ type: 'text', text: 'hi\nthere' })
  })

  test.each(['', '   ', '\n\t', '\u200b', '\u2060 \ufeff', '\u202e'])(
    'that has nothing to see sends nothing (%j)',
    async (text) => {
      await expect(sendText(chat.kit, C2C, text)).resolves.toEqual({ ok: true, value: undefined })
      expect(chat.sdk.calls('sendMessage')).toHaveLength(0)
      expect(chat.messages()).toHaveLength(1)
    },
  )

  test('keeps joined emoji together', async () => {
    await sendText(chat.kit, C2C, '👨‍👩‍👧')
    expect(newest().content).toEqual({ type: 'text', text: '👨‍👩‍👧' })
  })

  test('that cannot even be made is a notice', async () => {
    await expect(sendText(chat.kit, 'nothing', 'hi')).resolves.toMatchObject({ ok: false })
    expect(chat.kit.store.get().notice?.error.op).toBe('createTextMessage')
    expect(chat.errors).toHaveLength(1)
  })

  test('of which the peer reads it before the answer comes stays read', async () => {
    const held = chat.sdk.hold('sendMessage')
    const sent = sendText(chat.kit, C2C, 'hi')
    await settle()
    chat.sdk.emit('MESSAGE_READ_BY_PEER', [sdkMessage({ ID: newest().ID, from: ME, isPeerRead: true })])
    expect(newest().peerRead).toBe(true)
    held.resolve({ message: sdkMessage({ ID: newest().ID, from: ME, isPeerRead: false }) })
    await sent
    expect(newest()).toMatchObject({ status: 'sent', peerRead: true })
  })

  test('of which the user leaves the account in between shows nothing to the next one', async () => {
    const held = chat.sdk.hold('sendMessage')
    const sent = sendText(chat.kit, C2C, 'secret')
    await settle()
    chat.sdk.becomeReady('mallory')
    held.pass()
    await sent
    expect(chat.kit.store.get().messages).toEqual({})
  })
})

describe('sending again', () => {
  test('keeps the place and the row', async () => {
    const row = await failed('first')
    await sendText(chat.kit, C2C, 'second')
    await resend(chat.kit, C2C, row.id)
    expect(textsOf(chat.messages())).toEqual(['hello', 'first', 'second'])
    expect(chat.messages()[1]).toMatchObject({ id: row.id, status: 'sent' })
    expect(chat.messages()[1]?.error).toBeUndefined()
    expect(chat.sdk.calls('resendMessage')).toHaveLength(1)
  })

  test('shows it as being sent, without the old reason', async () => {
    const row = await failed()
    const held = chat.sdk.hold('resendMessage')
    const again = resend(chat.kit, C2C, row.id)
    expect(newest()).toMatchObject({ status: 'sending', error: undefined })
    held.pass()
    await again
  })

  test('twice, by a double tap, sends it once', async () => {
    const row = await failed()
    await Promise.all([resend(chat.kit, C2C, row.id), resend(chat.kit, C2C, row.id)])
    expect(chat.sdk.calls('resendMessage')).toHaveLength(1)
    expect(chat.messages()).toHaveLength(2)
  })

  test('may fail again, and then be tried again', async () => {
    const row = await failed()
    chat.sdk.rejectNext('resendMessage', sdkError(2800))
    await resend(chat.kit, C2C, row.id)
    expect(newest()).toMatchObject({ status: 'failed', error: { code: 2800 } })
    await resend(chat.kit, C2C, row.id)
    expect(newest()).toMatchObject({ id: row.id, status: 'sent' })
  })

  test('does nothing for a message that did not fail, or is not there', async () => {
    await resend(chat.kit, C2C, newest().id)
    await resend(chat.kit, C2C, 'nothing')
    await resend(chat.kit, GROUP, 'nothing')
    expect(chat.sdk.calls('resendMessage')).toHaveLength(0)
  })
})

describe('revoking', () => {
  test('turns the own message into a notice of this user', async () => {
    await sendText(chat.kit, C2C, 'oops')
    const { id } = newest()
    await expect(revoke(chat.kit, C2C, id)).resolves.toEqual({ ok: true, value: undefined })
    expect(newest()).toMatchObject({
      id,
      revoked: true,
      revoker: ME,
      content: { type: 'text', text: 'oops' },
    })
  })

  test('that the server refuses leaves the message, shows a notice and tells the host', async () => {
    await sendText(chat.kit, C2C, 'oops')
    const before = newest()
    chat.sdk.rejectNext('revokeMessage', sdkError(20016, 'too late'))
    await expect(revoke(chat.kit, C2C, before.id)).resolves.toMatchObject({
      ok: false,
      error: { code: 20016 },
    })
    expect(newest()).toBe(before)
    expect(chat.kit.store.get().notice?.error.code).toBe(20016)
    expect(chat.errors).toHaveLength(1)
  })

  test('the same refusal twice is two notices', async () => {
    await sendText(chat.kit, C2C, 'oops')
    const notices = []
    for (let i = 0; i < 2; i++) {
      chat.sdk.rejectNext('revokeMessage', sdkError(20016))
      await revoke(chat.kit, C2C, newest().id)
      notices.push(chat.kit.store.get().notice?.id)
    }
    expect(notices[0]).not.toBe(notices[1])
  })

  test('asks nothing for a message that was not sent, is revoked or is not there', async () => {
    const row = await failed()
    await revoke(chat.kit, C2C, row.id)
    await sendText(chat.kit, C2C, 'oops')
    await revoke(chat.kit, C2C, newest().id)
    await revoke(chat.kit, C2C, newest().id)
    await revoke(chat.kit, C2C, 'nothing')
    expect(chat.sdk.calls('revokeMessage')).toHaveLength(1)
  })

  test('that the event told first changes nothing more', async () => {
    await sendText(chat.kit, C2C, 'oops')
    const held = chat.sdk.hold('revokeMessage')
    const revoking = revoke(chat.kit, C2C, newest().id)
    await settle()
    chat.sdk.emit('MESSAGE_REVOKED', [
      sdkMessage({ ID: newest().ID, from: ME, isRevoked: true, revoker: ME, revokerInfo: { nick: 'Alice' } }),
    ])
    const told = newest()
    held.pass()
    await revoking
    expect(newest()).toBe(told)
  })
})

describe('deleting', () => {
  test('removes the row', async () => {
    await deleteMessage(chat.kit, C2C, newest().id)
    expect(chat.messages()).toEqual([])
  })

  test('removes a failed one as well', async () => {
    const row = await failed()
    await deleteMessage(chat.kit, C2C, row.id)
    expect(textsOf(chat.messages())).toEqual(['hello'])
  })

  test('that fails keeps the row, shows a notice and tells the host', async () => {
    const before = newest()
    chat.sdk.rejectNext('deleteMessage', sdkError(2801))
    await expect(deleteMessage(chat.kit, C2C, before.id)).resolves.toMatchObject({ ok: false })
    expect(newest()).toBe(before)
    expect(chat.kit.store.get().notice?.error.op).toBe('deleteMessage')
    expect(chat.errors).toHaveLength(1)
  })

  test('of what is not there asks nothing', async () => {
    await expect(deleteMessage(chat.kit, C2C, 'nothing')).resolves.toMatchObject({ ok: true })
    await expect(deleteMessage(chat.kit, `C2C${PEER}2`, 'nothing')).resolves.toMatchObject({ ok: true })
    expect(chat.sdk.calls('deleteMessage')).toHaveLength(0)
  })
})
