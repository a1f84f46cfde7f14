import { join } from 'node:path'
import { compileFunction } from 'node:vm'
import { buildSync } from 'esbuild'
import { openChat } from '../../core/actions/open-chat'
import { messageMenu } from '../../core/registry/message-menu'
import { runTool, toolsFor } from '../../core/registry/input-panel'
import type { Message } from '../../core/store/types'
import { messageListView } from '../../core/views/message-list'
import * as extend from '../../extend'
import { C2C, GROUP, ME } from '../fixtures/builders'
import { testKit, textsOf, type TestKit } from '../fixtures/kit'

/** What a host gets from `example/extensions`. */
interface Examples {
  addExamples(door: typeof extend): () => void
  onCard(kind: string, ID: string, line?: string): Promise<unknown>
}

function load(): Examples {
  const { outputFiles } = buildSync({
    entryPoints: [join(__dirname, '../../example/extensions/index.js')],
    bundle: true,
    format: 'cjs',
    write: false,
  })
  const loaded = { exports: {} as Examples }
  const run = compileFunction(outputFiles[0]?.text ?? '', ['module', 'wx']) as (...given: object[]) => void
  run(loaded, dialog)
  return loaded.exports
}

/** What the user answers to `wx.showModal`. */
let answer = { confirm: true, content: '' }
const dialog = { showModal: (options: { success(given: object): void }) => options.success(answer) }

const examples = load()
let chat: TestKit
let takeOut: () => void
const toasts: string[] = []

beforeEach(async () => {
  chat = testKit()
  takeOut = examples.addExamples(extend)
  toasts.length = 0
  await openChat(chat.kit, C2C)
  await openChat(chat.kit, GROUP)
})
afterEach(() => {
  takeOut()
  chat.release()
})

const send = async (json: object, conversationID = C2C): Promise<void> => {
  const body = { data: JSON.stringify(json), description: '', extension: '', extensible: true }
  await extend.sendCustom(chat.kit, conversationID, body)
}

const newest = (): Message => {
  const all = chat.messages()
  const message = all[all.length - 1]
  if (!message) throw new Error('nothing was sent')
  return message
}

interface Card {
  ID: string
  title: string
  lines: { id: string; text: string; mine: boolean; count: string; percent: number }[]
  note: string
  action: string
}
const row = () => {
  const pages = messageListView(chat.kit.store.get(), C2C, chat.kit.t()).newer
  const rows = pages[pages.length - 1]?.rows ?? []
  return rows[rows.length - 1]
}
const card = (): Card => row()?.body as Card

/** Somebody else puts something beside the newest message. */
const others = (values: Record<string, string>): void =>
  chat.sdk.emit('MESSAGE_EXTENSIONS_UPDATED', {
    messageID: newest().ID,
    extensions: Object.entries(values).map(([key, value]) => ({ key, value })),
  })

const LUNCH = { businessID: 'poll', title: 'Lunch?', options: ['Noodles', 'Rice'] }

test('a poll counts the votes of all, and shows whose is one’s own', async () => {
  await send(LUNCH)
  expect(row()).toMatchObject({ kind: 'poll', bare: true, text: '[投票] Lunch?' })
  expect(card()).toMatchObject({ title: 'Lunch?', note: '还没有人投票' })
  others({ bob: '1', carol: '1', mallory: '99', eve: 'x' })
  await examples.onCard('poll', card().ID, '0')
  expect(card().lines).toEqual([
    { id: '0', text: 'Noodles', mine: true, count: '1 票', percent: 33 },
    { id: '1', text: 'Rice', mine: false, count: '2 票', percent: 67 },
  ])
  expect(Object.fromEntries(chat.sdk.extensionsOf(newest().ID))).toEqual({ [ME]: '0' })
})

