import { Limits } from '../limits'
import { MemoryStorage } from '../memory-storage'
import { Extensions } from './extensions'

test('keys that were deleted are told to others, but not kept without end', () => {
  const extensions = new Extensions(new MemoryStorage())
  for (let index = 0; index < Limits.extensions + 50; index++) {
    const key = `k${index}`
    const [set] = extensions.change('m', [{ key, value: 'v', seq: 0 }])
    extensions.change('m', [{ key, value: '', seq: set?.extension.seq ?? 0 }])
  }
  const kept = extensions.since('m', 0)
  expect(kept).toHaveLength(Limits.extensions)
  expect(kept.at(-1)).toMatchObject({ key: `k${Limits.extensions + 49}`, value: '' })
})
