import { loadMembers } from '../../../core/actions/members'
import { chatSearchView, hitsOf, NO_CHAT_SEARCH, type ChatSearchView } from '../../../core/views/chat-search'
import { mentionPickerView, type MemberRow } from '../../../core/views/mention-picker'
import { EVERYONE } from '../../../core/store/types'
import { connect, kitOf } from '../../base/connect'
import { labels } from '../../base/labels'
import { stackedScreen } from '../../base/screen'
import { searching } from '../searching'

const words = labels({
  title: 'search.inChat',
  senders: 'search.anybody',
  back: 'common.back',
  clear: 'common.clear',
  retry: 'common.retry',
  loading: 'common.loading',
  search: 'search.title',
  hint: 'search.inChatHint',
  media: 'media.title',
})

type View = ChatSearchView & { labels: typeof words.none; members: MemberRow[] }
type RowEvent = WechatMiniprogram.CustomEvent<{ id: string }>

/** Messages of one chat by words, sender, type and day. Events: those of a screen, and `go` to its pictures and files. */
Component({
  behaviors: [
    stackedScreen,
    searching,
    connect<View>({
      initial: { ...NO_CHAT_SEARCH, labels: words.none, members: [] },
      props: ['searchID', 'conversationID', 'choosing', 'memberQuery'],
      view: (state, { searchID, conversationID, choosing, memberQuery }, t) => {
        const chat = { conversationID: String(conversationID), query: String(memberQuery) }
        const { rows } = choosing ? mentionPickerView(state, chat, t) : { rows: [] }
        return {
          ...chatSearchView(state, String(searchID), t),
          members: rows.filter(({ id }) => id !== EVERYONE),
          labels: words.of(t),
        }
      },
    }),
  ],
  properties: {
    conversationID: { type: String, value: '' },
  },
  data: {
    /** A member of the group is being chosen, by the same field. */
    choosing: false,
    memberQuery: '',
  },
  methods: {
    searchedChat(): string {
      return this.data.conversationID
    },
    onField(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      if (this.data.choosing) this.setData({ memberQuery: event.detail.value })
      else this.onQuery(event)
    },
    onEnter(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      if (!this.data.choosing) this.onConfirm(event)
    },
    onSender() {
      this.setData({ choosing: true, memberQuery: '' })
      this.loadSenders()
    },
    loadSenders() {
      const kit = kitOf(this)
      const known = kit?.store.get().members[this.data.conversationID]
      // Asked again when all are there, it would begin anew.
      if (kit && (!known || known.next !== undefined)) void loadMembers(kit, this.data.conversationID)
    },
    onMember({ detail }: RowEvent) {
      this.setData({ choosing: false, sender: detail.id })
      this.look()
    },
    onHit({ detail }: RowEvent) {
      const search = kitOf(this)?.store.get().searches[this.data.searchID]
      const message = hitsOf(search).find(({ ID }) => ID === detail.id)
      if (message) this.showMessage(message)
    },
    onMedia() {
      this.triggerEvent('go', { screen: { type: 'media', conversationID: this.data.conversationID } })
    },
    onEnd() {
      if (this.data.choosing) this.loadSenders()
      else this.onMore()
    },
    onBack() {
      if (this.data.choosing) this.setData({ choosing: false })
      else this.triggerEvent('back')
    },
  },
})
