import { loadHistory, openHistory } from '../../../core/actions/history'
import { playVoice } from '../../../core/actions/play-voice'
import { historyOf, historyView, type HistoryView } from '../../../core/views/history-viewer'
import { emptyRowLabels, rowLabels } from '../../../core/views/row-labels'
import { platform } from '../../../platform/index'
import { connect, kitOf } from '../../base/connect'
import { openLink, type LinkType } from '../open-link'
import { openMessage } from '../open-message'

interface HistoryLabels {
  close: string
  failed: string
  empty: string
  loading: string
  retry: string
}

interface Words {
  rowWords: typeof emptyRowLabels
  labels: HistoryLabels
}

type RowEvent = WechatMiniprogram.CustomEvent<{ id: string; url?: string; type?: string }>

/** A merged history: the same rows as in a chat, to be read only. Event: `close`. */
Component({
  behaviors: [
    connect<HistoryView & Words & { playing: { id: string; phase: string } }>({
      initial: {
        phase: 'loading',
        title: '',
        rows: [],
        error: '',
        rowWords: emptyRowLabels,
        playing: { id: '', phase: '' },
        labels: { close: '', failed: '', empty: '', loading: '', retry: '' },
      },
      props: ['messageID'],
      view: (state, props, t) => ({
        ...historyView(state, String(props.messageID), t),
        rowWords: rowLabels(t),
        playing: { id: state.playing?.id ?? '', phase: state.playing?.phase ?? '' },
        labels: {
          close: t('common.close'),
          failed: t('history.failed'),
          empty: t('history.empty'),
          loading: t('common.loading'),
          retry: t('common.retry'),
        },
      }),
    }),
  ],
  properties: {
    /** Local id of the message that holds it. */
    messageID: { type: String, value: '' },
  },
  methods: {
    async onOpen({ detail }: RowEvent) {
      const kit = kitOf(this)
      const messages = (kit && historyOf(kit.store.get(), this.data.messageID)?.messages) ?? []
      const message = messages.find(({ id }) => id === detail.id)
      if (!kit || !message) return
      if (message.content.type === 'merger') return void openHistory(kit, message)
      if (message.content.type === 'audio')
        return playVoice(kit, platform.voicePlayer, message.conversationID, message.id)
      const opened = await openMessage(messages, message)
      if (opened === false) platform.toast(kit.t()('open.failed'))
    },
    onLink({ detail }: RowEvent) {
      const kit = kitOf(this)
      if (kit && detail.url) void openLink(detail.url, detail.type as LinkType, kit.t())
    },
    onRetry() {
      const kit = kitOf(this)
      const overlay = kit && historyOf(kit.store.get(), this.data.messageID)
      if (kit && overlay) void loadHistory(kit, overlay.source)
    },
    onClose() {
      this.triggerEvent('close')
    },
  },
})
