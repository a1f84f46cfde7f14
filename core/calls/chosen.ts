import type { CallEngine } from './engine'

let chosen: CallEngine | undefined
const listeners = new Set<() => void>()

/** The engine that the host has chosen; before that there are no calls. */
export const chosenEngine = (): CallEngine | undefined => chosen

/** Called whenever {@link chosenEngine} is another one. @returns the function that ends it */
export function onEngineChosen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/**
 * Lets `<TUICallKit>` make and take calls with this engine. To be called once, before or after the page is shown.
 * @returns the function that takes it out again, which ends a call that is on
 *
 * @example
 * useCalls(createSignalingEngine({ media: createTrtcMedia(TRTC) }))
 */
export function useCalls(engine: CallEngine): () => void {
  const choose = (next: CallEngine | undefined): void => {
    chosen = next
    for (const listener of [...listeners]) listener()
  }
  choose(engine)
  return () => {
    if (chosen === engine) choose(undefined)
  }
}
