import type { Metafile } from 'esbuild'
import { sharedModules } from './chunks'

/** What the bundler tells of files that import each other. */
function graph(imports: Record<string, string[]>): Metafile {
  const inputs = Object.entries(imports).map(([path, targets]) => [
    path,
    { bytes: 0, imports: targets.map((target) => ({ path: target, kind: 'import-statement' })) },
  ])
  return { inputs: Object.fromEntries(inputs) as Metafile['inputs'], outputs: {} }
}

const metafile = graph({
  'index.ts': ['state.ts', 'only.ts'],
  'list.ts': ['words.ts', 'state.ts'],
  'calls.ts': ['state.ts', 'ring.ts'],
  'panel.ts': ['ring.ts'],
  'state.ts': ['words.ts'],
  'words.ts': [],
  'only.ts': ['state.ts'],
  'ring.ts': ['words.ts'],
})
const entries = ['index.ts', 'list.ts', 'calls.ts', 'panel.ts']

it('takes what several entries use, each file after those that it needs', () => {
  expect(sharedModules(metafile, entries, ['index.ts', 'list.ts'])).toEqual(['words.ts', 'state.ts'])
})

it('leaves to the others what not every host has', () => {
  expect(sharedModules(metafile, entries, entries)).toContain('ring.ts')
  expect(sharedModules(metafile, entries, ['index.ts'])).not.toContain('ring.ts')
})

it('does not go round in circles', () => {
  const circle = graph({ 'a.ts': ['b.ts'], 'b.ts': ['c.ts'], 'c.ts': ['b.ts'], 'd.ts': ['b.ts'] })
  expect(sharedModules(circle, ['a.ts', 'd.ts'], ['a.ts', 'd.ts'])).toEqual(['c.ts', 'b.ts'])
})
