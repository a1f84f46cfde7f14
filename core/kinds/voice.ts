import type { Translate } from '../../locales/index'
import type { AudioContent, Message, MessageContent } from '../store/types'
import type { BodyContext, MessageKind } from './kind'
import { clock } from './picture'

/** A voice message in its bubble. */
export interface VoiceView {
  /** How long a progress over the bubble takes, seconds. */
  seconds: number
  /** `12"`, over a minute `1:05`. */
  duration: string
  /** Of the bubble, px: longer is wider, and words of a few seconds differ most. */
  width: number
  /** Another's that nobody has listened to yet. */
  unplayed: boolean
  /** What a screen reader says. */
  label: string
}

/** A voice message: a bubble of its own width. */
export const VOICE_KIND = 'voice'

const NARROWEST = 80
/** Fits beside an avatar on the narrowest phone. */
const WIDEST = 200
/** Recorded ones are not longer. */
const FULL = 60
const MINUTE = 60
/** What a peer says may be any number. */
const MAX_SECONDS = 3600

const wholeSeconds = (seconds: number): number => Math.min(Math.max(1, Math.round(seconds)), MAX_SECONDS)

const durationOf = (seconds: number): string => (seconds <= MINUTE ? `${seconds}"` : clock(seconds))

/** Another's that nobody has listened to yet. */
export const isUnplayed = ({ own, played }: Message): boolean => !own && !played

function summary({ seconds }: AudioContent, t: Translate): string {
  return seconds ? t('kind.audioTimed', { duration: durationOf(wholeSeconds(seconds)) }) : t('kind.audio')
}

/** @returns `undefined` for content that is no voice message */
export function voiceView(content: MessageContent, { t, message }: BodyContext): VoiceView | undefined {
  if (content.type !== 'audio') return undefined
  const seconds = wholeSeconds(content.seconds)
  const part = Math.sqrt((Math.min(seconds, FULL) - 1) / (FULL - 1))
  return {
    seconds,
    duration: durationOf(seconds),
    width: Math.round(NARROWEST + (WIDEST - NARROWEST) * part),
    unplayed: isUnplayed(message),
    label: t(isUnplayed(message) ? 'voice.labelNew' : 'voice.label', { duration: spoken(seconds, t) }),
  }
}

function spoken(seconds: number, t: Translate): string {
  const minutes = Math.floor(seconds / MINUTE)
  const rest = seconds % MINUTE
  const parts = [
    minutes && t('duration.minutes', { count: minutes }),
    rest && t('duration.seconds', { count: rest }),
  ]
  return parts.filter(Boolean).join(' ')
}

export const voiceKind: MessageKind = {
  kind: VOICE_KIND,
  match: (content) => content.type === 'audio',
  summary: (content, t) => (content.type === 'audio' ? summary(content, t) : ''),
  view: voiceView,
}
