import { joinFound, type FoundIn, type MessageQuery, type Search } from '../store/searches'
import type { State } from '../store/state'
import { allMessages, emptyThread } from '../store/thread'
import type { Message, Result } from '../store/types'
import { summaryLine } from '../menu/merged'
import { attempt, whenReady } from './attempt'
import type { Kit } from './kit'

/** The app's plan has no search; the SDK was built without it. */
const NO_SEARCH = new Set([60020, 2998])
/** Logins that have no search: nobody asks again at each letter. */
const without = new WeakMap<Kit, number>()
/** Whoever wants to see more says more of what they look for. */
const MOST_LOCAL = 200
/** So many pages of a history are read at a time, or fewer when that many messages were found. */
const PAGES = 10
const ENOUGH = 20

let allotted = 0
/** @returns a name for the search of a screen */
export const newSearch = (): string => `s${++allotted}`

const isEmpty = ({ conversationID, words, senders, kinds, from }: MessageQuery): boolean =>
  !words.length && !(conversationID && (senders.length || kinds.length || from))

function change(kit: Kit, id: string, make: (search: Search | undefined) => Search | undefined): void {
  kit.store.set(({ searches }) => {
    const { [id]: search, ...others } = searches
    const next = make(search)
    return { searches: next ? { ...others, [id]: next } : others }
  })
}

function meets(message: Message, query: MessageQuery, kit: Kit): boolean {
  const { senders, kinds, from, until, words } = query
  const { content, revoked, time } = message
  if (revoked || content.type === 'groupTip' || content.type === 'systemNotice') return false
  if (senders.length && !senders.includes(message.from)) return false
  if (kinds.length && !kinds.some((kind) => kind === content.type)) return false
  if (from && until && (time < from || time > until)) return false
  const said = (content.type === 'text' ? content.text : summaryLine(message, kit.t())).toLowerCase()
  return words.every((word) => said.includes(word.toLowerCase()))
}

/** What is loaded already of all chats. */
function lookHere(kit: Kit, { messages }: State, query: MessageQuery): FoundIn[] {
  const found: FoundIn[] = []
  for (const conversationID of Object.keys(messages)) {
    const hits = allMessages(messages[conversationID] ?? emptyThread())
      .filter((message) => meets(message, query, kit))
      .reverse()
      .slice(0, MOST_LOCAL)
    if (hits.length) found.push({ conversationID, count: hits.length, messages: hits })
  }
  return found
}

interface Looked {
  found: readonly FoundIn[]
  cursor: string
}

/** Reads the history of one chat from where the last look ended. SDK: `getMessageList`. */
async function lookBack(kit: Kit, { query, found, cursor, local }: Search): Promise<Result<Looked>> {
  const { conversationID } = query
  const hits: Message[] = []
  let from = local ? cursor : ''
  for (let page = 0; page < PAGES && hits.length < ENOUGH; page++) {
    const start = from
    const result = await attempt('getMessageList', () => kit.sdk.history(conversationID, start))
    if (!result.ok) return result
    const { messages, complete } = result.value
    hits.push(...messages.filter((message) => meets(message, query, kit)).reverse())
    from = complete ? '' : result.value.cursor
    if (!from) break
  }
  const now = hits.length ? [{ conversationID, count: hits.length, messages: hits }] : []
  return { ok: true, value: { found: joinFound(found, now), cursor: from } }
}

/** Without a search of the server. */
const lookLocally = (kit: Kit, search: Search): Promise<Result<Looked>> | Result<Looked> =>
  search.query.conversationID
    ? lookBack(kit, search)
    : { ok: true, value: { found: lookHere(kit, kit.store.get(), search.query), cursor: '' } }

async function askServer(kit: Kit, { query, found, cursor }: Search): Promise<Result<Looked>> {
  const result = await attempt('searchCloudMessages', () => kit.sdk.searchMessages(query, cursor))
  if (!result.ok) return result
  const page = result.value
  return {
    ok: true,
    value: { found: joinFound(found, page.found), cursor: page.found.length ? page.cursor : '' },
  }
}

async function ask(kit: Kit, id: string, search: Search): Promise<void> {
  const ready = await whenReady(kit)
  const { logins } = kit.store.get().session
  // Something else may be looked for by now, or its screen is gone.
  const isCurrent = (): boolean => kit.store.get().searches[id]?.query === search.query
  let local = without.get(kit) === logins
  let result: Result<Looked> = { ok: true, value: search }
  if (!ready.ok) result = ready
  else if (!local) result = await askServer(kit, search)
  if (!result.ok && NO_SEARCH.has(result.error.code)) {
    without.set(kit, logins)
    kit.reportQuietly(result.error)
    local = true
  }
  if (!isCurrent()) return
  if (ready.ok && local) result = await lookLocally(kit, search)
  if (!isCurrent()) return
  if (!result.ok) kit.reportQuietly(result.error)
  const outcome: Partial<Search> = result.ok
    ? { phase: 'ready', found: result.value.found, cursor: result.value.cursor }
    : { phase: 'failed', error: result.error }
  change(kit, id, () => ({ ...search, ...outcome, local }))
}

/**
 * Looks for messages; what was found comes to `searches[id]`. Where the app's plan has no search, one chat
 * is looked through page by page, and of the others what is loaded. SDK: `searchCloudMessages`, `getMessageList`.
 * @param id from {@link newSearch}; a search that is under way by that name is given up
 */
export async function searchMessages(kit: Kit, id: string, query: MessageQuery): Promise<void> {
  if (isEmpty(query)) return endSearch(kit, id)
  const search: Search = { query, phase: 'loading', found: [], cursor: '', local: false }
  change(kit, id, () => search)
  await ask(kit, id, search)
}

/** The next page, or the same one again after a failure. */
export async function searchMore(kit: Kit, id: string): Promise<void> {
  const before = kit.store.get().searches[id]
  if (!before || before.phase === 'loading' || (before.phase === 'ready' && !before.cursor)) return
  const search: Search = { ...before, phase: 'loading', error: undefined }
  change(kit, id, () => search)
  await ask(kit, id, search)
}

/** Its screen is closed, or its field was cleared. */
export function endSearch(kit: Kit, id: string): void {
  if (kit.store.get().searches[id]) change(kit, id, () => undefined)
}
