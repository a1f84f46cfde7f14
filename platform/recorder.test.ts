import { createFakeSound, type FakeSound } from '../tests/fixtures/fake-sound'
import type { Recorder, Recording } from './types'

let sound: FakeSound
let recorder: Recorder
let heard: unknown[]

/** A recording that writes down what it hears of itself. */
const record = (name: string): Recording =>
  recorder.record(60_000, {
    started: () => heard.push(`${name} started`),
    levels: (levels) => heard.push([name, ...levels]),
    ended: (end) => heard.push(`${name} ${end.type}`),
  })

beforeEach(() => {
  jest.useFakeTimers()
  heard = []
  sound = createFakeSound()
  Object.assign(globalThis, { wx: sound.services })
  // A mini program that has just been started.
  jest.isolateModules(() => ({ recorder } = jest.requireActual('./recorder')))
})

afterEach(() => {
  jest.useRealTimers()
})

test('speech is recorded in little space, and the file comes with its length', () => {
  const end = jest.fn()
  const recording = recorder.record(60_000, { started: jest.fn(), levels: jest.fn(), ended: end })
  expect(sound.recorder.starts).toEqual([
    expect.objectContaining({ format: 'mp3', numberOfChannels: 1, sampleRate: 16_000, duration: 60_000 }),
  ])
  sound.recorder.begin()
  jest.advanceTimersByTime(2500)
  recording.finish()
  expect(end).not.toHaveBeenCalled()
  sound.recorder.end()
  expect(end.mock.calls).toEqual([
    [{ type: 'done', path: 'wxfile://tmp_voice1.mp3', ms: 2500, bytes: 15_000 }],
  ])
})

test('it tells how loud it is', () => {
  record('a')
  sound.recorder.begin()
  sound.recorder.hear(140, 188)
  expect(heard).toEqual(['a started', ['a', 0, 1]])
})

test('one that is let go before the microphone is open does not go on recording', () => {
  record('a').finish()
  expect(sound.recorder.stops).toBe(0)
  sound.recorder.begin()
  expect(sound.recorder.pending).toBe('stop')
  sound.recorder.end()
  expect(heard).toEqual(['a done'])
  expect(sound.left().microphone).toBe(false)
})

test('a cancelled one is not heard of again', () => {
  const recording = record('a')
  sound.recorder.begin()
  recording.cancel()
  sound.recorder.hear(150)
  sound.recorder.end()
  expect(heard).toEqual(['a started'])
  expect(sound.left().microphone).toBe(false)
})

test('the next one waits until the phone has ended the one before', () => {
  const first = record('a')
  sound.recorder.begin()
  first.cancel()
  record('b')
  expect(sound.recorder.starts).toHaveLength(1)
  sound.recorder.end()
  expect(sound.recorder.starts).toHaveLength(2)
  sound.recorder.begin()
  sound.recorder.end()
  expect(heard).toEqual(['a started', 'b started', 'b done'])
})

test('one that was let go while it waited is never begun', () => {
  const first = record('a')
  sound.recorder.begin()
  first.finish()
  record('b').finish()
  sound.recorder.end()
  expect(sound.recorder.starts).toHaveLength(1)
  expect(heard).toEqual(['a started', 'a done'])
})

test('a phone that never ends a recording does not keep the next one waiting', () => {
  const first = record('a')
  sound.recorder.begin()
  first.cancel()
  jest.advanceTimersByTime(4000)
  record('b')
  expect(sound.recorder.starts).toHaveLength(2)
})

test('a call ends it at once, and what the phone writes afterwards is nobody’s', () => {
  record('a')
  sound.recorder.begin()
  sound.call()
  expect(heard).toEqual(['a started', 'a interrupted'])
  sound.recorder.end()
  expect(heard).toHaveLength(2)
})

test('a failure is told with the words of the phone', () => {
  const end = jest.fn()
  recorder.record(60_000, { started: jest.fn(), levels: jest.fn(), ended: end })
  sound.recorder.fail('operateRecorder:fail auth deny')
  expect(end).toHaveBeenCalledWith({ type: 'failed', cause: 'operateRecorder:fail auth deny' })
})

test('at the limit it ends by itself', () => {
  record('a')
  sound.recorder.begin()
  sound.recorder.end({ duration: 60_000 })
  expect(heard).toEqual(['a started', 'a done'])
})

test('the handlers, which nobody can take off, are set once however often one records', () => {
  for (const name of ['a', 'b', 'c']) {
    const recording = record(name)
    sound.recorder.begin()
    recording.finish()
    sound.recorder.end()
  }
  expect(sound.recorder.registered).toBe(5)
  expect(heard.filter((entry) => String(entry).endsWith('done'))).toHaveLength(3)
})
