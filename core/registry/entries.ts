/** Entries in an order that hosts may change: add, replace, take out. */
export interface Entries<Entry extends { id: string }> {
  all(): readonly Entry[]
  find(id: string): Entry | undefined
  /**
   * Adds one at the end, or before the one named `before`; one of the same `id` takes the place of the other.
   * @returns the function that takes it out, and puts back the one whose place it took
   */
  add(entry: Entry, before?: string): () => void
  /** Takes one out. @returns the function that puts it back in its place */
  remove(id: string): () => void
}

export function createEntries<Entry extends { id: string }>(builtIn: readonly Entry[]): Entries<Entry> {
  const entries = [...builtIn]
  const indexOf = (id: string): number => entries.findIndex((entry) => entry.id === id)
  return {
    all: () => entries,
    find: (id) => entries[indexOf(id)],
    add(entry, before = '') {
      const at = indexOf(entry.id)
      const replaced = at < 0 ? undefined : entries[at]
      const place = indexOf(before)
      if (replaced) entries[at] = entry
      else entries.splice(place < 0 ? entries.length : place, 0, entry)
      return () => {
        const now = entries.indexOf(entry)
        if (now >= 0) entries.splice(now, 1, ...(replaced ? [replaced] : []))
      }
    },
    remove(id) {
      const at = indexOf(id)
      const removed = entries[at]
      if (!removed) return () => undefined
      entries.splice(at, 1)
      return () => {
        if (indexOf(id) < 0) entries.splice(at, 0, removed)
      }
    },
  }
}
