import fc from 'fast-check'
import { translator } from '../../locales/index'
import { ME, NOW } from '../../tests/fixtures/builders'
import { hostileMessages, hostileValues } from '../../tests/fixtures/hostile'
import { kindOf } from '../registry/message-kinds'
import { mapMessage } from '../sdk/map'
import { mapReactions } from '../sdk/map-reactions'
import type { Message } from '../store/types'
import { messageRow } from '../views/message-row'
import { BUILT_IN_KINDS } from './built-in'
import { isHidden } from './hidden'

const t = translator('zh-CN')
/** No row carries more than a screen or two of text, in characters as JSON. */
const LARGEST_ROW = 40_000

let made = 0
const messages: fc.Arbitrary<Message> = fc
  .tuple(hostileMessages, hostileValues, hostileValues)
  .map(([source, reactions, progress]) => ({
    ...mapMessage(source, ME),
    id: `row${++made}`,
    reactions: mapReactions(reactions, ME),
    ...(typeof progress === 'number' && { progress }),
  }))

const rowOf = (message: Message, prev?: Message) =>
  messageRow(message, {
    prev,
    receipt: '',
    t,
    now: NOW,
    group: message.conversationID.startsWith('GROUP'),
    me: ME,
  })

test('no kind throws at what a peer made, whether or not it is its own', () => {
  fc.assert(
    fc.property(messages, (message) => {
      for (const { match, summary, view } of BUILT_IN_KINDS) {
        if (!match(message.content)) continue
        expect(typeof summary(message.content, t, message)).toBe('string')
        expect(typeof summary(message.content, t)).toBe('string')
        view?.(message.content, { t, message, me: ME })
      }
      isHidden(message)
    }),
    { numRuns: 3000 },
  )
})

test('every message is a row of plain data of a bearable size, and never blank', () => {
  fc.assert(
    fc.property(messages, messages, (message, prev) => {
      const row = rowOf(message, prev)
      const json = JSON.stringify(row)
      // What is no data would be lost, or come back as something else.
      expect(JSON.parse(json)).toEqual(row)
      expect(json.length).toBeLessThan(LARGEST_ROW)
      expect(row.kind).not.toBe('')
      expect(row.body !== undefined || row.text.trim() !== '' || message.content.type === 'text').toBe(true)
    }),
    { numRuns: 3000 },
  )
})

test('what can be tapped leads into the web, calls or writes: nothing else', () => {
  fc.assert(
    fc.property(messages, (message) => {
      const row = rowOf(message)
      const body = (row.body ?? {}) as { link?: string; image?: string; url?: string }
      for (const address of [body.link, body.image, body.url])
        if (address) expect(address).toMatch(/^(https?|wxfile|blob):/i)
    }),
    { numRuns: 2000 },
  )
})

test('10 MB in any field is mapped, told and shown in a moment', () => {
  const huge = 'x1 @.'.repeat(2_000_000)
  const sources: Record<string, object> = {
    TIMTextElem: { text: huge },
    TIMFileElem: { fileName: huge, fileUrl: huge },
    TIMCustomElem: { data: `{"businessID":"order","title":"${huge}"}`, description: huge, extension: huge },
    TIMFaceElem: { data: huge },
    TIMLocationElem: { description: huge },
    TIMRelayElem: { title: huge, abstractList: [huge, huge] },
    TIMGroupTipElem: { operationType: 1, memberList: [{ userID: huge, nick: huge }] },
    TIMGroupSystemNoticeElem: { operationType: 255, handleMessage: huge },
  }
  for (const [type, payload] of Object.entries(sources)) {
    const fields = { type, payload, nick: huge, cloudCustomData: huge, conversationID: 'C2Cbob', from: 'bob' }
    const started = performance.now()
    const message: Message = { ...mapMessage(fields as never, ME), id: type }
    const row = rowOf(message)
    expect(kindOf(message.content).summary(message.content, t, message).length).toBeLessThan(LARGEST_ROW)
    expect(JSON.stringify(row).length).toBeLessThan(LARGEST_ROW)
    expect(performance.now() - started).toBeLessThan(1000)
  }
})
