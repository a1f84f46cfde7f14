import type { Permission, RecordingEnd, RecordingListener } from '../../../platform/types'
import { BARS, createTalk, SILENT, type Talk, type TalkEnd, type TalkView } from './talk'

/** Where the finger is put down, px from the top. */
const BUTTON = 760

let view: TalkView
let ends: TalkEnd[]
let talk: Talk
let permission: Permission
let answered: (() => void) | undefined
let microphone: (RecordingListener & { finished: boolean; cancelled: boolean }) | undefined
let forgotten: number

const done = (ms: number): RecordingEnd => ({ type: 'done', path: 'wxfile://a.mp3', ms, bytes: ms })

beforeEach(() => {
  jest.useFakeTimers()
  view = SILENT
  ends = []
  permission = 'granted'
  answered = undefined
  microphone = undefined
  forgotten = 0
  talk = createTalk({
    permissions: {
      request: () =>
        answered === undefined
          ? Promise.resolve(permission)
          : new Promise((resolve) => (answered = () => resolve(permission))),
      forget: () => forgotten++,
    },
    recorder: {
      record(_maxMs, listener) {
        const made = { ...listener, finished: false, cancelled: false }
        microphone = made
        return { finish: () => (made.finished = true), cancel: () => (made.cancelled = true) }
      },
    },
    begins: () => undefined,
    show: (change) => (view = { ...view, ...change }),
    ended: (end) => ends.push(end),
  })
})

afterEach(() => {
  talk.close()
  expect(jest.getTimerCount()).toBe(0)
  jest.useRealTimers()
})

/** The user is asked, and thinks about it. */
const asks = (): void => void (answered = () => undefined)
const settle = () => jest.advanceTimersByTimeAsync(0)

/** The button is held, and the microphone is open for so long. */
async function hold(ms: number): Promise<void> {
  talk.press(BUTTON)
  await settle()
  microphone?.started()
  await jest.advanceTimersByTimeAsync(ms)
}

test('what was said while the button was held is sent', async () => {
  await hold(2300)
  expect(view).toMatchObject({ talking: true, cancelling: false, left: 0 })
  talk.release()
  expect(view.talking).toBe(false)
  expect(microphone?.finished).toBe(true)
  microphone?.ended(done(2280))
  expect(ends).toEqual([{ type: 'recorded', path: 'wxfile://a.mp3', ms: 2280, bytes: 2280 }])
})

describe('cancelling', () => {
  test('letting go far above the button sends nothing', async () => {
    await hold(5000)
    talk.move(BUTTON - 120)
    expect(view.cancelling).toBe(true)
    talk.release()
    expect(microphone?.cancelled).toBe(true)
    expect(view).toEqual(SILENT)
    expect(ends).toEqual([{ type: 'cancelled' }])
  })

  test('the finger may come back, and need not stay on the button', async () => {
    await hold(5000)
    talk.move(BUTTON - 60)
    expect(view.cancelling).toBe(false)
    talk.move(BUTTON - 200)
    talk.move(BUTTON - 20)
    expect(view.cancelling).toBe(false)
    talk.release()
    microphone?.ended(done(5000))
    expect(ends[0]?.type).toBe('recorded')
  })
})

describe('too short', () => {
  test('less than a second is not sent', async () => {
    await hold(900)
    talk.release()
    expect(microphone?.cancelled).toBe(true)
    expect(ends).toEqual([{ type: 'tooShort' }])
  })

  test('a tap that is over before the microphone is open leaves it closed', async () => {
    talk.press(BUTTON)
    await settle()
    talk.release()
    expect(microphone?.cancelled).toBe(true)
    expect(ends).toEqual([{ type: 'tooShort' }])
  })

  test('a tap that is over before the permission is known opens nothing', async () => {
    talk.press(BUTTON)
    talk.release()
    await settle()
    expect(microphone).toBeUndefined()
    expect(ends).toEqual([{ type: 'tooShort' }])
  })

  test('a file that is shorter than the finger was down is not sent', async () => {
    await hold(1200)
    talk.release()
    microphone?.ended(done(400))
    expect(ends).toEqual([{ type: 'tooShort' }])
  })
})

