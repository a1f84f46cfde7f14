import type { FaceView } from '../../../core/kinds/face'

const NONE: FaceView = { url: '', emoji: '', label: '' }

/** A sticker: a picture, or an emoji drawn large; when the picture cannot be loaded, its name. */
Component({
  properties: {
    face: { type: Object, value: NONE },
  },
  data: {
    /** It could not be loaded; another address gets another chance. */
    brokenUrl: '',
  },
  methods: {
    onError() {
      this.setData({ brokenUrl: this.data.face.url })
    },
  },
})
