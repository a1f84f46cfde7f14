import { isHidden } from '../kinds/hidden'
import type { Message, MessagePage, Stretch } from '../store/types'
import { forgetRow, messageRow, type MessageRow, type RowContext } from './message-row'

export interface MessagePageView {
  id: string
  rows: MessageRow[]
}

interface MadePage {
  context: RowContext
  receiptID: string
  view: MessagePageView
}
const madePages = new WeakMap<MessagePage, MadePage>()

const PARTS = ['prev', 'receipt', 't', 'now', 'group', 'me', 'recalled'] as const

const sameContext = (made: MadePage, context: RowContext, receiptID: string): boolean =>
  made.receiptID === receiptID && PARTS.every((part) => made.context[part] === context[part])

/** The rows of a page; the same object for as long as none of them has changed. */
export function pageView(page: MessagePage, context: RowContext, receiptID: string): MessagePageView {
  const made = madePages.get(page)
  if (made && sameContext(made, context, receiptID)) return made.view
  let prev: Message | undefined = context.prev
  const visible = page.messages.filter((message) => !isHidden(message))
  const rows = visible.map((message) => {
    const receipt = message.id === receiptID ? context.receipt : ''
    const row = messageRow(message, { ...context, prev, receipt, neighbours: visible })
    prev = message
    return row
  })
  const unchanged =
    made?.view.rows.length === rows.length && rows.every((row, i) => row === made.view.rows[i])
  const view = unchanged ? made.view : { id: page.id, rows }
  madePages.set(page, { context, receiptID, view })
  return view
}

const emptyPages = new WeakMap<MessagePage, MessagePageView>()

/** A page that is not drawn. */
export function emptyPage(page: MessagePage): MessagePageView {
  // Rows of a long history would fill the memory, and are soon made again.
  if (madePages.delete(page)) page.messages.forEach(forgetRow)
  const made = emptyPages.get(page) ?? { id: page.id, rows: [] }
  emptyPages.set(page, made)
  return made
}

const shownOlder = new WeakMap<readonly MessagePage[], MessagePageView[]>()

/** Views of the older pages, those that are drawn in their places; the same list while none of them is another. */
export function olderPages(
  older: readonly MessagePage[],
  drawn: ReadonlyMap<number, MessagePageView>,
): MessagePageView[] {
  const known = shownOlder.get(older)
  const views = older.map((page, at) => drawn.get(at) ?? emptyPage(page))
  if (known?.every((view, at) => view === views[at])) return known
  shownOlder.set(older, views)
  return views
}

const recalledOf = new WeakMap<MessagePage | readonly MessagePage[], readonly string[]>()
let recalled: { key: string; ids: ReadonlySet<string> } = { key: '', ids: new Set() }

function once<T extends MessagePage | readonly MessagePage[]>(part: T, find: (part: T) => string[]) {
  const ids = recalledOf.get(part) ?? find(part)
  recalledOf.set(part, ids)
  return ids
}

const recalledOn = (page: MessagePage): readonly string[] =>
  once(page, ({ messages }) => messages.filter(({ revoked }) => revoked).map(({ ID }) => ID))

const recalledOnAll = (pages: readonly MessagePage[]): string[] =>
  pages.reduce<string[]>((all, page) => {
    all.push(...recalledOn(page))
    return all
  }, [])

/** SDK IDs of the messages that were recalled; the same set for as long as they are the same. */
export function recalledIn({ newer, older }: Stretch): ReadonlySet<string> {
  // History is long and stays as it is.
  const all = recalledOnAll(newer).concat(once(older, recalledOnAll))
  const key = all.join()
  if (key !== recalled.key) recalled = { key, ids: new Set(all) }
  return recalled.ids
}
