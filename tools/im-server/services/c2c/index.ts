import type { ServerContext } from '../../context'
import type { Service } from '../../router'
import { clearNotices } from './clear-notices'
import { c2cHistory } from './history'
import { c2cModify } from './modify'
import { c2cMute } from './mute'
import { c2cRead } from './read'
import { readAll } from './read-all'
import { c2cRevoke } from './revoke'
import { c2cSend } from './send'
import { c2cSync } from './sync'

/** Messages between two users. */
export function c2cServices(context: ServerContext): Service[] {
  return [
    c2cSend(context),
    c2cSync(context),
    c2cHistory(context),
    c2cRead(context),
    readAll(context),
    c2cRevoke(context),
    c2cModify(context),
    c2cMute(context),
    clearNotices(context),
  ]
}
