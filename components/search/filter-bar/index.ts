import { dayName, kindName, senderName } from '../../../core/views/search-filters'
import type { SearchKind } from '../../../core/store/searches'
import { platform } from '../../../platform/index'
import { connect, kitOf } from '../../base/connect'
import { labels } from '../../base/labels'
import type { Filters } from '../filters'

const words = labels({ sender: 'search.anybody', kind: 'search.anyKind', day: 'search.anyDay' })

/** With what is not restricted these are as many as the platform's sheet takes. */
const KINDS: readonly SearchKind[] = ['image', 'video', 'file', 'audio', 'location']

/**
 * What messages are looked for besides words: of whom, of which type, from which day. Events: `change` with the one of
 * `{ sender }`, `{ kind }` and `{ day }` that was chosen or let go; `sender` when whom to choose from is the screen's
 * business.
 */
Component({
  behaviors: [
    connect({
      initial: { senderLabel: '', kindLabel: '', dayLabel: '' },
      props: ['conversationID', 'sender', 'kind', 'day'],
      view: (state, { sender, kind, day }, t) => {
        const { sender: anybody, kind: anyKind, day: anyDay } = words.of(t)
        return {
          senderLabel: sender ? senderName(state, String(sender), t) : anybody,
          kindLabel: kind ? kindName(kind as SearchKind, t) : anyKind,
          dayLabel: day ? dayName(String(day), t) : anyDay,
        }
      },
    }),
  ],
  properties: {
    /** The chat that is looked through; empty: all of them. */
    conversationID: { type: String, value: '' },
    /** `Filters` */
    sender: { type: String, value: '' },
    kind: { type: String, value: '' },
    day: { type: String, value: '' },
  },
  methods: {
    change(change: Partial<Filters>) {
      this.triggerEvent('change', change)
    },
    async onSender() {
      const kit = kitOf(this)
      const { sender, conversationID } = this.data
      if (!kit) return
      if (sender) return this.change({ sender: '' })
      if (!conversationID.startsWith('C2C')) return this.triggerEvent('sender')
      const both = [kit.store.get().session.userID, conversationID.slice(3)]
      const names = both.map((one) => senderName(kit.store.get(), one, kit.t()))
      const chosen = both[await platform.actionSheet(names)]
      if (chosen) this.change({ sender: chosen })
    },
    async onKind() {
      const kit = kitOf(this)
      if (!kit) return
      const t = kit.t()
      const at = await platform.actionSheet([t('search.any'), ...KINDS.map((kind) => kindName(kind, t))])
      if (at >= 0) this.change({ kind: KINDS[at - 1] ?? '' })
    },
    onDay({ detail }: WechatMiniprogram.PickerChange) {
      this.change({ day: String(detail.value) })
    },
    onAnyDay() {
      this.change({ day: '' })
    },
  },
})
