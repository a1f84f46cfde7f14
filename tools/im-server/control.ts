import { kickOut, KickType } from './services/login'
import type { Sessions } from './sessions'

/** Faults on demand, for tests. */
export interface Control {
  /** Cuts the sockets of a user, as a lost network does. Returns how many there were. */
  dropConnections(userID: string): number
  /** Throws a user out, as an administrator can. */
  kick(userID: string, type?: KickType): void
  /** Holds back every frame to every client for so many milliseconds; 0 ends it. */
  setDelay(milliseconds: number): void
}

/** @returns the control, and the delay that connections have to ask for */
export function createControl(sessions: Sessions): { control: Control; delay: () => number } {
  let delay = 0
  const connectionsOf = (userID: string) =>
    sessions.online(userID).flatMap(({ connection }) => connection ?? [])

  return {
    delay: () => delay,
    control: {
      dropConnections: (userID) => {
        const connections = connectionsOf(userID)
        for (const connection of connections) connection.drop()
        return connections.length
      },
      kick: (userID, type = KickType.BY_ADMINISTRATOR) => {
        for (const connection of connectionsOf(userID)) {
          kickOut(connection, type)
          sessions.logOut(connection)
        }
      },
      setDelay: (milliseconds) => {
        delay = milliseconds
      },
    },
  }
}
