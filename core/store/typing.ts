import type { CustomBody } from './outgoing'
import type { Message } from './types'

const BUSINESS = 'user_typing_status'
/** How long one notice counts, ms: Tencent's kits send another every 4 s while somebody types. */
export const TYPING_MS = 6000

/** The notice that somebody types, or has stopped, in the form of Tencent's kits. */
export function typingBody(typing: boolean): CustomBody {
  const data = {
    businessID: BUSINESS,
    typingStatus: typing ? 1 : 0,
    version: 1,
    userAction: typing ? 14 : 0,
    actionParam: typing ? 'EIMAMSG_InputStatus_Ing' : 'EIMAMSG_InputStatus_End',
  }
  return { data: JSON.stringify(data), description: '', extension: '' }
}

/** Whether a message is such a notice, and which; `undefined` for every other message. */
export function typingOf({ content }: Pick<Message, 'content'>): boolean | undefined {
  if (content.type !== 'custom' || content.data.length > 1000 || !content.data.includes(BUSINESS))
    return undefined
  try {
    const data = JSON.parse(content.data) as Record<string, unknown> | null
    if (data?.businessID !== BUSINESS) return undefined
    // Clients that mix the two up tell the end by `actionParam`.
    return data.typingStatus === 1 && data.actionParam !== 'EIMAMSG_InputStatus_End'
  } catch {
    return undefined
  }
}
