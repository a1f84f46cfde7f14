import type { Outgoing } from '../store/outgoing'

/** What was tapped in a chat, before the kit does anything about it. */
export type TapTarget =
  /** A link, a phone number or an address in a text. */
  | { readonly type: 'link' | 'phone' | 'email'; readonly url: string }
  /** Somebody's picture beside a message. */
  | { readonly type: 'avatar'; readonly userID: string; readonly conversationID: string }

/** What a host hears of before the kit acts. Each may be left out. */
export interface Hooks {
  /**
   * What is about to be sent, before it is in the list. @returns what goes out instead, `false` for nothing at all
   * (the host says why), nothing to let it pass
   */
  beforeSend?(outgoing: Outgoing, conversationID: string): Outgoing | false | void
  /** @returns true: the host has dealt with it, and the kit does nothing */
  onTap?(target: TapTarget): boolean | void
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
