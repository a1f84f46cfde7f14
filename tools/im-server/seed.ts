import type { Domain } from './domain'
import { ProfileTag } from './domain/accounts'
import { ImError } from './errors'
import { isObject, readCount, readID, readObjects, readString, type JsonObject } from './json'

export interface SeedUser {
  userID: string
  nick: string
  /** URL of a picture; empty: none. */
  avatar: string
  selfSignature: string
}

export interface SeedMessage {
  from: string
  to: string
  text: string
  /** Age at the start of the server. */
  minutesAgo: number
  /** The receiver has not read this message: to be used for the last ones of a conversation. */
  unread: boolean
}

/** What a server starts with. */
export interface Seed {
  users: SeedUser[]
  /** In any order: they are sorted by age. */
  messages: SeedMessage[]
}

/** A seed file that cannot be used; the message says where and why. */
export class SeedError extends Error {}

function at<T>(place: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof ImError) throw new SeedError(`${place}: ${error.message}`)
    throw error
  }
}

/** Between two users who write in turn: a long conversation, for trying out history and performance. */
function generated(source: JsonObject): SeedMessage[] {
  const from = readID(source, 'from')
  const to = readID(source, 'to')
  const count = readCount(source, 'count')
  const minutesAgo = readCount(source, 'minutesAgo', count)
  const text = readString(source, 'text', '第 {n} 条消息')
  return Array.from({ length: count }, (_, index) => ({
    from: index % 2 ? to : from,
    to: index % 2 ? from : to,
    text: text.replaceAll('{n}', String(index + 1)),
    minutesAgo: minutesAgo * (1 - index / count),
    unread: false,
  }))
}

/**
 * Checks the content of a seed file:
 * `{ users: [{ userID, nick, avatar?, selfSignature? }], messages?: [{ from, to, text, minutesAgo, unread? }],
 * generate?: [{ from, to, count, minutesAgo?, text? }] }`. In `text` of `generate`, `{n}` is the number.
 * @throws SeedError
 */
export function parseSeed(document: unknown): Seed {
  if (!isObject(document)) throw new SeedError('the seed must be a JSON object')
  const list = (key: string) => at('seed', () => readObjects(document, key, []))

  const users = list('users').map((item, index) =>
    at(`users[${index}]`, () => ({
      userID: readID(item, 'userID'),
      nick: readString(item, 'nick', ''),
      avatar: readString(item, 'avatar', ''),
      selfSignature: readString(item, 'selfSignature', ''),
    })),
  )
  const written = list('messages').map((item, index) =>
    at(`messages[${index}]`, () => ({
      from: readID(item, 'from'),
      to: readID(item, 'to'),
      text: readID(item, 'text'),
      minutesAgo: readCount(item, 'minutesAgo'),
      unread: item.unread === true,
    })),
  )
  const messages = [
    ...written,
    ...list('generate').flatMap((item, index) => at(`generate[${index}]`, () => generated(item))),
  ]

  const known = new Set<string>()
  for (const { userID } of users) {
    if (known.has(userID)) throw new SeedError(`users: the userID ${userID} occurs twice`)
    known.add(userID)
  }
  for (const { from, to } of messages) {
    for (const userID of [from, to]) {
      if (!known.has(userID)) throw new SeedError(`messages: ${userID} is not among the users`)
    }
  }
  return { users, messages }
}

/** Puts users and messages into the domain, as if they had been there and been sent before `now` (ms). */
export function plantSeed(domain: Domain, seed: Seed, now = Date.now()): void {
  for (const user of seed.users) {
    domain.accounts.ensure(user.userID)
    domain.accounts.setProfile(user.userID, ProfileTag.NICK, user.nick)
    domain.accounts.setProfile(user.userID, ProfileTag.AVATAR, user.avatar)
    domain.accounts.setProfile(user.userID, ProfileTag.SELF_SIGNATURE, user.selfSignature)
  }
  const oldestFirst = [...seed.messages].sort((a, b) => b.minutesAgo - a.minutesAgo)
  for (const [index, message] of oldestFirst.entries()) {
    plantMessage(domain, message, index + 1, Math.floor(now / 1000 - message.minutesAgo * 60))
  }
}

/** @param number the same for the same message at each start, so that its ID is the same as well */
function plantMessage(domain: Domain, seeded: SeedMessage, number: number, time: number): void {
  const { from, to, text, unread } = seeded
  const { place } = domain.keepMessage(
    {
      from,
      to,
      seq: number,
      random: number,
      time,
      clientTime: time,
      body: [{ MsgType: 'TIMTextElem', MsgContent: { Text: text } }],
      cloudCustomData: '',
      needReadReceipt: 0,
      supportExtension: 0,
      noUnread: false,
      noLastMessage: false,
    },
    '',
  )
  // Who writes has read what came before; who receives has read it unless the seed says otherwise.
  for (const [owner, peer, read] of [
    [from, to, true],
    [to, from, !unread],
  ] as const) {
    if (read) domain.c2c.change(owner, peer, { readPosition: place.position, readTime: time })
  }
}
