import fc from 'fast-check'
import { deepFreeze } from '../../tests/fixtures/deep-freeze'
import { copy, diff, type Patch } from './diff'

/** Puts values at `setData` paths, as the framework does. */
function apply(data: object, patch: Patch): unknown {
  const result = JSON.parse(JSON.stringify(data)) as Record<string, unknown>
  for (const [path, value] of Object.entries(patch)) {
    const steps = path.match(/[^.[\]]+/g) ?? []
    const last = steps.pop() ?? ''
    const holder = steps.reduce((held, step) => held[step] as Record<string, unknown>, result)
    holder[last] = value
  }
  return result
}

const row = (id: string, text = ''): { id: string; text: string } => ({ id, text })
const rows = (count: number): { id: string; text: string }[] =>
  Array.from({ length: count }, (_, at) => row(`r${at}`))

describe('what changed between two views', () => {
  test('nothing, when nothing did', () => {
    expect(diff({ title: 'a', rows: rows(3) }, { title: 'a', rows: rows(3) })).toEqual({})
  })

  test('one field of one row', () => {
    const before = { rows: rows(50) }
    const after = { rows: before.rows.map((item) => (item.id === 'r49' ? row('r49', 'new') : item)) }
    expect(diff(before, after)).toEqual({ 'rows[49].text': 'new' })
  })

  test('a field that is gone is nothing: no path takes it out, and what stays would still be shown', () => {
    const before = { rows: [{ ...row('r0'), progress: 42, quote: { text: 'hi' } }] }
    expect(diff(before, { rows: [row('r0')] })).toEqual({ 'rows[0].progress': null, 'rows[0].quote': null })
  })

  test('a row that was added, and only that', () => {
    const before = { rows: rows(50) }
    expect(diff(before, { rows: [...before.rows, row('new')] })).toEqual({ 'rows[50]': row('new') })
  })

  test('two rows that changed places: each as a whole, nothing of the others', () => {
    const before = { rows: rows(10) }
    const [first, second, ...others] = before.rows
    expect(diff(before, { rows: [second, first, ...others] })).toEqual({
      'rows[0]': second,
      'rows[1]': first,
    })
  })

  test('a shorter list as a whole: no path removes', () => {
    const before = { rows: rows(3) }
    expect(diff(before, { rows: before.rows.slice(1) })).toEqual({ rows: before.rows.slice(1) })
  })

  test('a list of which most is something else as a whole: paths would cost more', () => {
    const after = Array.from({ length: 10 }, (_, at) => row(`other${at}`))
    expect(Object.keys(diff({ rows: rows(10) }, { rows: after }))).toEqual(['rows'])
  })

  test('fields inside objects by their own path', () => {
    expect(
      diff({ row: { avatar: { url: '', tone: 1 } } }, { row: { avatar: { url: 'x', tone: 1 } } }),
    ).toEqual({
      'row.avatar.url': 'x',
    })
  })

  test('a list inside a list by its own path', () => {
    const before = { pages: [{ id: 'p1', rows: rows(2) }] }
    const after = { pages: [{ id: 'p1', rows: [...rows(2), row('new')] }] }
    expect(diff(before, after)).toEqual({ 'pages[0].rows[2]': row('new') })
  })
})

describe('what goes out is never ours', () => {
  test('objects of a patch are copies', () => {
    const after = deepFreeze({ row: row('a', 'b'), rows: [row('c')] })
    const patch = diff({ row: '', rows: [] }, after)
    expect(patch).toEqual({ row: row('a', 'b'), rows: [row('c')] })
    expect(patch.row).not.toBe(after.row)
    expect((patch.rows as unknown[])[0]).not.toBe(after.rows[0])
    Object.assign(patch.row as object, { text: 'written' })
    expect(after.row.text).toBe('b')
  })

  test('a copy is deep', () => {
    const source = { list: [{ inner: { value: 1 } }] }
    const made = copy(source)
    expect(made).toEqual(source)
    expect(made.list[0]?.inner).not.toBe(source.list[0]?.inner)
  })
})

test('applying the difference always gives the new view', () => {
  const item = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    text: fc.string(),
    avatar: fc.record({ url: fc.string(), tone: fc.nat(7) }),
  })
  const list = fc.uniqueArray(item, { selector: (made) => made.id, maxLength: 5 })
  const pages = fc.uniqueArray(fc.record({ id: fc.constantFrom('p1', 'p2', 'p3'), rows: list }), {
    selector: (made) => made.id,
  })
  const view = fc.record({ title: fc.string(), names: fc.array(fc.string()), rows: list, pages })
  fc.assert(
    fc.property(view, view, (before, after) => {
      deepFreeze(before)
      deepFreeze(after)
      expect(apply(before, diff(before, after))).toEqual(after)
    }),
  )
})
