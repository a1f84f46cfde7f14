import type { Translate } from '../../locales/index'
import type { State } from '../store/state'

/** The sentence of the bar under the navigation bar; empty while all is well. */
export function connectionText({ session }: State, t: Translate): string {
  if (session.phase === 'kicked') return t(`session.kicked.${session.kickReason ?? 'other'}`)
  if (session.connection === 'disconnected') return t('connection.disconnected')
  if (session.phase === 'waiting') return t('session.waiting')
  return session.connection === 'connecting' ? t('connection.connecting') : ''
}
