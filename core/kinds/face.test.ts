import { translator } from '../../locales/index'
import { message } from '../../tests/fixtures/builders'
import { kindOf } from '../registry/message-kinds'
import { registerStickers, stickerPacks } from '../registry/stickers'
import type { FaceContent } from '../store/types'

const t = translator('en')
const face = (data: string, index = 1): FaceContent => ({ type: 'face', index, data })
const shown = (content: FaceContent) => {
  const { kind, view, summary } = kindOf(content)
  return { kind, words: summary(content, t), body: view?.(content, { t, message: message({ content }) }) }
}

describe('stickers of a pack', () => {
  let remove: () => void
  beforeEach(() => {
    remove = registerStickers({
      index: 7,
      name: 'Cats',
      stickers: [
        { id: 'cat00', name: 'Hello', url: 'https://c/cat00.png' },
        { id: 'cat01', name: 'Bye', emoji: '🐱' },
        { id: 'cat02', name: 'Bad', url: 'javascript:1' },
      ],
    })
  })
  afterEach(() => remove())

  test('are pictures, or emoji', () => {
    expect(shown(face('cat00', 7))).toEqual({
      kind: 'face',
      words: '[Hello]',
      body: { url: 'https://c/cat00.png', emoji: '', label: 'Hello' },
    })
    expect(shown(face('cat01', 7)).body).toMatchObject({ url: '', emoji: '🐱' })
  })

  test('are found under the name that native kits write', () => {
    expect(shown(face('cat00@2x', 7)).kind).toBe('face')
  })

  test('with an address that is not loaded, of another pack, or unknown are told in words', () => {
    for (const content of [face('cat02', 7), face('cat00', 8), face('cat99', 7), face('', 7)])
      expect(shown(content)).toMatchObject({ kind: 'summary', words: '[Sticker]', body: undefined })
  })

  test('of a removed pack are told in words', () => {
    remove()
    expect(stickerPacks()).toEqual([])
    expect(shown(face('cat00', 7)).kind).toBe('summary')
  })
})

test('an emoji that was sent as a sticker is drawn', () => {
  expect(shown(face('🎉'))).toMatchObject({ kind: 'face', words: '[Sticker]', body: { emoji: '🎉' } })
  expect(shown(face('[微笑]')).body).toMatchObject({ emoji: '🙂' })
})

test.each(['hello', '字'.repeat(500), '🎉'.repeat(100), '\u0000', '\u200b'])('%j is no emoji', (data) => {
  expect(shown(face(data)).kind).toBe('summary')
})
