import { translator } from '../../locales/index'
import { cardView } from './card'
import { sizeWords } from '../../locales/words'

const t = translator('en')
const file = (name: string, bytes = 0) => cardView({ type: 'file', url: '', name, bytes }, t)

test('a file is its name and its size', () => {
  expect(file('plan.pdf', 1_258_291)).toEqual({
    icon: 'file',
    title: 'plan.pdf',
    lines: [{ id: 'line-0', text: '1.2 MB' }],
    tag: '',
    opens: true,
  })
})

test.each([
  ['a.PNG', 'file-image'],
  ['a.mov', 'file-video'],
  ['a.m4a', 'file-audio'],
  ['a.b.xlsx', 'file-sheet'],
  ['a.zip', 'file-archive'],
  ['a.pdf', 'file'],
  ['', 'file'],
])('the icon of %s is %s', (name, icon) => expect(file(name)?.icon).toBe(icon))

test('a place is its name', () => {
  const place = cardView({ type: 'location', description: 'West Lake', latitude: 1, longitude: 2 }, t)
  expect(place).toMatchObject({ icon: 'place', title: 'West Lake', lines: [], tag: 'Location', opens: true })
})

test('a merged history is its title and first lines', () => {
  const card = cardView({ type: 'merger', title: 'Trip', abstracts: ['Bob: hi', 'Bob: hi'] }, t)
  expect(card?.lines.map(({ text }) => text)).toEqual(['Bob: hi', 'Bob: hi'])
  expect(new Set(card?.lines.map(({ id }) => id)).size).toBe(2)
  expect(card).toMatchObject({ title: 'Trip', tag: 'Chat history' })
})

test('names that are missing, hostile or endless have an answer', () => {
  expect(file('')?.title).toBe('File')
  const nowhere = cardView({ type: 'location', description: '', latitude: 1, longitude: 2 }, t)
  expect([nowhere?.title, nowhere?.tag]).toEqual(['Location', '']) // not the same word twice
  expect(file('\u202egpj.exe\n')?.title).toBe('gpj.exe')
  expect(file('名'.repeat(500))?.title).toHaveLength(17)
  expect(file('a very long name of a document that goes on.pdf')?.title).toBe(
    'a very long name of a …goes on.pdf',
  )
  expect(cardView({ type: 'text', text: 'hi' }, t)).toBeUndefined()
})

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1024, '1 KB'],
  [12_700, '12 KB'],
  [1_258_291, '1.2 MB'],
  [5e9, '4.7 GB'],
  [-5, '0 B'],
])('%d bytes are %s', (bytes, words) => expect(sizeWords(bytes)).toBe(words))
