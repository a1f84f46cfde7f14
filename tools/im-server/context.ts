import type { AppConfig } from './app-config'
import type { Domain } from './domain'
import type { MediaStore } from './media-store'
import type { Policy } from './policy'
import type { Push } from './push'
import type { GroupDelivery } from './services/groups/delivery'
import type { Sessions } from './sessions'
import type { Storage } from './storage'

/** What the services work with. */
export interface ServerContext {
  readonly policy: Policy
  readonly storage: Storage
  readonly domain: Domain
  readonly sessions: Sessions
  readonly appConfig: AppConfig
  readonly push: Push
  readonly groupDelivery: GroupDelivery
  readonly media: MediaStore
}
