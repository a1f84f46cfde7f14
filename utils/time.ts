/** The words a time is told with. `weekdays` starts on Sunday. */
export interface TimeWords {
  now: string
  yesterday: string
  weekdays: readonly string[]
  monthDay(month: number, day: number): string
  yearMonthDay(year: number, month: number, day: number): string
}

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

const two = (value: number): string => (value < 10 ? `0${value}` : String(value))

/** `HH:mm` in the phone's own time zone. */
export function clockTime(at: number): string {
  const date = new Date(at)
  return `${two(date.getHours())}:${two(date.getMinutes())}`
}

/** Calendar days from `at` to `now`; 0 is the same day, negative is the future. */
export function daysBetween(at: number, now: number): number {
  const midnight = (ms: number): number => {
    const date = new Date(ms)
    return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate())
  }
  return Math.round((midnight(now) - midnight(at)) / DAY)
}

function dayName(at: number, now: number, words: TimeWords): string {
  const days = daysBetween(at, now)
  const date = new Date(at)
  if (days <= 0) return ''
  if (days === 1) return words.yesterday
  if (days < 7) return words.weekdays[date.getDay()] ?? ''
  const month = date.getMonth() + 1
  return date.getFullYear() === new Date(now).getFullYear()
    ? words.monthDay(month, date.getDate())
    : words.yearMonthDay(date.getFullYear(), month, date.getDate())
}

/**
 * A time as a list tells it: just now, 09:41, Yesterday 09:41, Friday, 3/14, 2024/3/14.
 * A time in the future (the peer's clock is ahead) reads as just now or as its clock time.
 * @param at milliseconds since 1970
 * @param now milliseconds since 1970
 */
export function listTime(at: number, now: number, words: TimeWords): string {
  if (!at) return ''
  if (Math.abs(now - at) < MINUTE) return words.now
  const day = dayName(at, now, words)
  if (!day) return clockTime(at)
  return daysBetween(at, now) === 1 ? `${day} ${clockTime(at)}` : day
}

/** A time as a separator between messages tells it: always with the clock. Same parameters as {@link listTime}. */
export function separatorTime(at: number, now: number, words: TimeWords): string {
  if (!at) return ''
  const day = dayName(at, now, words)
  return day ? `${day} ${clockTime(at)}` : clockTime(at)
}
