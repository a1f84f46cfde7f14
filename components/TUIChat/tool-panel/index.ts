import { toolViews, type ToolView } from '../../../core/views/composer'
import { connect } from '../../base/connect'

/** What can be sent besides words: the entries of the registry `input-panel`. Event: `pick` with `{ id }`. */
Component({
  behaviors: [
    connect({
      initial: { tools: [] as ToolView[] },
      props: ['conversationID'],
      view: (_state, props, t) => ({ tools: toolViews(String(props.conversationID), t) }),
    }),
  ],
  properties: {
    conversationID: { type: String, value: '' },
  },
  methods: {
    onPick(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      this.triggerEvent('pick', { id: event.currentTarget.dataset.id })
    },
  },
})
