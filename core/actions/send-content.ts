import type { CustomBody, Place } from '../store/outgoing'
import type { Result } from '../store/types'
import type { Kit } from './kit'
import { send } from './send-message'

/** Sends a sticker: which pack, and which one in it. SDK: `createFaceMessage`. */
export const sendFace = (
  kit: Kit,
  conversationID: string,
  { index, data }: { index: number; data: string },
): Promise<Result<void>> => send(kit, conversationID, { type: 'face', index, data })

/** Sends a place on the map. SDK: `createLocationMessage`. */
export const sendLocation = (kit: Kit, conversationID: string, place: Place): Promise<Result<void>> =>
  send(kit, conversationID, { type: 'location', place })

/** Sends a message of a kind of one's own. SDK: `createCustomMessage`. */
export const sendCustom = (kit: Kit, conversationID: string, body: CustomBody): Promise<Result<void>> =>
  send(kit, conversationID, { type: 'custom', body })
