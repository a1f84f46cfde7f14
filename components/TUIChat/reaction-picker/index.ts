import { react } from '../../../core/actions/react'
import { reactionGroups, type ReactionGroupView } from '../../../core/views/reactions'
import { connect, kitOf } from '../../base/connect'

/** All emoji that a message can be answered with. Event: `close`. */
Component({
  behaviors: [
    connect<{ groups: ReactionGroupView[]; labels: { title: string; close: string } }>({
      initial: { groups: [], labels: { title: '', close: '' } },
      props: ['conversationID', 'messageID'],
      view: (state, props, t) => ({
        groups: reactionGroups(state, String(props.conversationID), String(props.messageID), t),
        labels: { title: t('reactions.title'), close: t('common.close') },
      }),
    }),
  ],
  properties: {
    conversationID: { type: String, value: '' },
    messageID: { type: String, value: '' },
  },
  methods: {
    onChoose(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      const kit = kitOf(this)
      const { conversationID, messageID } = this.data
      const { id } = event.currentTarget.dataset
      this.onClose()
      if (kit && id) void react(kit, conversationID, messageID, id)
    },
    onClose() {
      this.triggerEvent('close')
    },
  },
})
