import { messageOf } from '../../../core/actions/find-message'
import { textView } from '../../../core/views/text-viewer'
import { platform } from '../../../platform/index'
import { connect, kitOf } from '../../base/connect'

/** The text of a message in large, to read and to choose from. Event: `close`. */
Component({
  behaviors: [
    connect({
      initial: { text: '', labels: { title: '', close: '', copy: '' } },
      props: ['conversationID', 'messageID'],
      view: (state, props, t) => ({
        text: textView(state, String(props.conversationID), String(props.messageID)),
        labels: { title: t('text.title'), close: t('common.close'), copy: t('menu.copy') },
      }),
    }),
  ],
  properties: {
    conversationID: { type: String, value: '' },
    messageID: { type: String, value: '' },
  },
  observers: {
    text(text: string) {
      // Its author has taken it back.
      if (!text && kitOf(this)) this.onClose()
    },
  },
  methods: {
    async onCopy() {
      const kit = kitOf(this)
      const { conversationID, messageID } = this.data
      const content = kit && messageOf(kit, conversationID, messageID)?.content
      if (!kit || content?.type !== 'text') return
      const copied = await platform.copy(content.text)
      if (!copied) platform.toast(kit.t()('menu.copyFailed'))
      this.onClose()
    },
    onClose() {
      this.triggerEvent('close')
    },
  },
})
