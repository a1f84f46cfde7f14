import { loadReaders, type ReaderTab } from '../../../core/actions/readers'
import { readersView, type ReadersView } from '../../../core/views/reader-list'
import { connect, kitOf } from '../../base/connect'

/** Who has read a message of a group, and who has not. Event: `close`. */
Component({
  behaviors: [
    connect<ReadersView & { labels: Record<'title' | 'close' | 'loading' | 'retry' | 'failed', string> }>({
      initial: {
        tabs: [],
        rows: [],
        phase: 'loading',
        empty: '',
        error: '',
        labels: { title: '', close: '', loading: '', retry: '', failed: '' },
      },
      props: ['conversationID', 'messageID', 'tab'],
      view: (state, props, t) => ({
        ...readersView(
          state,
          String(props.conversationID),
          String(props.messageID),
          props.tab as ReaderTab,
          t,
        ),
        labels: {
          title: t('readers.title'),
          close: t('common.close'),
          loading: t('common.loading'),
          retry: t('common.retry'),
          failed: t('readers.failed'),
        },
      }),
    }),
  ],
  properties: {
    conversationID: { type: String, value: '' },
    messageID: { type: String, value: '' },
  },
  data: { tab: 'read' as ReaderTab },
  methods: {
    onTab(event: WechatMiniprogram.TouchEvent<object, object, { id: ReaderTab }>) {
      this.setData({ tab: event.currentTarget.dataset.id ?? 'read' })
    },
    onMore() {
      const kit = kitOf(this)
      if (kit) void loadReaders(kit, this.data.messageID, this.data.tab)
    },
    onClose() {
      this.triggerEvent('close')
    },
  },
})
