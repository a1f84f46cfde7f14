import { text } from '../../utils/read'

const LONGEST = 2000
/** Nothing but visible characters behind a scheme of the web: no script, no file, no blank that hides the rest. */
const WEB = /^https?:\/\/[!-~\u00a1-\uffff]+$/i

/** A link that a peer sent and that may be offered; empty for any other. */
export function safeLink(value: unknown): string {
  const link = text(value)
  return link.length <= LONGEST && WEB.test(link) ? link : ''
}
