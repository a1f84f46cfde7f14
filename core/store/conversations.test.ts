import { chatError, conversation, last } from '../../tests/fixtures/builders'
import { deepFreeze } from '../../tests/fixtures/deep-freeze'
import { putConversation, replaceList } from './conversations'
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
    ['loss of the newest message', { last: undefined }],
  ])('a changed %s is a change', (_, fields) => {
    const after = replaceList(slice([bob]), [{ ...copy(bob), ...fields }], true)
    expect(after.list[0]).not.toBe(bob)
    expect(after.list[0]).toEqual({ ...bob, ...fields })
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

  test('that is the same changes nothing', () => {
    const before = slice([bob, carol])
    expect(putConversation(before, copy(bob))).toBe(before)
  })
})
