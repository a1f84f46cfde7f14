/** Immutable state with subscribers. A change replaces slices; everything that did not change keeps its identity. */
export interface Store<S extends object> {
  get(): S
  /** Replaces the slices that `change` returns; subscribers hear of it only if one of them is really another object. */
  set(change: (state: S) => Partial<S>): void
  /** @returns the function that ends the subscription */
  subscribe(listener: () => void): () => void
}

export function createStore<S extends object>(initial: S): Store<S> {
  let state = initial
  const listeners = new Set<() => void>()
  return {
    get: () => state,
    set(change) {
      const next = change(state)
      const changed = (Object.keys(next) as (keyof S)[]).some((key) => next[key] !== state[key])
      if (!changed) return
      state = { ...state, ...next }
      for (const listener of [...listeners]) {
        // An earlier listener may have ended the subscription: its component is gone.
        if (listeners.has(listener)) listener()
      }
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
