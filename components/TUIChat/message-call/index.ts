import type { CallView } from '../../../core/kinds/call-words'

const NONE: CallView = { icon: '', text: '', missed: false }

/** The body of a call that took place, or did not. Event: `open`, to call again. */
Component({
  properties: {
    call: { type: Object, value: NONE },
    /** On the right: the icon stands behind the words. */
    own: { type: Boolean, value: false },
  },
  methods: {
    onTap() {
      this.triggerEvent('open')
    },
  },
})
