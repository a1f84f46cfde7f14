import type { PictureView } from '../../../core/kinds/picture'

const NONE: PictureView = { url: '', width: 0, height: 0, duration: '', label: '' }

/** The body of an image or video message, in a size that is known before it has loaded. Event: `open`. */
Component({
  properties: {
    picture: { type: Object, value: NONE },
  },
  data: {
    /** It could not be loaded; another address gets another chance. */
    brokenUrl: '',
  },
  methods: {
    onTap() {
      this.triggerEvent('open')
    },
    onError() {
      this.setData({ brokenUrl: this.data.picture.url })
    },
  },
})
