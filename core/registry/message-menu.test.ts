import { translator } from '../../locales/index'
import { GROUP, message, NOW, NOW_S } from '../../tests/fixtures/builders'
import type { MenuContext, MenuSight } from '../menu/entry'
import { NO_ABILITIES } from '../store/state'
import type { Message } from '../store/types'
import {
  messageMenu,
  registerMessageMenuItem,
  removeMessageMenuItem,
  runMenuItem,
  type MessageMenuItem,
} from './message-menu'

const ALL = { reactions: true, translation: true, transcription: true, marks: true, presence: true }

const sight = (fields: Partial<Message>, more: Partial<MenuSight> = {}): MenuSight => ({
  message: message(fields),
  conversationID: fields.conversationID ?? 'C2Cbob',
  group: false,
  role: undefined,
  pinned: false,
  now: NOW,
  earpiece: false,
  abilities: NO_ABILITIES,
  readOnly: false,
  ...more,
})

const offered = (fields: Partial<Message>, more: Partial<MenuSight> = {}): string[] =>
  messageMenu()
    .filter((item) => item.when(sight(fields, more)))
    .map(({ id }) => id)

const picture = { url: 'https://a.b/p.jpg', width: 1, height: 1 }
const image: Partial<Message> = {
  content: { type: 'image', original: picture, large: picture, thumbnail: picture },
}
const audio: Partial<Message> = { content: { type: 'audio', url: 'https://a.b/v.mp3', seconds: 3 } }
const tip: Partial<Message> = {
  content: {
    type: 'systemNotice',
    operation: 1,
    operator: { userID: '', name: '', self: false },
    groupID: 'g',
    groupName: '',
    words: '',
  },
}

describe('what is offered for', () => {
  test.each<[string, Partial<Message>, Partial<MenuSight>, string[]]>([
    ['a text of the peer', {}, {}, ['copy', 'quote', 'forward', 'selectText', 'select', 'delete']],
    [
      'an own text of just now',
      { own: true },
      {},
      ['copy', 'quote', 'forward', 'edit', 'revoke', 'selectText', 'select', 'delete'],
    ],
    [
      'an own text of two minutes ago',
      { own: true, time: NOW_S - 120 },
      {},
      ['copy', 'quote', 'forward', 'edit', 'selectText', 'select', 'delete'],
    ],
    ['an own text that is being sent', { own: true, status: 'sending' }, {}, ['copy', 'selectText']],
    [
      'an own text that failed',
      { own: true, status: 'failed' },
      {},
      ['copy', 'selectText', 'select', 'delete'],
    ],
    [
      'a text where nobody can write',
      {},
      { readOnly: true },
      ['copy', 'forward', 'selectText', 'select', 'delete'],
    ],
    ['a picture', image, {}, ['quote', 'forward', 'save', 'select', 'delete']],
    [
      'a picture without an address',
      { content: { type: 'other', sdkType: 'x' } },
      {},
      ['quote', 'select', 'delete'],
    ],
    ['a voice message', audio, {}, ['quote', 'forward', 'earpiece', 'select', 'delete']],
    ['a line in the middle', tip, {}, ['delete']],
  ])('%s', (_name, fields, more, items) => expect(offered(fields, more)).toEqual(items))

  test('a text, with a plan that translates; what was translated can be put away', () => {
    expect(offered({}, { abilities: ALL })).toContain('translate')
    const translated = offered({ translation: { phase: 'ready', text: 'x' } }, { abilities: ALL })
    expect(translated).toContain('hideTranslation')
    expect(translated).not.toContain('translate')
  })

  test('a voice message, with a plan that writes it down, at the ear', () => {
    const items = offered(audio, { abilities: ALL, earpiece: true })
    expect(items).toEqual(expect.arrayContaining(['transcribe', 'speaker']))
    expect(items).not.toContain('earpiece')
    expect(offered({ ...audio, transcript: { phase: 'failed', text: '' } }, { abilities: ALL })).toContain(
      'hideTranscript',
    )
  })

  test('a message of a group: whoever leads it may recall and pin it, at any time', () => {
    const old = { conversationID: GROUP, time: NOW_S - 9999 }
    const as = (role: MenuSight['role'], more: Partial<MenuSight> = {}): string[] =>
      offered(old, { group: true, role, ...more })
    for (const role of ['owner', 'admin'] as const)
      expect(as(role)).toEqual(expect.arrayContaining(['revoke', 'pin']))
    for (const role of ['member', undefined] as const) {
      expect(as(role)).not.toContain('revoke')
      expect(as(role)).not.toContain('pin')
    }
    expect(as('owner', { pinned: true })).toEqual(expect.arrayContaining(['unpin']))
    expect(as('owner', { pinned: true })).not.toContain('pin')
  })

  test('an own message of a group that counts its readers', () => {
    const counted = { conversationID: GROUP, own: true, readers: { read: 1, unread: 2 } }
    expect(offered(counted, { group: true })).toContain('readers')
    expect(offered({ ...counted, readers: undefined }, { group: true })).not.toContain('readers')
    expect(offered({ ...counted, own: false }, { group: true })).not.toContain('readers')
  })
})

