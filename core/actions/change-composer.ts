import type { Composer } from '../store/state'
import type { Kit } from './kit'

const EMPTY: Composer = { text: '', mentions: [] }

/** Changes what is being written in a conversation; with nothing left in it, it is dropped. */
export function changeComposer(
  kit: Kit,
  conversationID: string,
  change: (composer: Composer) => Composer,
): void {
  kit.store.set(({ composers }) => {
    const before = composers[conversationID] ?? EMPTY
    const next = change(before)
    if (next === before) return {}
    const { [conversationID]: _before, ...others } = composers
    const empty = !next.text && !next.mentions.length && !next.quote && !next.editing
    return { composers: empty ? others : { ...others, [conversationID]: next } }
  })
}
