import { loadContacts } from '../../../core/actions/contacts'
import { sortFriends } from '../../../core/actions/friend-groups'
import { labelRows, type LabelRow } from '../../../core/views/labels'
import { connect, kitOf } from '../../base/connect'
import { labels } from '../../base/labels'
import { contactScreen, succeeded } from '../screen-behavior'

const words = labels({
  title: 'label.title',
  back: 'common.back',
  create: 'label.new',
  empty: 'label.empty',
  emptyHint: 'label.emptyHint',
})

/** The groups that the user has sorted their friends into (SDK: friend groups). */
Component({
  behaviors: [
    contactScreen,
    connect<{ rows: LabelRow[]; labels: typeof words.none }>({
      initial: { rows: [], labels: words.none },
      props: ['userID'],
      view: (state, props, t) => ({
        rows: labelRows(state.contacts, String(props.userID), t),
        labels: words.of(t),
      }),
    }),
  ],
  properties: {
    /** Of somebody who gets labels here; empty: the labels themselves. */
    userID: { type: String, value: '' },
  },
  lifetimes: {
    attached() {
      const kit = kitOf(this)
      if (kit) void loadContacts(kit)
    },
  },
  methods: {
    async onLabel({ detail }: WechatMiniprogram.CustomEvent<{ id: string }>) {
      const { userID } = this.data
      if (!userID) return this.go({ type: 'label', name: detail.id })
      const kit = kitOf(this)
      const group = kit?.store.get().contacts.friendGroups.find(({ name }) => name === detail.id)
      if (!kit || !group) return
      const others = group.userIDs.filter((known) => known !== userID)
      const members = others.length < group.userIDs.length ? others : [...others, userID]
      succeeded(this, await sortFriends(kit, group.name, members))
    },
    onCreate() {
      this.go({ type: 'edit', field: 'newLabel', subject: '' })
    },
  },
})
