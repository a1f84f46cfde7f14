import type { CallTarget } from '../calls/engine'

/** What begins a call from anywhere in the kit; there is one while a `<TUICallKit>` that can call is on the page. */
export interface CallStarter {
  /** Says by itself when it cannot. In a group without `userIDs` it asks who is to be called. */
  start(target: CallTarget): void
}

const starters: CallStarter[] = []

/** The newest one: of the page that is in front. */
export const callStarter = (): CallStarter | undefined => starters[starters.length - 1]

/** @returns the function that takes it out again */
export function registerCallStarter(starter: CallStarter): () => void {
  starters.push(starter)
  return () => {
    const at = starters.indexOf(starter)
    if (at >= 0) starters.splice(at, 1)
  }
}

const waiting = new Set<() => void>()

/** The host has handed over an SDK, or another one. */
export function hostIsReady(): void {
  for (const listener of [...waiting]) listener()
}

/** Called whenever there is an SDK to work with. @returns the function that ends it */
export function onHostReady(listener: () => void): () => void {
  waiting.add(listener)
  return () => waiting.delete(listener)
}

const covers = new Set<(covered: boolean) => void>()

/** A call lies over the whole page, or does so no more. */
export function coverPage(covered: boolean): void {
  for (const listener of [...covers]) listener(covered)
}

/** Called when a call comes over the page and when it goes. @returns the function that ends it */
export function onCovered(listener: (covered: boolean) => void): () => void {
  covers.add(listener)
  return () => covers.delete(listener)
}
