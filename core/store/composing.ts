import type { Composer, Mention } from './state'
import { EVERYONE } from './types'

type Written = Pick<Composer, 'text' | 'mentions' | 'cursor'>

/** User IDs whose `@name` still stands in the text. */
export function mentionsIn({ text, mentions }: Pick<Composer, 'text' | 'mentions'>): string[] {
  const found = mentions.filter(({ name }) => text.includes(`@${name}`)).map(({ userID }) => userID)
  // Whoever is one of all needs no name beside it.
  return found.includes(EVERYONE) ? [EVERYONE] : found
}

/** The text with a name where the cursor was. The @ before it, which asked for the name, is its own. */
export function putMention({ text, mentions, cursor = text.length }: Composer, who: Mention): Written {
  const at = Math.min(cursor, text.length)
  const before = text.slice(0, at).replace(/@$/, '')
  const put = `@${who.name} `
  return {
    text: before + put + text.slice(at),
    mentions: [...mentions.filter(({ userID }) => userID !== who.userID), who],
    cursor: before.length + put.length,
  }
}

/**
 * What is left when the text became `next`: where one character was deleted from the end of a name, all of the name
 * goes, and the mention with it.
 * @param cursor where the field's cursor is after the deletion
 */
export function dropMention({ text, mentions }: Composer, next: string, cursor: number): Written {
  const deleted = next.length === text.length - 1 && text.slice(0, cursor) + text.slice(cursor + 1) === next
  const upTo = text.slice(0, cursor + 1)
  const named = deleted ? mentions.find(({ name }) => upTo.endsWith(`@${name} `)) : undefined
  if (!named) return { text: next, mentions, cursor: undefined }
  const start = cursor - named.name.length - 1
  return {
    text: text.slice(0, start) + text.slice(cursor + 1),
    mentions: mentions.filter((other) => other !== named),
    cursor: start,
  }
}

/** Whether what was typed is an @ that asks for a name: not one inside an address. */
export function asksForName(before: string, text: string, cursor: number): boolean {
  if (text.length !== before.length + 1 || text.charAt(cursor - 1) !== '@') return false
  return !/[\w.+-]/.test(text.charAt(cursor - 2))
}
