import {
  registerHooks,
  registerMessageKind,
  registerMessageMenuItem,
  registerStickers,
  registerTool,
  removeMessageMenuItem,
  sendCustom,
  sendText,
  type MenuSight,
  type MessageKind,
} from './extend'
import { openChat } from './core/actions/open-chat'
import { messageMenu } from './core/registry/message-menu'
import { toolsFor } from './core/registry/input-panel'
import { messageListView } from './core/views/message-list'
import { translator } from './locales/index'
import { C2C, message, state, thread } from './tests/fixtures/builders'
import { testKit, textsOf, type TestKit } from './tests/fixtures/kit'

const t = translator('en')
let chat: TestKit
const undo: (() => void)[] = []

beforeEach(async () => {
  chat = testKit()
  await openChat(chat.kit, C2C)
})
afterEach(() => {
  for (const one of undo.splice(0)) one()
  chat.release()
})

const coupon: MessageKind = {
  kind: 'coupon',
  match: (content) => content.type === 'custom' && content.data.includes('"coupon"'),
  summary: () => '[Coupon]',
  view: () => ({ amount: '20 off' }),
}

const rowOf = () => {
  const content = { type: 'custom', data: '{"businessID":"coupon"}', description: '', extension: '' } as const
  const view = messageListView(state({ messages: { [C2C]: thread([message({ content })]) } }), C2C, t)
  return view.newer[0]?.rows[0]
}

test('a message of a kind of the host is told and shown the way the host says, until it is taken out', () => {
  const remove = registerMessageKind(coupon)
  expect(rowOf()).toMatchObject({ kind: 'coupon', text: '[Coupon]', body: { amount: '20 off' } })
  remove()
  expect(rowOf()).toMatchObject({ text: '[Unsupported message]' })
})

test('the menu gets an entry before another, and loses one', () => {
  undo.push(
    registerMessageMenuItem(
      { id: 'report', label: () => 'Report', icon: 'alert', when: () => true, run: () => undefined },
      'delete',
    ),
    removeMessageMenuItem('forward'),
  )
  const ids = messageMenu().map(({ id }) => id)
  expect(ids.indexOf('report')).toBe(ids.indexOf('delete') - 1)
  expect(ids).not.toContain('forward')
})

test('an entry that throws is not offered, and takes nothing with it', () => {
  const when = (): boolean => {
    throw new Error('of the host')
  }
  undo.push(registerMessageMenuItem({ id: 'bad', label: () => '', icon: '', when, run: () => undefined }))
  const bad = messageMenu().find(({ id }) => id === 'bad')
  expect(bad?.when({} as MenuSight)).toBe(false)
})

test('the panel gets an entry, which sends what it likes', async () => {
  undo.push(
    registerTool({
      id: 'coupon',
      label: () => 'Coupon',
      icon: 'star',
      run: ({ kit, conversationID }) =>
        sendCustom(kit, conversationID, { data: '{"businessID":"coupon"}', description: '', extension: '' }),
    }),
  )
  const tool = toolsFor({ conversationID: C2C, type: 'C2C' }).find(({ id }) => id === 'coupon')
  const sight = { conversationID: C2C, type: 'C2C' } as const
  await tool?.run({ ...sight, kit: chat.kit, t, device: {} as never })
  expect(chat.messages().map(({ content, status }) => [content.type, status])).toEqual([['custom', 'sent']])
})

test('a sticker of the pack of a host is shown', () => {
  undo.push(
    registerStickers({ index: 7, name: 'Cats', stickers: [{ id: 'hi', name: 'Hello', emoji: '👋' }] }),
  )
  const content = { type: 'face', index: 7, data: 'hi' } as const
  const view = messageListView(state({ messages: { [C2C]: thread([message({ content })]) } }), C2C, t)
  expect(view.newer[0]?.rows[0]).toMatchObject({ kind: 'face', body: { emoji: '👋' } })
})

test('a hook changes what goes out, or keeps it back', async () => {
  undo.push(
    registerHooks({
      beforeSend: (outgoing) =>
        outgoing.type !== 'text'
          ? undefined
          : outgoing.text === 'secret'
            ? false
            : { ...outgoing, text: 'x' },
    }),
  )
  await sendText(chat.kit, C2C, 'secret')
  await sendText(chat.kit, C2C, 'hello')
  expect(textsOf(chat.messages())).toEqual(['x'])
})
