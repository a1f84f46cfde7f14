import { chatError, conversation, last } from '../../tests/fixtures/builders'
import { deepFreeze } from '../../tests/fixtures/deep-freeze'
import { beginChange, endChange, putConversation, replaceList } from './conversations'
import type { ConversationsSlice } from './state'
import type { Conversation } from './types'

const slice = (list: Conversation[], fields: Partial<ConversationsSlice> = {}): ConversationsSlice =>
  deepFreeze({ phase: 'ready', list, ...fields })

const copy = (source: Conversation): Conversation => JSON.parse(JSON.stringify(source)) as Conversation
const bob = conversation({ conversationID: 'C2Cbob' })
const carol = conversation({ conversationID: 'C2Ccarol' })
const team = conversation({ conversationID: 'GROUPteam' })

describe('the list of the SDK', () => {
  test('is taken over in its order', () => {
    expect(replaceList(slice([bob, carol]), [team, bob, carol], true).list).toEqual([team, bob, carol])
  })

  test('changes nothing when nothing changed, although every object in it is another', () => {
    const before = slice([bob, carol, team])
    expect(replaceList(before, [bob, carol, team].map(copy), true)).toBe(before)
  })

  test('keeps the identity of every conversation that is the same', () => {
    const before = slice([bob, carol, team])
    const after = replaceList(before, [copy(bob), { ...copy(carol), unread: 1 }, copy(team)], true)
    expect(after.list[0]).toBe(bob)
    expect(after.list[1]).toMatchObject({ unread: 1 })
    expect(after.list[2]).toBe(team)
  })

  test('keeps identity also when the order changes or one is gone', () => {
    const moved = replaceList(slice([bob, carol]), [copy(carol), copy(bob)], true)
    expect(moved.list[0]).toBe(carol)
    expect(moved.list[1]).toBe(bob)
    const gone = replaceList(slice([bob, carol]), [copy(carol)], true)
    expect(gone.list).toEqual([carol])
    expect(gone.list[0]).toBe(carol)
  })

  test.each<[string, Partial<Conversation>]>([
    ['name', { name: 'Bobby' }],
    ['avatar', { avatar: 'https://example.com/b.png' }],
    ['unread count', { unread: 2 }],
    ['pin', { pinned: true }],
    ['do not disturb', { muted: true }],
    ['newest message', { last: last({ content: { type: 'text', text: 'other' } }) }],
    ['kind of the newest message', { last: last({ content: { type: 'face', index: 0, data: '' } }) }],
    ['revocation of the newest message', { last: last({ revoked: true }) }],
    ['time of the newest message', { last: last({ time: 1 }) }],
    ['sender of the newest message', { last: last({ from: 'dave' }) }],
    ['name of the sender', { last: last({ name: 'Dave' }) }],
    ['draft', { draft: 'hi' }],
    ['mention', { mention: 'me', mentioned: [7] }],
    ['set of mentions', { mentioned: [7] }],
    ['mark', { hidden: true }],
    ['set of conversation groups', { groups: ['Work'] }],
  ])('a changed %s is a change', (_, fields) => {
    const after = replaceList(slice([bob]), [{ ...copy(bob), ...fields }], true)
    expect(after.list[0]).not.toBe(bob)
    expect(after.list[0]).toEqual({ ...bob, ...fields })
  })

  test('without the newest message has lost it by clearing: the conversation stays in the list', () => {
    const cleared = replaceList(slice([bob]), [{ ...copy(bob), last: undefined }], true)
    expect(cleared.list).toEqual([{ ...bob, last: undefined, cleared: true }])
    expect(replaceList(cleared, [{ ...copy(bob), last: undefined }], true)).toBe(cleared)
    expect(replaceList(cleared, [copy(bob)], true).list).toEqual([bob])
    expect(replaceList(slice([]), [{ ...copy(bob), last: undefined }], true).list[0]?.cleared).toBeUndefined()
  })

  test('that is empty before the first sync is over means "not known yet"', () => {
    const loading = slice([], { phase: 'loading' })
    expect(replaceList(loading, [], false)).toBe(loading)
    expect(replaceList(loading, [], true)).toEqual({ phase: 'ready', list: [] })
  })

  test('that is not empty is worth showing before the sync is over', () => {
    expect(replaceList(slice([], { phase: 'loading' }), [bob], false)).toEqual({
      phase: 'ready',
      list: [bob],
    })
  })

  test('ends a failure', () => {
    const failed = slice([], { phase: 'failed', error: chatError() })
    expect(replaceList(failed, [bob], true)).toEqual({ phase: 'ready', list: [bob] })
    expect(replaceList(slice([bob], { error: chatError() }), [copy(bob)], true).error).toBeUndefined()
  })

  test('that tells nothing leaves a failure with its reason', () => {
    const failed = slice([], { phase: 'failed', error: chatError() })
    expect(replaceList(failed, [], false)).toBe(failed)
  })
})