test('a vote is changed, and taken back by the same tap', async () => {
  await send(LUNCH)
  await examples.onCard('poll', card().ID, '0')
  await examples.onCard('poll', card().ID, '1')
  expect(card().lines.map(({ mine }) => mine)).toEqual([false, true])
  await examples.onCard('poll', card().ID, '1')
  expect(card().note).toBe('还没有人投票')
  expect(chat.sdk.extensionsOf(newest().ID).size).toBe(0)
})

test('a sign-up lists who takes part, until they do not any more', async () => {
  await send({ businessID: 'sign_up', title: 'Football, Sunday' })
  others({ bob: 'Bob' })
  await examples.onCard('sign-up', card().ID)
  expect(card()).toMatchObject({ note: '2 人已接龙', action: '不参加了' })
  expect(card().lines.map(({ text }) => text)).toEqual(['1. Bob', '2. alice'])
  await examples.onCard('sign-up', card().ID)
  expect(card().lines.map(({ text }) => text)).toEqual(['1. Bob'])
})

test.each([
  ['no options', { businessID: 'poll' }],
  ['options of other types', { businessID: 'poll', options: [{}, 1, null] }],
  ['too much', { businessID: 'poll', title: { a: 1 }, options: Array(50).fill('x'.repeat(50)) }],
  ['a number for a title', { businessID: 'sign_up', title: 7 }],
  ['nothing', null],
])('what a peer sends in their place does no harm: %s', async (_name, json) => {
  await send(json as never)
  expect(() => row()).not.toThrow()
  const lines = (card() as Card | undefined)?.lines ?? []
  expect(lines.length).toBeLessThanOrEqual(9)
})

describe('the panel', () => {
  const idsFor = (conversationID: string, type: 'C2C' | 'GROUP') =>
    toolsFor({ conversationID, type }).map(({ id }) => id)
  const run = (id: string, conversationID: string, type: 'C2C' | 'GROUP') =>
    runTool(id, {
      conversationID,
      type,
      kit: chat.kit,
      t: chat.kit.t(),
      device: { toast: (text: string) => toasts.push(text) } as never,
    })

  test('has an order for customers, and for groups what groups need', () => {
    expect(idsFor(C2C, 'C2C')).toEqual(expect.arrayContaining(['poll', 'order']))
    expect(idsFor(GROUP, 'GROUP')).toEqual(expect.arrayContaining(['poll', 'sign-up', 'flower']))
    expect(idsFor(GROUP, 'GROUP')).not.toContain('order')
  })

  test('sends an order as the kit shows it', async () => {
    await run('order', C2C, 'C2C')
    expect(row()).toMatchObject({ kind: 'order', body: { title: '手冲咖啡壶', price: '¥268' } })
  })

  test('asks what is to be voted on', async () => {
    answer = { confirm: true, content: 'Lunch? Noodles Rice' }
    await run('poll', C2C, 'C2C')
    expect(card()).toMatchObject({ title: 'Lunch?', lines: [{ text: 'Noodles' }, { text: 'Rice' }] })
    expect(newest().extensible).toBe(true)
    answer = { confirm: true, content: 'Lunch?' }
    await run('poll', C2C, 'C2C')
    expect(toasts).toEqual(['至少写两个选项'])
  })

  test('counts flowers for the whole group', async () => {
    await run('flower', GROUP, 'GROUP')
    await run('flower', GROUP, 'GROUP')
    expect(toasts[1]).toBe('这个群收到 2 朵花')
  })
})

test('the menu has an entry of the host, and a hook keeps a secret back', async () => {
  expect(messageMenu().map(({ id }) => id)).toContain('report')
  await extend.sendText(chat.kit, C2C, '我的银行卡密码是')
  expect(textsOf(chat.messages())).toEqual([])
})

test('everything of it is taken out again', () => {
  takeOut()
  expect(messageMenu().map(({ id }) => id)).not.toContain('report')
  expect(toolsFor({ conversationID: C2C, type: 'C2C' }).map(({ id }) => id)).not.toContain('poll')
})
