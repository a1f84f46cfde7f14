import { mention } from '../../../core/actions/composer'
import { loadAccess, loadMembers } from '../../../core/actions/group-access'
import { mentionPickerView, type MentionPickerView } from '../../../core/views/mention-picker'
import { connect, kitOf } from '../../base/connect'

const LABELS = { title: '', close: '', search: '', retry: '', failed: '', loading: '' }

/** Whom to mention in a group. Who was chosen goes into the field. Event: `close`. */
Component({
  behaviors: [
    connect<MentionPickerView & { labels: typeof LABELS }>({
      initial: { rows: [], empty: '', failed: false, loading: true, more: false, labels: LABELS },
      props: ['conversationID', 'query'],
      view: (state, { conversationID, query }, t) => ({
        ...mentionPickerView(state, { conversationID: String(conversationID), query: String(query) }, t),
        labels: {
          title: t('mention.title'),
          close: t('common.close'),
          search: t('mention.search'),
          retry: t('common.retry'),
          failed: t('mention.failed'),
          loading: t('common.loading'),
        },
      }),
    }),
  ],
  properties: {
    conversationID: { type: String, value: '' },
  },
  data: {
    query: '',
    /** Height of the keyboard, px: the list ends above it. */
    lift: 0,
  },
  observers: {
    // Somebody who is searched for may stand on any page: the list goes on by itself until somebody is found.
    'rows, more, loading'(rows: unknown[], more: boolean, loading: boolean) {
      if (more && !loading && rows.length < 8) this.load()
    },
  },
  lifetimes: {
    attached() {
      const kit = kitOf(this)
      const { conversationID } = this.data
      if (!kit) return
      if (!kit.store.get().access[conversationID]) void loadAccess(kit, conversationID)
      if (!kit.store.get().members[conversationID]?.list.length) this.load()
    },
  },
  methods: {
    load() {
      const kit = kitOf(this)
      if (kit) void loadMembers(kit, this.data.conversationID)
    },
    onEnd() {
      if (this.data.more) this.load()
    },
    onQuery({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ query: detail.value })
    },
    onKeyboard({ detail }: WechatMiniprogram.CustomEvent<{ height: number }>) {
      this.setData({ lift: detail.height })
    },
    onPick(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      const kit = kitOf(this)
      const row = this.data.rows.find(({ id }) => id === event.currentTarget.dataset.id)
      if (!kit || !row) return
      mention(kit, this.data.conversationID, { userID: row.id, name: row.name })
      this.onClose()
    },
    onClose() {
      this.triggerEvent('close')
    },
  },
})
