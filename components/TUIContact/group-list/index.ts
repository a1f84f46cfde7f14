import { loadContacts } from '../../../core/actions/contacts'
import { groupRows, type GroupRow } from '../../../core/views/groups'
import { connect, kitOf } from '../../base/connect'
import { labels } from '../../base/labels'
import { contactScreen } from '../screen-behavior'

const words = labels({
  title: 'contact.groups',
  back: 'common.back',
  clear: 'common.clear',
  search: 'group.search',
  create: 'group.create',
  join: 'group.join',
  empty: 'group.listEmpty',
  emptyHint: 'group.listHint',
})

/** How many rows come with each part of the list. */
const PART = 60

/** The groups that the user is in. */
Component({
  behaviors: [
    contactScreen,
    connect<{ rows: GroupRow[]; more: boolean; empty: boolean; labels: typeof words.none }>({
      initial: { rows: [], more: false, empty: false, labels: words.none },
      props: ['query', 'shown'],
      view: (state, props, t) => {
        const { groups, phase } = state.contacts
        const rows = groupRows(groups, String(props.query), t)
        const shown = Number(props.shown)
        return {
          rows: rows.slice(0, shown),
          more: rows.length > shown,
          empty: phase === 'ready' && !groups.length,
          labels: words.of(t),
        }
      },
    }),
  ],
  data: { query: '', shown: PART },
  lifetimes: {
    attached() {
      const kit = kitOf(this)
      if (kit) void loadContacts(kit)
    },
  },
  methods: {
    onQuery({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ query: detail.value, shown: PART })
    },
    onEnd() {
      if (this.data.more) this.setData({ shown: this.data.shown + PART })
    },
    onGroup({ detail }: WechatMiniprogram.CustomEvent<{ id: string }>) {
      this.openChat(`GROUP${detail.id}`, false)
    },
    onCreate() {
      this.go({ type: 'create' })
    },
    onJoin() {
      this.go({ type: 'join' })
    },
  },
})
