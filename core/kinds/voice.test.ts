import { translator } from '../../locales/index'
import { message } from '../../tests/fixtures/builders'
import type { AudioContent } from '../store/types'
import { voiceKind, voiceView } from './voice'

const t = translator('en')
const audio = (seconds: number): AudioContent => ({ type: 'audio', url: 'https://c/a.mp3', seconds })
const view = (seconds: number, fields = {}) => voiceView(audio(seconds), { t, message: message(fields) })

test.each([
  [0, '1"'],
  [0.4, '1"'],
  [12, '12"'],
  [60, '60"'],
  [65, '1:05'],
  [1e300, '60:00'],
])('%d seconds are told as %s', (seconds, words) => expect(view(seconds)?.duration).toBe(words))

test('the longer the wider, most of all at the beginning, and never too wide', () => {
  const widths = [1, 2, 10, 30, 60, 3000].map((seconds) => view(seconds)?.width ?? 0)
  expect(widths).toEqual([...widths].sort((a, b) => a - b))
  expect(widths[0]).toBe(80)
  expect(widths[4]).toBe(200)
  expect(widths[5]).toBe(200)
  expect((widths[1] ?? 0) - 80).toBeGreaterThan(10)
})

test('what another has said is new until somebody has listened to it', () => {
  expect(view(5)).toMatchObject({ unplayed: true, label: 'New voice message, 5 s' })
  expect(view(5, { played: true })).toMatchObject({ unplayed: false, label: 'Voice message, 5 s' })
  expect(view(5, { own: true })).toMatchObject({ unplayed: false })
})

test('a screen reader says minutes and seconds', () => {
  expect(view(65, { own: true })?.label).toBe('Voice message, 1 min 5 s')
  expect(view(120, { own: true })?.label).toBe('Voice message, 2 min')
})

test('in a list of chats it is told with its length, if that is known', () => {
  expect(voiceKind.summary(audio(12), t)).toBe('[Voice] 12"')
  expect(voiceKind.summary(audio(0), t)).toBe('[Voice]')
})
