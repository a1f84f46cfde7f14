import { isAbilityBits } from './app-config'
import type { ServerContext } from './context'
import { conversationView, groupView, userView } from './control/views'
import type { ConversationView, GroupView, UserView } from './control/types'
import { controlSend, type ControlMessage, type SentMessage } from './control/send'
import type { ProfileValue } from './domain/accounts'
import { ErrorCode, ImError } from './errors'
import type { Faults } from './faults'
import type { Router } from './router'
import { kickOut, KickType } from './services/session/login'
import { requireAccount } from './services/users/access'
import { createUserSig } from './usersig'

export type { ConversationView, GroupView, MessageView, UserView } from './control/types'
export type { ControlMessage, SentMessage } from './control/send'

/** How long a UserSig from the control API is valid, in seconds: a week. */
const USER_SIG_SECONDS = 7 * 24 * 3600

/** What a test, or the developer's page, can do with the server that no client can. */
export interface Control {
  /** What is to go wrong. */
  readonly faults: Faults
  /** Everybody, in the order of creation. */
  users(): UserView[]
  /** Creates the account if it is not there, and sets profile fields by tag (`Tag_Profile_IM_Nick`, …). */
  createUser(userID: string, profile?: Record<string, ProfileValue>): UserView
  /** The list of a user as the SDK shows it, pinned ones first. */
  conversations(userID: string): ConversationView[]
  groups(): GroupView[]
  /**
   * Sends as a user or, without `from`, as the administrator.
   * @throws ImError where the SDK would be refused
   */
  send(message: ControlMessage): SentMessage
  /** Cuts the sockets of a user, as a lost network does. Returns how many there were. */
  dropConnections(userID: string): number
  /** Throws a user out, as an administrator can. Returns from how many instances. */
  kick(userID: string, type?: KickType): number
  /** Ends the logins of a user: `userSigExpired`, and a new login needs a UserSig. */
  expire(userID: string): void
  /** Replaces the cloud configuration, and tells all clients. */
  pushConfig(config: Record<string, string>): void
  /** Changes what the app has paid for: 0 or 1 per ability, the rightmost is bit 0. @throws ImError */
  pushAbilities(bits: string): void
  /** Makes clients refrain from a command (`service.command`) for some seconds; without `userID`: all clients. */
  overload(command: string, seconds: number, userID?: string): void
  /** Holds back every frame to every client for so many milliseconds; 0 ends it. */
  setDelay(milliseconds: number): void
  /** A signature to log in with. `expire` in seconds. */
  userSig(userID: string, sdkAppID: number, expire?: number): string
}

export function createControl(context: ServerContext, router: Router, faults: Faults): Control {
  const { sessions, domain, policy, appConfig } = context
  const { accounts, groups, list } = domain
  const connectionsOf = (userID: string) =>
    sessions.online(userID).flatMap(({ connection }) => connection ?? [])

  return {
    faults,
    users: () => accounts.all().map((userID) => userView(userID, domain, sessions)),
    createUser: (userID, profile = {}) => {
      accounts.ensure(userID)
      const ProfileItem = Object.entries(profile).map(([Tag, Value]) => ({ Tag, Value }))
      if (ProfileItem.length > 0) router.perform(userID, 'profile.portrait_set', { ProfileItem })
      return userView(userID, domain, sessions)
    },
    conversations: (userID) => {
      requireAccount(domain, userID)
      return list.peers(userID).map((peer) => conversationView(userID, peer, domain))
    },
    groups: () => groups.all().flatMap(({ id }) => groupView(id, domain) ?? []),
    send: (message) => {
      if (message.from !== undefined && !policy.administrators.includes(message.from)) {
        requireAccount(domain, message.from)
      }
      return controlSend(message, context, router)
    },
    dropConnections: (userID) => {
      const connections = connectionsOf(userID)
      for (const connection of connections) connection.drop()
      return connections.length
    },
    kick: (userID, type = KickType.BY_ADMINISTRATOR) => {
      const connections = connectionsOf(userID)
      for (const connection of connections) {
        kickOut(connection, type)
        sessions.logOut(connection)
      }
      return connections.length
    },
    expire: (userID) => sessions.expire(userID),
    pushConfig: (config) => appConfig.setConfig(config),
    pushAbilities: (bits) => {
      if (!isAbilityBits(bits)) {
        throw new ImError(ErrorCode.INVALID_REQUEST, 'abilities must be 1 to 64 characters 0 or 1')
      }
      appConfig.setAbilities(bits)
    },
    overload: (command, seconds, userID) => appConfig.overload(command, seconds, userID),
    setDelay: (milliseconds) => {
      faults.delay = milliseconds
    },
    userSig: (userID, sdkAppID, expire = USER_SIG_SECONDS) =>
      createUserSig({ userID, sdkAppID, expire }, policy.secretKey),
  }
}
