import type { Translate } from '../../locales/index'
import type { State } from '../store/state'

/** The sentence of the bar under the navigation bar; empty while all is well. */
export function connectionText({ session }: State, t: Translate): string {
  if (session.phase === 'kicked') return t(`session.kicked.${session.kickReason ?? 'other'}`)
  // Before the first login the lists show their own loading state.
  if (session.phase === 'waiting' || session.connection === 'connected') return ''
  return t(session.connection === 'connecting' ? 'connection.connecting' : 'connection.disconnected')
}
