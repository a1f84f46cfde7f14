import type { ReactionView } from '../../../core/views/row-extras'

const NONE: ReactionView[] = []

/** Emoji under a bubble. Event: `react` with `{ reactionID }`, to give one or take it back. */
Component({
  properties: {
    reactions: { type: Array, value: NONE },
    /** Under an own message: they stand on the right. */
    own: { type: Boolean, value: false },
  },
  methods: {
    onTap(event: WechatMiniprogram.BaseEvent<object, { id?: string }>) {
      const { id } = event.currentTarget.dataset
      if (id) this.triggerEvent('react', { reactionID: id })
    },
  },
})
