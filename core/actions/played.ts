/** What the phone keeps for the kit between two starts: conveniences, never messages. */
export interface Memory {
  read(key: string): unknown
  write(key: string, value: unknown): void
}

/** For hosts and tests without a phone. */
export const noMemory: Memory = { read: () => undefined, write: () => undefined }

/** Which voice messages of others were listened to. */
export interface PlayedBook {
  /** @param time of the message, seconds since 1970 */
  has(ID: string, time: number): boolean
  add(ID: string, time: number): void
}

interface Account {
  userID: string
  /** Everything up to this time counts as played, seconds since 1970. */
  before: number
  /** The SDK's ID and the time of each message. */
  played: [ID: string, time: number][]
}

const KEY = 'tuikit.played'
/** About 12 KB an account. */
const MAX_PLAYED = 200
const MAX_ACCOUNTS = 3
/** On a new phone older messages have no dot: they were heard on the one before, or never will be. */
const NEW_PHONE_SECONDS = 7 * 24 * 3600

const isPair = (value: unknown): value is [string, number] =>
  Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'number'

function readAccount(value: unknown): Account | undefined {
  const { userID, before, played } = (value ?? {}) as Partial<Record<keyof Account, unknown>>
  if (typeof userID !== 'string' || typeof before !== 'number' || !Array.isArray(played)) return undefined
  return { userID, before, played: played.filter(isPair) }
}

/**
 * Remembers within a bound, per account. What falls out of it takes everything older along: a message that was heard
 * once never looks new again.
 * @param userID of the account that is logged in @param now milliseconds since 1970
 */
export function createPlayedBook(memory: Memory, userID: () => string, now: () => number): PlayedBook {
  let account: Account | undefined
  let IDs = new Set<string>()

  const accounts = (): Account[] => {
    const kept: unknown = memory.read(KEY)
    const list: unknown[] = Array.isArray(kept) ? kept : []
    return list.map(readAccount).filter((known) => known !== undefined)
  }

  const current = (): Account => {
    const id = userID()
    if (account?.userID === id) return account
    account = accounts().find((known) => known.userID === id) ?? {
      userID: id,
      before: Math.floor(now() / 1000) - NEW_PHONE_SECONDS,
      played: [],
    }
    IDs = new Set(account.played.map(([ID]) => ID))
    return account
  }

  return {
    has: (ID, time) => time <= current().before || IDs.has(ID),
    add(ID, time) {
      const { userID: id, before, played } = current()
      if (IDs.has(ID) || time <= before) return
      const all = [...played, [ID, time] as [string, number]].sort((a, b) => a[1] - b[1])
      const dropped = all.splice(0, all.length - MAX_PLAYED)
      account = { userID: id, before: dropped[dropped.length - 1]?.[1] ?? before, played: all }
      IDs.add(ID)
      const others = accounts().filter((known) => known.userID !== id)
      memory.write(KEY, [account, ...others].slice(0, MAX_ACCOUNTS))
    },
  }
}