describe('one minute', () => {
  test('the last ten seconds are counted down, and then it is sent', async () => {
    await hold(49_000)
    expect(view.left).toBe(0)
    const seen: number[] = []
    for (let second = 0; second < 10; second++) {
      await jest.advanceTimersByTimeAsync(1000)
      seen.push(view.left)
    }
    expect(seen).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1])
    await jest.advanceTimersByTimeAsync(1000)
    expect(view).toEqual(SILENT)
    expect(microphone?.finished).toBe(true)
    microphone?.ended(done(60_000))
    talk.release()
    expect(ends).toEqual([expect.objectContaining({ type: 'recorded', ms: 60_000 })])
  })

  test('the phone may end it first', async () => {
    await hold(59_900)
    microphone?.ended(done(60_000))
    expect(view).toEqual(SILENT)
    talk.release()
    expect(ends).toHaveLength(1)
  })

  test('over the cross it ends with nothing sent', async () => {
    await hold(59_000)
    talk.move(BUTTON - 120)
    await jest.advanceTimersByTimeAsync(1000)
    expect(ends).toEqual([{ type: 'cancelled' }])
  })
})

describe('something comes in between', () => {
  test('a call ends it, and nothing is sent', async () => {
    await hold(5000)
    microphone?.ended({ type: 'interrupted' })
    talk.release()
    expect(view).toEqual(SILENT)
    expect(ends).toEqual([{ type: 'interrupted' }])
  })

  test('so does a page that is hidden, or a finger that the system takes', async () => {
    await hold(5000)
    talk.abort()
    talk.release()
    expect(microphone?.cancelled).toBe(true)
    expect(ends).toEqual([{ type: 'interrupted' }])
  })

  test('when nobody was talking it is nothing to speak of', () => {
    talk.abort()
    expect(ends).toEqual([])
  })

  test('a chat that is left ends it without a word', async () => {
    await hold(5000)
    talk.close()
    expect(microphone?.cancelled).toBe(true)
    microphone?.ended(done(5000))
    expect(ends).toEqual([])
  })

  test('a microphone that fails says so, and the permission is looked at again', async () => {
    await hold(0)
    microphone?.ended({ type: 'failed', cause: 'operateRecorder:fail auth deny' })
    expect(view).toEqual(SILENT)
    expect(ends).toEqual([{ type: 'failed' }])
    expect(forgotten).toBe(1)
  })
})

describe('the permission', () => {
  test('while the user is asked nothing is recorded, also after a yes', async () => {
    asks()
    permission = 'new'
    talk.press(BUTTON)
    await settle()
    expect(view.talking).toBe(false)
    talk.release()
    answered?.()
    await settle()
    expect(microphone).toBeUndefined()
    expect(ends).toEqual([{ type: 'denied', permission: 'new' }])
  })

  test.each<Exclude<Permission, 'granted' | 'new'>>(['declined', 'refused', 'forbidden', 'private'])(
    '%s: nothing is recorded',
    async (answer) => {
      permission = answer
      talk.press(BUTTON)
      await settle()
      expect(view.talking).toBe(false)
      expect(ends).toEqual([{ type: 'denied', permission: answer }])
      talk.release()
      expect(ends).toHaveLength(1)
    },
  )
})

describe('the meter', () => {
  test('the newest levels come in from the right', async () => {
    await hold(1000)
    microphone?.levels([0.2, 0.5, 1, 0.8])
    expect(view.levels).toHaveLength(BARS)
    expect(view.levels.slice(-3)).toEqual([0, 0.5, 1])
    microphone?.levels([0.333333])
    expect(view.levels.slice(-3)).toEqual([0.5, 1, 0.33])
    talk.release()
    microphone?.levels([1])
    expect(view.levels).toEqual([])
  })
})