describe('one conversation', () => {
  test('that is new is added without touching the others', () => {
    const after = putConversation(slice([bob]), team)
    expect(after.list).toEqual([bob, team])
    expect(after.list[0]).toBe(bob)
  })

  test('that is known is replaced in its place', () => {
    const after = putConversation(slice([bob, carol]), { ...bob, name: 'Bobby' })
    expect(after.list.map(({ name }) => name)).toEqual(['Bobby', 'carol'])
    expect(after.list[1]).toBe(carol)
  })

  test('that the SDK made up while it syncs brings a profile only', () => {
    const known = { ...bob, unread: 3, mention: 'me' as const }
    const after = putConversation(slice([known]), { ...bob, last: undefined, unread: 0, name: 'Bobby' })
    expect(after.list).toEqual([{ ...known, name: 'Bobby' }])
  })

  test('that is the same changes nothing', () => {
    const before = slice([bob, carol])
    expect(putConversation(before, copy(bob))).toBe(before)
  })
})

describe('a list that the phone remembered', () => {
  const remembered = slice([bob, carol], { remembered: true })

  test('fills up what the SDK has of it before the sync is over', () => {
    const newer = { ...copy(carol), last: last({ time: 2e9 }) }
    const part = replaceList(remembered, [newer], false)
    expect(part.list).toEqual([newer, bob])
    expect(part).toMatchObject({ phase: 'ready', remembered: true })
    expect(part.list[1]).toBe(bob)
  })

  test('stays unread while the SDK does not know yet, and mentions whom it mentioned', () => {
    const unread = { ...bob, unread: 2 }
    const mentioning: Conversation = { ...team, unread: 1, mention: 'me', mentioned: [7] }
    const early = replaceList(
      slice([unread, mentioning], { remembered: true }),
      [copy(bob), { ...copy(team), unread: 1 }],
      false,
    )
    expect(early.list[0]).toBe(unread)
    expect(early.list[1]).toBe(mentioning)
    const more = replaceList(early, [{ ...copy(bob), unread: 3 }, copy(team)], false)
    expect(more.list[0]).toMatchObject({ unread: 3 })
    // The list is whole, and what is unread is told later.
    expect(replaceList(early, [copy(bob), copy(team)], true, false).list).toEqual([unread, mentioning])
    // Read on another phone meanwhile.
    expect(replaceList(early, [copy(bob), copy(team)], true).list).toEqual([bob, team])
  })

  test('is only what the SDK says when it is over', () => {
    expect(replaceList(remembered, [copy(carol)], true)).toEqual({ phase: 'ready', list: [carol] })
    expect(replaceList(remembered, [copy(bob), copy(carol)], true)).not.toHaveProperty('remembered')
  })
})

describe('a change of the user', () => {
  const [early, late] = [1, 2].map((hours) => last({ time: 1e9 + hours * 3600 }))
  const list = [
    { ...team, last: late },
    { ...bob, last: early },
  ]
  const ids = ({ list: all }: ConversationsSlice) => all.map(({ conversationID }) => conversationID)
  const pinned = (fields = { pinned: true }) => beginChange(slice(list), ['C2Cbob'], fields)

  test('is shown at once, and in its place', () => {
    const { slice: after } = pinned()
    expect(ids(after)).toEqual(['C2Cbob', 'GROUPteam'])
    expect(after.list[0]?.pinned).toBe(true)
    expect(after.list[1]).toBe(list[0])
  })

  test('outlasts what the SDK tells before it has made it', () => {
    const { slice: after } = pinned()
    const told = replaceList(after, list.map(copy), true)
    expect(ids(told)).toEqual(['C2Cbob', 'GROUPteam'])
  })

  test("is the SDK's own once it is made", () => {
    const { slice: after, change } = pinned()
    const made = endChange(after, change, true)
    expect(made).not.toHaveProperty('pending')
    expect(made.list[0]?.pinned).toBe(true)
    expect(ids(replaceList(made, list.map(copy), true))).toEqual(['GROUPteam', 'C2Cbob'])
  })

  test('that fails is taken back, and nothing else with it', () => {
    const { slice: after, change } = pinned()
    const told = replaceList(
      after,
      list.map((item) => ({ ...copy(item), unread: 5 })),
      true,
    )
    const undone = endChange(told, change, false)
    expect(ids(undone)).toEqual(['GROUPteam', 'C2Cbob'])
    expect(undone.list[1]).toMatchObject({ pinned: false, unread: 5 })
  })

  test('that deletes takes it off the list, and back into its place when it fails', () => {
    const { slice: after, change } = beginChange(slice(list), ['GROUPteam'], undefined)
    expect(ids(after)).toEqual(['C2Cbob'])
    expect(ids(replaceList(after, list.map(copy), true))).toEqual(['C2Cbob'])
    expect(endChange(after, change, false).list).toEqual(list)
    expect(ids(endChange(after, change, true))).toEqual(['C2Cbob'])
  })

  test('of one does not undo that of another', () => {
    const first = pinned()
    const second = beginChange(first.slice, ['C2Cbob'], { muted: true })
    const undone = endChange(second.slice, first.change, false)
    expect(undone.list.find(({ conversationID }) => conversationID === 'C2Cbob')).toMatchObject({
      pinned: false,
      muted: true,
    })
    expect(undone.pending).toEqual([second.change])
  })
})
