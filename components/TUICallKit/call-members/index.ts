import { loadMembers } from '../../../core/actions/members'
import { EVERYONE } from '../../../core/store/types'
import { mentionPickerView, type MemberRow } from '../../../core/views/mention-picker'
import { platform } from '../../../platform/index'
import { connect, kitOf } from '../../base/connect'
import { labels } from '../../base/labels'

const words = labels({
  title: 'callkit.members',
  close: 'common.close',
  search: 'mention.search',
  clear: 'common.clear',
  retry: 'common.retry',
  failed: 'mention.failed',
  loading: 'common.loading',
})

/** With the user that makes nine. */
const MOST = 8
/** As many as fill a screen: the list goes on by itself until somebody is found. */
const SCREENFUL = 8

type Row = MemberRow & { check: 'on' | 'off' | 'locked' }

interface MembersView {
  rows: Row[]
  empty: string
  failed: boolean
  loading: boolean
  more: boolean
  action: string
  labels: typeof words.none
}

const NONE: MembersView = {
  rows: [],
  empty: '',
  failed: false,
  loading: true,
  more: false,
  action: '',
  labels: words.none,
}

/** Whom to call in a group. Events: `choose` with `{ userIDs }`, `close`. */
Component({
  behaviors: [
    connect<MembersView>({
      initial: NONE,
      props: ['groupID', 'query', 'picked', 'taken'],
      view(state, props, t) {
        const conversationID = `GROUP${String(props.groupID)}`
        const { rows, ...rest } = mentionPickerView(state, { conversationID, query: String(props.query) }, t)
        const picked = new Set(props.picked as string[])
        const taken = new Set(props.taken as string[])
        const count = picked.size
        return {
          ...rest,
          rows: rows
            .filter(({ id }) => id !== EVERYONE)
            .map((row) => ({
              ...row,
              check: taken.has(row.id) ? 'locked' : picked.has(row.id) ? 'on' : 'off',
            })),
          action: count ? `${t('callkit.start')} (${count})` : t('callkit.start'),
          labels: words.of(t),
        }
      },
    }),
  ],
  properties: {
    groupID: { type: String, value: '' },
    /** User IDs of those who are in the call already. */
    taken: { type: Array, value: [] as string[] },
  },
  data: { query: '', picked: [] as string[] },
  observers: {
    'rows, more, loading'(rows: unknown[], more: boolean, loading: boolean) {
      if (more && !loading && rows.length < SCREENFUL) this.load()
    },
  },
  lifetimes: {
    attached() {
      const members = kitOf(this)?.store.get().members[`GROUP${this.data.groupID}`]
      if (!members?.list.length) this.loadFirst()
    },
  },
  methods: {
    loadFirst() {
      const kit = kitOf(this)
      if (kit) void loadMembers(kit, `GROUP${this.data.groupID}`)
    },
    load() {
      if (this.data.more || this.data.failed) this.loadFirst()
    },
    onQuery({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ query: detail.value })
    },
    onChoose({ detail }: WechatMiniprogram.CustomEvent<{ id: string }>) {
      const { picked, taken } = this.data
      const kit = kitOf(this)
      if (picked.includes(detail.id)) this.setData({ picked: picked.filter((id) => id !== detail.id) })
      else if (picked.length + taken.length < MOST) this.setData({ picked: [...picked, detail.id] })
      else if (kit) platform.toast(kit.t()('callkit.most', { count: MOST + 1 }))
    },
    onCall() {
      this.triggerEvent('choose', { userIDs: [...this.data.picked] })
    },
    onClose() {
      this.triggerEvent('close')
    },
  },
})
