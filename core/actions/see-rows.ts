import type { Kit } from './kit'

const NONE: ReadonlySet<string> = new Set()

/** A chat is about to be drawn: nothing of it has been seen. */
export function beginSight(kit: Kit, conversationID: string): void {
  kit.store.set(({ sight }) =>
    sight?.conversationID === conversationID ? {} : { sight: { conversationID, rows: NONE } },
  )
}

/** Which rows of the open chat can be seen, by local id, of those that it matters of: the ones that ask for a receipt. */
export function seeRows(kit: Kit, conversationID: string, rows: ReadonlySet<string>): void {
  kit.store.set(() => ({ sight: { conversationID, rows } }))
}
