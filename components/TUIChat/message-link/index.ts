import type { LinkView } from '../../../core/kinds/link'

const NONE: LinkView = { text: '', link: '', label: '' }

/** The body of words with a link under them. Event: `link` with `{ url, type }`. */
Component({
  properties: {
    link: { type: Object, value: NONE },
    own: { type: Boolean, value: false },
  },
  methods: {
    onTap() {
      this.triggerEvent('link', { url: this.data.link.link, type: 'link' })
    },
  },
})
