import { WebSocket } from 'ws'
import { Connection } from './connection'

// Not connected to anything. The types leave out the arguments that this use of the constructor needs.
const nowhere = Reflect.construct(WebSocket, [null, undefined, {}]) as WebSocket

/**
 * Stands for the connection of a user who acts without one: through the control API, or through a back end. It
 * has no instance ID, so that all instances of the user are told what was done. What is sent to it is lost.
 */
export const DETACHED = new Connection(nowhere, new URL('ws://127.0.0.1/binfo'), () => undefined)
