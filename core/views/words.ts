import type { Translate } from '../../locales/index'
import type { TimeWords } from '../../utils/time'

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