describe('an entry of the host', () => {
  const ids = (): string[] => messageMenu().map(({ id }) => id)
  const entry = (fields: Partial<MessageMenuItem> = {}): MessageMenuItem => ({
    id: 'report',
    label: () => 'Report',
    icon: 'alert',
    when: () => true,
    run: () => undefined,
    ...fields,
  })
  const usual = ids()
  afterEach(() => expect(ids()).toEqual(usual))

  test('stands at the end, or before another one, until it is taken out', () => {
    const last = registerMessageMenuItem(entry())
    expect(ids().slice(-1)).toEqual(['report'])
    last()
    const first = registerMessageMenuItem(entry(), 'copy')
    expect(ids()[0]).toBe('report')
    first()
  })

  test('takes the place of a built-in one of the same id', () => {
    const undo = registerMessageMenuItem(entry({ id: 'copy', label: () => 'Mine' }))
    expect(ids()).toEqual(usual)
    expect(messageMenu()[0]?.label(translator('en'))).toBe('Mine')
    undo()
    expect(messageMenu()[0]?.label(translator('en'))).toBe('Copy')
  })

  test('that throws is not offered, and its failure is told to the host only', async () => {
    const told: unknown[] = []
    const kit = { reportQuietly: (error: unknown) => told.push(error) }
    const context = { ...sight({}), kit } as unknown as MenuContext
    const shown = (): boolean =>
      messageMenu()
        .find(({ id }) => id === 'report')
        ?.when(context) ?? false
    const throwing = registerMessageMenuItem(entry({ when: () => JSON.parse('{') as boolean }))
    expect(shown()).toBe(false)
    throwing()
    const failing = registerMessageMenuItem(entry({ run: () => Promise.reject(new Error('no')) }))
    await runMenuItem('report', context)
    expect(told).toEqual([{ code: 0, op: 'menu.report', retryable: false, cause: 'Error: no' }])
    failing()
  })

  test('a built-in one can be taken out, and comes back where it was', () => {
    const back = removeMessageMenuItem('quote')
    expect(ids()).not.toContain('quote')
    back()
    expect(ids()).toEqual(usual)
    removeMessageMenuItem('no such entry')()
  })

  test('does nothing once it does not fit the message any more', async () => {
    const runs: string[] = []
    const undo = registerMessageMenuItem(
      entry({ when: (seen) => !seen.message.own, run: ({ message: { id } }) => void runs.push(id) }),
    )
    await runMenuItem('report', { ...sight({ own: true }) } as MenuContext)
    await runMenuItem('nothing', { ...sight({}) } as MenuContext)
    expect(runs).toEqual([])
    undo()
  })
})
