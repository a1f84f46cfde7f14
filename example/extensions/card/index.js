import { onCard } from '../index'

/** The page's `custom-message`: both cards are a title, some lines, a note and maybe a button. */
Component({
  properties: {
    kind: { type: String, value: '' },
    /** What `view` of the kind has returned. */
    content: { type: Object, value: {} },
    text: { type: String, value: '' },
    own: { type: Boolean, value: false },
  },
  methods: {
    onLine({ currentTarget }) {
      if (this.data.kind === 'poll') void onCard('poll', this.data.content.ID, currentTarget.dataset.id)
    },
    onAction() {
      void onCard(this.data.kind, this.data.content.ID)
    },
  },
})
