import { jumpTo } from '../../../core/actions/jump-to'
import { pinMessage } from '../../../core/actions/pin-message'
import type { Message } from '../../../core/store/types'
import { pinnedView, type PinnedView } from '../../../core/views/pinned'
import { connect, kitOf } from '../../base/connect'

type RowTap = WechatMiniprogram.TouchEvent<object, object, { id: string }>

/** The messages that are pinned in a group: a tap leads to one. Event: `close`. */
Component({
  behaviors: [
    connect<PinnedView & { labels: Record<'title' | 'close' | 'unpin' | 'empty', string> }>({
      initial: {
        text: '',
        count: '',
        rows: [],
        editable: false,
        labels: { title: '', close: '', unpin: '', empty: '' },
      },
      props: ['conversationID'],
      view: (state, props, t) => ({
        ...pinnedView(state, String(props.conversationID), t),
        labels: {
          title: t('pinned.title'),
          close: t('common.close'),
          unpin: t('menu.unpin'),
          empty: t('pinned.empty'),
        },
      }),
    }),
  ],
  properties: {
    conversationID: { type: String, value: '' },
  },
  methods: {
    message(event: RowTap): Message | undefined {
      const pinned = kitOf(this)?.store.get().pinned[this.data.conversationID]
      return pinned?.find(({ ID }) => ID === event.currentTarget.dataset.id)
    },
    async onOpen(event: RowTap) {
      const kit = kitOf(this)
      const message = this.message(event)
      if (!kit || !message) return
      this.onClose()
      const { ID, sequence, time, conversationID } = message
      const result = await jumpTo(kit, conversationID, { ID, time, ...(sequence && { sequence }) })
      if (!result.ok) kit.report(result.error)
    },
    onUnpin(event: RowTap) {
      const kit = kitOf(this)
      const message = this.message(event)
      if (kit && message) void pinMessage(kit, message.conversationID, message, false)
    },
    onClose() {
      this.triggerEvent('close')
    },
  },
})
