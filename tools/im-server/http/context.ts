import type { ServerContext } from '../context'
import type { Control } from '../control'
import type { Trace } from '../trace'

/** What the HTTP routes work with. */
export interface HttpContext extends ServerContext {
  readonly control: Control
  readonly trace: Trace
  readonly report: (line: string) => void
}
