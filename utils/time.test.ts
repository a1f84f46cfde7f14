import { clockTime, daysBetween, listTime, separatorTime, type TimeWords } from './time'

const words: TimeWords = {
  now: 'now',
  yesterday: 'yesterday',
  weekdays: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
  monthDay: (month, day) => `${month}/${day}`,
  yearMonthDay: (year, month, day) => `${year}/${month}/${day}`,
}
const at = (...parts: [number, number, number, number?, number?, number?]): number => {
  const [year, month, day, hour = 0, minute = 0, second = 0] = parts
  return new Date(year, month - 1, day, hour, minute, second).getTime()
}
// A Thursday.
const now = at(2024, 3, 14, 12)
const list = (time: number): string => listTime(time, now, words)
const separator = (time: number): string => separatorTime(time, now, words)

test('the clock has two digits each', () => {
  expect(clockTime(at(2024, 3, 14, 9, 5))).toBe('09:05')
  expect(clockTime(at(2024, 3, 14, 23, 59))).toBe('23:59')
  expect(clockTime(at(2024, 3, 14))).toBe('00:00')
})

test.each([
  ['seconds ago', now - 30_000, 'now', '11:59'],
  ['a minute ago', now - 60_000, '11:59', '11:59'],
  ['this morning', at(2024, 3, 14, 0, 1), '00:01', '00:01'],
  ['late yesterday', at(2024, 3, 13, 23, 59, 59), 'yesterday 23:59', 'yesterday 23:59'],
  ['early yesterday', at(2024, 3, 13), 'yesterday 00:00', 'yesterday 00:00'],
  ['two days ago', at(2024, 3, 12, 9, 41), 'Tue', 'Tue 09:41'],
  ['six days ago', at(2024, 3, 8, 9, 41), 'Fri', 'Fri 09:41'],
  ['a week ago', at(2024, 3, 7, 9, 41), '3/7', '3/7 09:41'],
  ['on New Year', at(2024, 1, 1, 0, 0), '1/1', '1/1 00:00'],
  ['a year before', at(2023, 12, 31, 23, 59), '2023/12/31', '2023/12/31 23:59'],
  ['long ago', at(1999, 2, 3, 4, 5), '1999/2/3', '1999/2/3 04:05'],
])('%s', (_, time, inList, asSeparator) => {
  expect(list(time)).toBe(inList)
  expect(separator(time)).toBe(asSeparator)
})

test('a message of no time has none', () => {
  expect(list(0)).toBe('')
  expect(separator(0)).toBe('')
  expect(list(NaN)).toBe('')
})

test('the future (the clock of the peer is ahead) is now, or its clock time', () => {
  expect(list(now + 59_000)).toBe('now')
  expect(list(now + 3_600_000)).toBe('13:00')
  expect(list(at(2024, 3, 20, 8))).toBe('08:00')
  expect(separator(now + 3_600_000)).toBe('13:00')
})

test('seconds around midnight are still just now', () => {
  expect(listTime(at(2024, 3, 13, 23, 59, 50), at(2024, 3, 14, 0, 0, 10), words)).toBe('now')
})

test('over the turn of the year, days are still days', () => {
  const newYear = at(2024, 1, 1, 8)
  expect(listTime(at(2023, 12, 31, 20), newYear, words)).toBe('yesterday 20:00')
  expect(listTime(at(2023, 12, 30, 20), newYear, words)).toBe('Sat')
  expect(listTime(at(2023, 12, 20, 20), newYear, words)).toBe('2023/12/20')
  expect(daysBetween(at(2024, 2, 28), at(2024, 3, 1))).toBe(2)
})

describe('where the clocks change', () => {
  /** Lets local dates be those of another time zone, whatever the machine has. */
  function liveIn(timeZone: string): void {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      weekday: 'short',
    })
    const part = (date: Date, type: Intl.DateTimeFormatPartTypes): string =>
      format.formatToParts(date.getTime()).find((found) => found.type === type)?.value ?? ''
    const local = (
      method: 'getFullYear' | 'getMonth' | 'getDate' | 'getHours' | 'getMinutes' | 'getDay',
    ) => ({
      as: (read: (date: Date) => number) =>
        jest.spyOn(Date.prototype, method).mockImplementation(function (this: Date) {
          return read(this)
        }),
    })
    local('getFullYear').as((date) => Number(part(date, 'year')))
    local('getMonth').as((date) => Number(part(date, 'month')) - 1)
    local('getDate').as((date) => Number(part(date, 'day')))
    local('getHours').as((date) => Number(part(date, 'hour')))
    local('getMinutes').as((date) => Number(part(date, 'minute')))
    local('getDay').as((date) => words.weekdays.indexOf(part(date, 'weekday')))
  }
  afterEach(() => jest.restoreAllMocks())

  test('a day of 23 hours is a day', () => {
    liveIn('America/New_York')
    // 2024-03-10 00:30 EST to 2024-03-11 00:10 EDT: 22 h 40 min.
    expect(daysBetween(Date.UTC(2024, 2, 10, 5, 30), Date.UTC(2024, 2, 11, 4, 10))).toBe(1)
    expect(listTime(Date.UTC(2024, 2, 10, 5, 30), Date.UTC(2024, 2, 11, 4, 10), words)).toBe(
      'yesterday 00:30',
    )
  })

  test('a day of 25 hours is a day', () => {
    liveIn('America/New_York')
    // 2024-11-03 00:10 EDT to 23:50 EST of the same day: 24 h 40 min.
    expect(daysBetween(Date.UTC(2024, 10, 3, 4, 10), Date.UTC(2024, 10, 4, 4, 50))).toBe(0)
  })

  test('a zone of half hours has its own midnight', () => {
    liveIn('Asia/Kolkata')
    expect(listTime(Date.UTC(2024, 2, 13, 18, 29), Date.UTC(2024, 2, 13, 18, 31), words)).toBe(
      'yesterday 23:59',
    )
  })
})
