import { isHidden } from '../kinds/hidden'
import type { Outgoing } from '../store/outgoing'
import type { ChatError, Message } from '../store/types'

/** What was tapped in a chat, before the kit does anything about it. */
export type TapTarget =
  /** A link, a phone number or an address in a text. */
  | { readonly type: 'link' | 'phone' | 'email'; readonly url: string }
  /** Somebody's picture beside a message. */
  | { readonly type: 'avatar'; readonly userID: string; readonly conversationID: string }
  /** A message that opens something: a picture, a file, a place, or the host's own component (its event `open`). */
  | { readonly type: 'message'; readonly message: Message }

/** What a host hears of before the kit acts. Each may be left out. */
export interface Hooks {
  /**
   * What is about to be sent, before it is in the list. @returns what goes out instead, `false` for nothing at all
   * (the host says why), nothing to let it pass
   */
  beforeSend?(outgoing: Outgoing, conversationID: string): Outgoing | false | void
  /** @returns true: the host has dealt with it, and the kit does nothing */
  onTap?(target: TapTarget): boolean | void
  /**
   * A message has just come in, in whatever chat; not what is loaded from the history, and nothing of one's own.
   * For a sound, for counting: the message is in the list already, and what is returned changes nothing.
   */
  onReceive?(message: Message): void
  /** The user wants to report a group: what they should know, the host asks. Without it there is no such row. */
  onReport?(conversationID: string): void
  /** Everything that went wrong, also what is only seen beside a message. */
  onError?(error: ChatError): void
}

const hooked: Hooks[] = []

/** @returns the function that takes them out again */
export function registerHooks(hooks: Hooks): () => void {
  hooked.unshift(hooks)
  return () => {
    const at = hooked.indexOf(hooks)
    if (at >= 0) hooked.splice(at, 1)
  }
}

/** Whether the host has dealt with it. A hook that throws has not. */
export function tapHandled(target: TapTarget): boolean {
  return hooked.some((hooks) => {
    try {
      return hooks.onTap?.(target) === true
    } catch {
      return false
    }
  })
}

/** What goes out in the end; `undefined` when the host keeps it back. A hook that throws lets it pass. */
export function beforeSending(outgoing: Outgoing, conversationID: string): Outgoing | undefined {
  let next: Outgoing = outgoing
  for (const hooks of hooked) {
    try {
      const answer = hooks.beforeSend?.(next, conversationID)
      if (answer === false) return undefined
      next = answer ?? next
    } catch {
      continue
    }
  }
  return next
}

/** One host's mistake is not another's, and none of the kit's. */
function tellAll(tell: (hooks: Hooks) => void): void {
  for (const hooks of [...hooked]) {
    try {
      tell(hooks)
    } catch {
      continue
    }
  }
}

export function tellReceived(messages: readonly Message[]): void {
  for (const message of messages)
    if (!message.own && !isHidden(message)) tellAll((hooks) => hooks.onReceive?.(message))
}

export const tellError = (error: ChatError): void => tellAll((hooks) => hooks.onError?.(error))

export const isReportHeard = (): boolean => hooked.some((hooks) => hooks.onReport !== undefined)
export const tellReport = (conversationID: string): void =>
  tellAll((hooks) => hooks.onReport?.(conversationID))
