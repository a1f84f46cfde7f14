import type { FoundRow } from '../../../core/views/search'

const NONE: FoundRow = { id: '', avatar: { url: '', text: '', tone: 0 }, title: [], note: [], time: '' }

/** Somebody or something that was found, with what was looked for lit up. Event: `choose` with `{ id }`. */
Component({
  properties: {
    /** A `FoundRow`. */
    row: { type: Object, value: NONE },
    last: { type: Boolean, value: false },
  },
  methods: {
    onTap() {
      this.triggerEvent('choose', { id: this.data.row.id })
    },
  },
})
