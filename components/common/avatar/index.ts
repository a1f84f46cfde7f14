import type { AvatarView } from '../../../core/views/avatar'

const NONE: AvatarView = { url: '', text: '', tone: 0 }

/**
 * A picture, or the first character of the name on a calm colour while there is none or it cannot be loaded. A group
 * without a picture shows its members.
 */
Component({
  properties: {
    avatar: { type: Object, value: NONE },
    /** px */
    size: { type: Number, value: 48 },
  },
  data: { broken: '', brokenTiles: {} },
  methods: {
    onError() {
      // Remembered by address: another picture of the same person gets its own chance.
      this.setData({ broken: this.data.avatar.url })
    },
    onTileError(event: WechatMiniprogram.BaseEvent<object, { id: string; url: string }>) {
      const { id, url } = event.currentTarget.dataset
      this.setData({ [`brokenTiles.${id}`]: url })
    },
  },
})
