import { endSearch, newSearch, searchMessages, searchMore } from '../../core/actions/search-messages'
import { jumpTo } from '../../core/actions/jump-to'
import type { MessageQuery, SearchKind } from '../../core/store/searches'
import type { Message } from '../../core/store/types'
import { wordsOf } from '../../core/views/search'
import { kitOf } from '../base/connect'
import type { Filters } from './filters'

const NO_FILTERS: Filters = { sender: '', kind: '', day: '' }
const DAY_S = 24 * 60 * 60

/** Nobody types a letter later than this, ms: the server answers five questions a second. */
const PAUSE_MS = 300

const timers = new WeakMap<object, ReturnType<typeof setTimeout>>()

/** A screen that looks for messages, in one chat or in all of them. */
export const searching = Behavior({
  properties: {
    /** What it begins with: words and filters of the screen that led here. */
    firstQuery: { type: String, value: '' },
    firstFilters: { type: Object, value: {} },
  },
  data: {
    /** The name of its search in the state. */
    searchID: '',
    query: '',
    ...NO_FILTERS,
  },
  lifetimes: {
    attached() {
      this.setData({ searchID: newSearch() })
    },
    ready() {
      const { firstQuery, firstFilters } = this.data
      if (!firstQuery) return
      this.setData({ ...(firstFilters as Partial<Filters>), query: firstQuery })
      this.look()
    },
    detached() {
      this.stopPause()
      const kit = kitOf(this)
      if (kit) endSearch(kit, this.data.searchID)
    },
  },
  methods: {
    stopPause() {
      const timer = timers.get(this)
      if (timer) clearTimeout(timer)
    },

    /** The conversation that is looked through; empty: all of them. */
    searchedChat(): string {
      return ''
    },

    onQuery({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ query: detail.value })
      this.stopPause()
      timers.set(
        this,
        setTimeout(() => this.look(), PAUSE_MS),
      )
    },

    onConfirm({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ query: detail.value })
      this.look()
    },

    onFilter({ detail }: WechatMiniprogram.CustomEvent<Partial<Filters>>) {
      this.setData(detail)
      this.look()
    },

    searchedKinds(): readonly SearchKind[] {
      const { kind } = this.data
      return kind ? [kind] : []
    },

    /** Asks at once. */
    look() {
      this.stopPause()
      const kit = kitOf(this)
      const { searchID, query, sender, day } = this.data
      const from = day ? Math.floor(new Date(`${day}T00:00:00`).getTime() / 1000) : 0
      const wanted: MessageQuery = {
        conversationID: this.searchedChat(),
        words: wordsOf(query),
        senders: sender ? [sender] : [],
        kinds: this.searchedKinds(),
        ...(from && { from, until: from + DAY_S - 1 }),
      }
      if (kit) void searchMessages(kit, searchID, wanted)
    },

    onMore() {
      const kit = kitOf(this)
      if (kit) void searchMore(kit, this.data.searchID)
    },

    /** Leads to a message in its chat; what was found lies under the chat, and is there again on the way back. */
    showMessage({ conversationID, ID, sequence, time }: Message) {
      const kit = kitOf(this)
      if (!kit) return
      // The chat first: opening it begins at its newest messages.
      this.triggerEvent('open', { conversationID, done: false })
      void jumpTo(kit, conversationID, { ID, sequence, time }).then((result) => {
        if (!result.ok) kit.report(result.error)
      })
    },
  },
})
