import type { Translate } from '../../locales/index'

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** Longer is for good: the SDK writes "for ever" as the largest number it has. */
const FOREVER = 10 * 365 * DAY

/** A length of time in its largest whole unit, as people say it. */
export function durationWords(seconds: number, t: Translate): string {
  if (seconds >= FOREVER) return t('duration.forever')
  if (seconds >= DAY) return t('duration.days', { count: Math.round(seconds / DAY) })
  if (seconds >= HOUR) return t('duration.hours', { count: Math.round(seconds / HOUR) })
  if (seconds >= MINUTE) return t('duration.minutes', { count: Math.round(seconds / MINUTE) })
  return t('duration.seconds', { count: Math.round(seconds) })
}
