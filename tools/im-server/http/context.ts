import type { ServerContext } from '../context'
import type { Control } from '../control'
import type { Router } from '../router'
import type { Trace } from '../trace'

/** What the HTTP routes work with. */
export interface HttpContext extends ServerContext {
  readonly control: Control
  readonly router: Router
  readonly trace: Trace
  readonly report: (line: string) => void
  /** Waits until everything that was changed so far is safe in the storage: to be called before an answer. */
  readonly saved: () => Promise<void>
}
