import { callError, NO_MEDIA } from './codes'
import type { CallMediaPort } from './engine'

/** In place of a media package: calls can be neither made nor taken, and everything else works. */
export function createNullMedia(): CallMediaPort {
  const done = (): Promise<void> => Promise.resolve()
  return {
    available: false,
    enter: () => Promise.reject(callError(NO_MEDIA, 'There is no media package: see createTrtcMedia')),
    leave: done,
    setMicrophone: done,
    setCamera: done,
    setSpeaker: done,
    getViews: () => ({ pusher: null, players: [] }),
    viewEvent: () => undefined,
    viewReady: () => undefined,
    on: () => () => undefined,
  }
}
