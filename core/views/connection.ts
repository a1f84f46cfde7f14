import type { Translate } from '../../locales/index'
import type { State } from '../store/state'

/** The sentence of the bar under the navigation bar; empty while all is well. */
export function connectionText({ session }: State, t: Translate): string {
  if (session.phase === 'kicked') return t(`session.kicked.${session.kickReason ?? 'other'}`)
  if (session.connection === 'disconnected') return t('connection.disconnected')
  // Before the first login the lists show their own loading state.
  return session.phase === 'ready' && session.connection === 'connecting' ? t('connection.connecting') : ''
}
