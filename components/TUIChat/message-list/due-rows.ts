import { beginSight, seeRows } from '../../../core/actions/see-rows'
import type { MessagePageView } from '../../../core/views/message-page'
import { kitOf } from '../../base/connect'

interface Watch {
  observer?: WechatMiniprogram.IntersectionObserver | undefined
  /** Local ids of what can be seen. */
  readonly rows: Set<string>
  waiting: boolean
  telling: boolean
  closed: boolean
}

interface List {
  data: { conversationID: string; older: MessagePageView[]; newer: MessagePageView[] }
  createIntersectionObserver(
    options: WechatMiniprogram.CreateIntersectionObserverOption,
  ): WechatMiniprogram.IntersectionObserver
}

const watches = new WeakMap<object, Watch>()

function own(list: object): Watch {
  const watch = watches.get(list) ?? {
    rows: new Set<string>(),
    waiting: false,
    telling: false,
    closed: false,
  }
  watches.set(list, watch)
  return watch
}

const hasDue = (pages: readonly MessagePageView[]): boolean =>
  pages.some(({ rows }) => rows.some(({ due }) => due))

function tell(list: List): void {
  const watch = own(list)
  if (watch.telling) return
  watch.telling = true
  void Promise.resolve().then(() => {
    watch.telling = false
    const kit = kitOf(list)
    if (kit && !watch.closed) seeRows(kit, list.data.conversationID, new Set(watch.rows))
  })
}

/** An observer knows only the rows that were there when it began. */
function start(list: List): void {
  const watch = own(list)
  watch.waiting = false
  watch.observer?.disconnect()
  watch.observer = undefined
  watch.rows.clear()
  const { older, newer } = list.data
  if (watch.closed || !(hasDue(newer) || hasDue(older))) return
  watch.observer = list.createIntersectionObserver({ observeAll: true })
  watch.observer.relativeTo('.scroller').observe('.due', (seen) => {
    const id = String((seen as { dataset?: { id?: string } }).dataset?.id)
    if (seen.intersectionRatio > 0) watch.rows.add(id)
    else watch.rows.delete(id)
    tell(list)
  })
}

/** Tells which of the rows whose senders ask for a receipt are on the screen. For a list of messages. */
export const dueRows = Behavior({
  properties: {
    conversationID: { type: String, value: '' },
  },
  data: {},
  observers: {
    'older.**, newer.**'() {
      this.watchDueRows()
    },
    conversationID(conversationID: string) {
      const kit = kitOf(this)
      if (kit) beginSight(kit, conversationID)
    },
  },
  lifetimes: {
    detached() {
      const watch = own(this)
      watch.closed = true
      watch.observer?.disconnect()
      const kit = kitOf(this)
      // Another list may have taken its place already.
      if (kit?.store.get().sight?.conversationID === this.data.conversationID) beginSight(kit, '')
    },
  },
  methods: {
    watchDueRows() {
      const watch = own(this)
      if (watch.waiting || watch.closed) return
      watch.waiting = true
      void Promise.resolve().then(() => start(this as unknown as List))
    },
  },
})
