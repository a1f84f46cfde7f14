import type { ServerContext } from '../../../context'
import type { Service } from '../../../router'
import { groupHistory } from './history'
import { groupModify } from './modify'
import { groupPins } from './pins'
import { groupRead } from './read'
import { groupReceipts } from './receipts'
import { groupRevoke } from './revoke'
import { groupSend } from './send'

/** Messages in groups and topics. */
export function groupMessageServices(context: ServerContext): Service[] {
  return [
    groupSend(context),
    groupHistory(context),
    groupRead(context),
    groupReceipts(context),
    groupRevoke(context),
    groupModify(context),
    groupPins(context),
  ]
}
