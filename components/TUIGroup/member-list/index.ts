import { loadMembers, needMembers } from '../../../core/actions/members'
import { watchPresence, type PresenceWatch } from '../../../core/actions/watch-presence'
import type { GroupRole } from '../../../core/store/groups'
import { memberListView, NO_MEMBERS, type MemberListView } from '../../../core/views/member-list'
import { platform } from '../../../platform/index'
import { connect, kitOf } from '../../base/connect'
import { labels } from '../../base/labels'

const words = labels({
  search: 'mention.search',
  clear: 'common.clear',
  failed: 'mention.failed',
  retry: 'common.retry',
})

const watches = new WeakMap<object, PresenceWatch>()

type View = MemberListView & { done: string; foot: string; labels: typeof words.none }

/**
 * The members of a group, those who lead it first, with a field to find one. It loads and draws as much as is looked
 * at. The slot comes before the first one. Event: `picked` with `{ userIDs }`: whoever was tapped, or with `multiple`
 * all that were chosen once the button is pressed.
 */
Component({
  behaviors: [
    connect<View>({
      initial: { ...NO_MEMBERS, done: '', foot: '', labels: words.none },
      props: ['groupID', 'query', 'top', 'roles', 'others', 'count'],
      view: (state, props, t) => {
        const roles = props.roles as GroupRole[]
        const view = memberListView(
          state,
          {
            conversationID: `GROUP${String(props.groupID)}`,
            query: String(props.query),
            top: Number(props.top),
            ...(roles.length && { roles }),
            others: Boolean(props.others),
          },
          t,
        )
        return {
          ...view,
          done: props.count ? t('common.doneCount', { count: Number(props.count) }) : t('common.done'),
          foot: view.loading ? t('common.loading') : view.empty,
          labels: words.of(t),
        }
      },
    }),
  ],
  properties: {
    groupID: { type: String, value: '' },
    active: { type: Boolean, value: true },
    /** `GroupRole[]`: only those; empty for all. */
    roles: { type: Array, value: [] as string[] },
    /** Without the user who is logged in. */
    others: { type: Boolean, value: false },
    /** Several can be chosen. */
    multiple: { type: Boolean, value: false },
    /** How many can be chosen; 0: any number. */
    most: { type: Number, value: 0 },
    /** What the button says instead of "Done". */
    action: { type: String, value: '' },
    busy: { type: Boolean, value: false },
    /** Height of what stands in the slot, px; it is left out while one searches. */
    head: { type: Number, value: 0 },
    /** Has a field of its own to search with; without it the owner sets `query`. */
    bar: { type: Boolean, value: true },
    query: { type: String, value: '' },
  },
  data: { top: 0, count: 0, selected: {} },
  observers: {
    // Whoever is searched for may stand on any page: the list goes on by itself until the window is full.
    'wanting, loading, error'(wanting: boolean, loading: boolean, error: string) {
      if (wanting && !loading && !error) this.load()
    },
    rows() {
      watches.get(this)?.see(this.data.rows.map(({ id }) => id))
    },
  },
  lifetimes: {
    attached() {
      const kit = kitOf(this)
      if (!kit) return
      watches.set(this, watchPresence(kit))
      void needMembers(kit, `GROUP${this.data.groupID}`)
    },
    detached() {
      watches.get(this)?.stop()
    },
  },
  methods: {
    load() {
      const kit = kitOf(this)
      if (kit) void loadMembers(kit, `GROUP${this.data.groupID}`)
    },
    onQuery({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ query: detail.value, top: 0 })
    },
    onScroll({ detail }: WechatMiniprogram.CustomEvent<{ top: number }>) {
      this.setData({ top: detail.top })
    },
    onChoose({ detail }: WechatMiniprogram.CustomEvent<{ id: string }>) {
      if (!this.data.multiple) return this.triggerEvent('picked', { userIDs: [detail.id] })
      const selected: Record<string, 'on'> = { ...this.data.selected }
      const { most, count } = this.data
      if (selected[detail.id]) delete selected[detail.id]
      else if (most && count >= most) {
        const t = kitOf(this)?.t()
        return t && platform.toast(t('member.mostPicked', { count: most }))
      } else selected[detail.id] = 'on'
      this.setData({ selected, count: Object.keys(selected).length })
    },
    onDone() {
      if (this.data.count) this.triggerEvent('picked', { userIDs: Object.keys(this.data.selected) })
    },
  },
})
