import { loadConversations } from '../../core/actions/load-conversations'
import { NOT_READY } from '../../core/store/codes'
import type { State } from '../../core/store/state'
import { connectionText } from '../../core/views/connection'
import { conversationListView, type ConversationRow } from '../../core/views/conversation-list'
import type { Translate } from '../../locales/index'
import { connect, kitOf } from '../base/connect'

interface ConversationView {
  phase: 'loading' | 'empty' | 'failed' | 'ready'
  rows: ConversationRow[]
  title: string
  error: string
  connection: string
  labels: {
    back: string
    loading: string
    empty: string
    emptyHint: string
    failed: string
    retry: string
    muted: string
  }
}

const labels = (t: Translate): ConversationView['labels'] => ({
  back: t('common.back'),
  loading: t('common.loading'),
  empty: t('conversation.empty'),
  emptyHint: t('conversation.emptyHint'),
  failed: t('conversation.failed'),
  retry: t('common.retry'),
  muted: t('conversation.muted'),
})

/**
 * The list of chats. Events: `open` with `{ conversationID }`, `back`.
 * Data source: `getConversationList` and `CONVERSATION_LIST_UPDATED`.
 */
Component({
  behaviors: [
    connect<ConversationView>({
      initial: {
        phase: 'loading',
        rows: [],
        title: '',
        error: '',
        connection: '',
        labels: { back: '', loading: '', empty: '', emptyHint: '', failed: '', retry: '', muted: '' },
      },
      view: (state: State, _props, t) => ({
        ...conversationListView(state, t),
        connection: connectionText(state, t),
        labels: labels(t),
      }),
    }),
  ],
  properties: {
    /** False while something covers the list: updates wait until it is seen again. */
    active: { type: Boolean, value: true },
    /** Shows a back button, for a page that was opened from another one. */
    back: { type: Boolean, value: false },
    navigationStyle: { type: String, value: 'auto' },
  },
  data: { refreshing: false },
  lifetimes: {
    attached() {
      void this.load()
    },
  },
  methods: {
    load() {
      const kit = kitOf(this)
      if (kit) void loadConversations(kit)
    },
    async onRefresh() {
      const kit = kitOf(this)
      if (!kit) return
      this.setData({ refreshing: true })
      if (kit.store.get().session.phase !== 'ready') {
        // Nobody knows when the login will be through: better to say so than to turn without an end.
        this.setData({ refreshing: false })
        kit.report({ code: NOT_READY, op: 'getConversationList', retryable: true, cause: 'not logged in' })
        return
      }
      const result = await loadConversations(kit)
      this.setData({ refreshing: false })
      // The rows are still there: without a word nobody would know that they are old.
      if (!result.ok) kit.report(result.error)
    },
    onOpen(event: WechatMiniprogram.CustomEvent<{ conversationID: string }>) {
      this.triggerEvent('open', event.detail)
    },
    onBack() {
      this.triggerEvent('back')
    },
  },
})
