import { GroupType, Role } from '../domain/groups'
import { ErrorCode, ImError } from '../errors'
import { isObject, readCount, readID, readObject, readObjects, readString, type JsonObject } from '../json'
import {
  SeedError,
  type Seed,
  type SeedApplication,
  type SeedBlock,
  type SeedConversation,
  type SeedFriendship,
  type SeedGroup,
  type SeedMember,
  type SeedUser,
} from './format'
import { checkSeed } from './check'
import { generateMessages, parseMessage } from './parse-messages'

/** As the SDK calls them. Live rooms keep nothing that could be planted. */
const GROUP_TYPES = new Map<string, GroupType>([
  ['Work', GroupType.WORK],
  ['Public', GroupType.PUBLIC],
  ['Meeting', GroupType.MEETING],
  ['Community', GroupType.COMMUNITY],
])

function refuse(info: string): never {
  throw new ImError(ErrorCode.INVALID_REQUEST, info)
}

const parseUser = (item: JsonObject): SeedUser => ({
  userID: readID(item, 'userID'),
  nick: readString(item, 'nick', ''),
  avatar: readString(item, 'avatar', ''),
  selfSignature: readString(item, 'selfSignature', ''),
})

/** A member is given by the ID alone, or as an object. */
function parseMember(item: unknown): SeedMember {
  if (typeof item === 'string') return { userID: item, role: Role.MEMBER, nameCard: '' }
  if (!isObject(item)) refuse('members must be IDs or objects')
  const role = readString(item, 'role', Role.MEMBER)
  if (role !== Role.MEMBER && role !== Role.ADMIN) refuse(`role must be ${Role.MEMBER} or ${Role.ADMIN}`)
  return { userID: readID(item, 'userID'), role, nameCard: readString(item, 'nameCard', '') }
}

function parseGroup(item: JsonObject): SeedGroup {
  const type = GROUP_TYPES.get(readString(item, 'type', 'Work'))
  if (!type) refuse(`type must be one of ${[...GROUP_TYPES.keys()].join(', ')}`)
  if (!Array.isArray(item.members)) refuse('members must be a list')
  return {
    groupID: readID(item, 'groupID'),
    type,
    name: readID(item, 'name'),
    avatar: readString(item, 'avatar', ''),
    introduction: readString(item, 'introduction', ''),
    notification: readString(item, 'notification', ''),
    owner: readID(item, 'owner'),
    members: item.members.map(parseMember),
    minutesAgo: readCount(item, 'minutesAgo', 0),
  }
}

function parseFriendship(item: JsonObject): SeedFriendship {
  const [one, other, ...rest] = Array.isArray(item.between) ? (item.between as unknown[]) : []
  if (typeof one !== 'string' || typeof other !== 'string' || rest.length > 0) {
    refuse('between must be two IDs')
  }
  const remarks = item.remarks === undefined ? {} : readObject(item, 'remarks')
  return {
    between: [one, other],
    remarks: Object.fromEntries(Object.keys(remarks).map((owner) => [owner, readString(remarks, owner)])),
    minutesAgo: readCount(item, 'minutesAgo', 0),
  }
}

const parseApplication = (item: JsonObject): SeedApplication => ({
  from: readID(item, 'from'),
  to: readID(item, 'to'),
  wording: readString(item, 'wording', ''),
  minutesAgo: readCount(item, 'minutesAgo', 0),
})

const parseBlock = (item: JsonObject): SeedBlock => ({
  owner: readID(item, 'owner'),
  userID: readID(item, 'userID'),
})

const parseConversation = (item: JsonObject): SeedConversation => ({
  owner: readID(item, 'owner'),
  ...(item.groupID === undefined ? { userID: readID(item, 'userID') } : { groupID: readID(item, 'groupID') }),
  pinned: item.pinned === true,
  muted: item.muted === true,
})

/**
 * Checks the content of a seed file. Its lists, all optional: `users`, `groups`, `messages`, `generate`
 * (`[{ from, to, count, minutesAgo?, text? }]`; `{n}` in the text is the number), `friends`, `applications`,
 * `blacklist`, `conversations`. Their entries are described in `format.ts`.
 * @throws SeedError
 */
export function parseSeed(document: unknown): Seed {
  if (!isObject(document)) throw new SeedError('the seed must be a JSON object')

  function list<T>(key: string, parse: (item: JsonObject) => T): T[] {
    let place = 'seed'
    try {
      return readObjects(document as JsonObject, key, []).map((item, index) => {
        place = `${key}[${index}]`
        return parse(item)
      })
    } catch (error) {
      if (error instanceof ImError) throw new SeedError(`${place}: ${error.message}`)
      throw error
    }
  }

  const seed = {
    users: list('users', parseUser),
    messages: [...list('messages', parseMessage), ...list('generate', generateMessages).flat()],
    groups: list('groups', parseGroup),
    friends: list('friends', parseFriendship),
    applications: list('applications', parseApplication),
    blacklist: list('blacklist', parseBlock),
    conversations: list('conversations', parseConversation),
  }
  checkSeed(seed)
  return seed
}
