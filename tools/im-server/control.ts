import type { Faults } from './faults'
import { kickOut, KickType } from './services/session/login'
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

export function createControl(sessions: Sessions, faults: Faults): Control {
  const connectionsOf = (userID: string) =>
    sessions.online(userID).flatMap(({ connection }) => connection ?? [])

  return {
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
      faults.delay = milliseconds
    },
  }
}
