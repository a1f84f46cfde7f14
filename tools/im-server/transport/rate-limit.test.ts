import { Limits } from '../limits'
import { RateLimit } from './rate-limit'

const { requestBurst, requestsPerSecond, refusalsBeforeClose } = Limits

function take(limit: RateLimit, count: number, now: number): string[] {
  return [...new Set(Array.from({ length: count }, () => limit.take(now)))]
}

test('a burst is answered, what is over it is refused, and in the end the connection is closed', () => {
  const limit = new RateLimit(0)
  expect(take(limit, requestBurst, 0)).toEqual(['answer'])
  expect(take(limit, refusalsBeforeClose, 0)).toEqual(['refuse'])
  expect(limit.take(0)).toBe('close')
})

test('a client that goes on and on is closed, even if some of its requests are answered', () => {
  const limit = new RateLimit(0)
  const verdicts = Array.from({ length: 20_000 }, (_, count) => limit.take(count)) // twice the rate
  expect(verdicts.at(-1)).toBe('close')
  expect(verdicts.slice(0, requestBurst).every((verdict) => verdict === 'answer')).toBe(true)
})

test('waiting helps, up to the size of a burst', () => {
  const limit = new RateLimit(0)
  take(limit, requestBurst + 1, 0)
  expect(take(limit, requestsPerSecond, 1000)).toEqual(['answer'])
  expect(limit.take(1000)).toBe('refuse')
  expect(take(limit, requestBurst, 3_600_000)).toEqual(['answer'])
  expect(limit.take(3_600_000)).toBe('refuse')
})

test('a clock that goes backwards does no harm', () => {
  const limit = new RateLimit(5000)
  take(limit, requestBurst, 5000)
  expect(limit.take(0)).toBe('refuse')
  expect(limit.take(1000)).toBe('answer')
})
