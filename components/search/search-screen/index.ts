import { loadContacts } from '../../../core/actions/contacts'
import { loadConversations } from '../../../core/actions/load-conversations'
import { NO_SEARCH, searchView, wordsOf, type SearchView, type SectionID } from '../../../core/views/search'
import { connect, kitOf } from '../../base/connect'
import { labels } from '../../base/labels'
import { stackedScreen } from '../../base/screen'
import { searching } from '../searching'

const words = labels({
  title: 'search.title',
  back: 'common.back',
  clear: 'common.clear',
  retry: 'common.retry',
  loading: 'common.loading',
  hint: 'search.hint',
})

type RowEvent = WechatMiniprogram.CustomEvent<{ id: string }, object, { section: SectionID }>

/**
 * People, groups and chats as one types, and messages of all chats. Events: those of a screen, and `go` to one that
 * shows what was found in a single chat, or chooses a sender.
 */
Component({
  behaviors: [
    stackedScreen,
    searching,
    connect<SearchView & { labels: typeof words.none }>({
      initial: { ...NO_SEARCH, labels: words.none },
      props: ['searchID', 'query', 'only'],
      view: (state, { searchID, query, only }, t) => ({
        ...searchView(state, { searchID: String(searchID), query: String(query), only: String(only) }, t),
        labels: words.of(t),
      }),
    }),
  ],
  properties: {
    /** User IDs that were chosen on the screen above, and how often that has happened. */
    picked: { type: Array, value: [] as string[] },
    picks: { type: Number, value: 0 },
  },
  data: {
    /** The section that is shown by itself. */
    only: '' as SectionID | '',
  },
  observers: {
    picks() {
      if (!this.data.picks) return
      this.setData({ sender: this.data.picked[this.data.picked.length - 1] ?? '' })
      this.look()
    },
    query() {
      if (this.data.only) this.setData({ only: '' })
    },
  },
  lifetimes: {
    attached() {
      const kit = kitOf(this)
      if (!kit) return
      void loadContacts(kit)
      if (kit.store.get().conversations.phase !== 'ready') void loadConversations(kit)
    },
  },
  methods: {
    onSender() {
      this.triggerEvent('go', { screen: { type: 'pick', chosen: [] } })
    },
    onSection(event: WechatMiniprogram.CustomEvent<{ id: SectionID }>) {
      this.setData({ only: event.detail.id })
    },
    onEnd() {
      if (this.data.only === 'messages') this.onMore()
    },
    onRow(event: RowEvent) {
      const kit = kitOf(this)
      const { id } = event.detail
      if (!kit) return
      if (event.currentTarget.dataset.section !== 'messages') return this.openChat(id, false)
      const { searchID, query, sender, kind, day } = this.data
      const found = kit.store.get().searches[searchID]?.found.find((one) => one.conversationID === id)
      const [message] = found?.messages ?? []
      if (message && found?.count === 1) return this.showMessage(message)
      this.triggerEvent('go', {
        screen: {
          type: 'search',
          conversationID: id,
          query: wordsOf(query).join(' '),
          filters: { sender, kind, day },
        },
      })
    },
    onBack() {
      if (this.data.only) this.setData({ only: '' })
      else this.triggerEvent('back')
    },
  },
})
