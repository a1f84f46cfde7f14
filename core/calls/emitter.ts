/** Listeners by the type of what they listen to. */
export interface Emitter<Events> {
  readonly on: <K extends keyof Events>(type: K, listener: (event: Events[K]) => void) => () => void
  readonly emit: <K extends keyof Events>(type: K, event: Events[K]) => void
}

export function createEmitter<Events>(): Emitter<Events> {
  const all = new Map<keyof Events, Set<(event: never) => void>>()
  return {
    on(type, listener) {
      const listeners = all.get(type) ?? new Set()
      all.set(type, listeners.add(listener))
      return () => listeners.delete(listener)
    },
    emit(type, event) {
      for (const listener of [...(all.get(type) ?? [])]) listener(event as never)
    },
  }
}
