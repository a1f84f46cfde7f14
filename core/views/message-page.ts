import { isHidden } from '../kinds/hidden'
import type { Message, MessagePage } from '../store/types'
import { messageRow, type MessageRow, type RowContext } from './message-row'

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
  const made = emptyPages.get(page) ?? { id: page.id, rows: [] }
  emptyPages.set(page, made)
  return made
}

const recalledOf = new WeakMap<MessagePage, string[]>()
let recalled: { key: string; ids: ReadonlySet<string> } = { key: '', ids: new Set() }

/** SDK IDs of the messages that were recalled; the same set for as long as they are the same. */
export function recalledIn(pages: readonly MessagePage[]): ReadonlySet<string> {
  const all: string[] = []
  for (const page of pages) {
    let ids = recalledOf.get(page)
    if (!ids) {
      ids = page.messages.filter((message) => message.revoked).map((message) => message.ID)
      recalledOf.set(page, ids)
    }
    all.push(...ids)
  }
  const key = all.join()
  if (key !== recalled.key) recalled = { key, ids: new Set(all) }
  return recalled.ids
}
