import type { VoiceView } from '../../../core/kinds/voice'

const NONE: VoiceView = { seconds: 1, duration: '', width: 0, unplayed: false, label: '' }

/**
 * The body of a voice message: as wide as it is long, with a dot while it is new. While it plays, its waves move and
 * its bubble fills, without anything being sent to the view. Event: `open`, a tap: play it, or stop it.
 */
Component({
  properties: {
    voice: { type: Object, value: NONE },
    own: { type: Boolean, value: false },
    /** Empty, `loading` or `playing`. */
    playing: { type: String, value: '' },
  },
  methods: {
    onTap() {
      this.triggerEvent('open')
    },
  },
})
