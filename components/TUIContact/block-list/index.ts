import { loadContacts } from '../../../core/actions/contacts'
import { block } from '../../../core/actions/friends'
import { loadPeople } from '../../../core/actions/people'
import { profileOf } from '../../../core/store/contacts'
import { blockedRows, type BlockedRow } from '../../../core/views/blocked'
import { connect, kitOf } from '../../base/connect'
import { labels } from '../../base/labels'
import { contactScreen, succeeded } from '../screen-behavior'

const words = labels({
  title: 'blocked.title',
  back: 'common.back',
  empty: 'blocked.empty',
  hint: 'blocked.hint',
  remove: 'blocked.remove',
})

/** Who cannot write to the user. */
Component({
  behaviors: [
    contactScreen,
    connect<{ rows: BlockedRow[]; labels: typeof words.none }>({
      initial: { rows: [], labels: words.none },
      view: (state, _props, t) => ({ rows: blockedRows(state.contacts), labels: words.of(t) }),
    }),
  ],
  lifetimes: {
    attached() {
      void this.load()
    },
  },
  methods: {
    async load() {
      const kit = kitOf(this)
      if (!kit) return
      await loadContacts(kit)
      const { contacts } = kit.store.get()
      const unknown = contacts.blocked.filter((userID) => !profileOf(contacts, userID))
      // Their IDs stand for their names until then.
      if (unknown.length) await loadPeople(kit, unknown)
    },
    onPerson({ detail }: WechatMiniprogram.CustomEvent<{ id: string }>) {
      this.go({ type: 'person', userID: detail.id })
    },
    async onRemove({ currentTarget }: WechatMiniprogram.CustomEvent<object, object, { id: string }>) {
      const kit = kitOf(this)
      if (kit) succeeded(this, await block(kit, currentTarget.dataset.id, false))
    },
  },
})
