import type { Translate } from './index'
import type { TimeWords } from '../utils/time'

const made = new WeakMap<Translate, TimeWords>()

/** The words that times are told with, in the translator's language. */
export function timeWords(t: Translate): TimeWords {
  let words = made.get(t)
  if (!words) {
    words = {
      now: t('time.now'),
      yesterday: t('time.yesterday'),
      weekdays: t('time.weekday').split(','),
      monthDay: (month, day) => t('time.monthDay', { month, day }),
      yearMonthDay: (year, month, day) => t('time.yearMonthDay', { year, month, day }),
    }
    made.set(t, words)
  }
  return words
}

const UNITS = ['B', 'KB', 'MB', 'GB']

/** A file size with at most three digits: `800 B`, `1.2 MB`. */
export function sizeWords(bytes: number): string {
  let size = Math.max(0, bytes)
  let unit = 0
  while (size >= 1000 && unit < UNITS.length - 1) {
    size /= 1024
    unit++
  }
  const digits = unit > 0 && size < 10 ? Math.round(size * 10) / 10 : Math.round(size)
  return `${digits} ${UNITS[unit] ?? ''}`
}
