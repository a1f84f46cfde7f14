import type { Domain } from './domain'
import type { Push } from './push'
import type { Sessions } from './sessions'
import type { Storage } from './storage'

/** What the services work with. */
export interface ServerContext {
  secretKey: string
  /** How long after sending a message can be revoked, in seconds. */
  revokeWindow: number
  /** Messages to users that never logged in are kept instead of refused. */
  openUsers: boolean
  storage: Storage
  domain: Domain
  sessions: Sessions
  push: Push
}
