import { loadContacts } from '../../../core/actions/contacts'
import { pickView, NO_PICK, type PickView } from '../../../core/views/pick'
import { connect, kitOf } from '../../base/connect'
import { labels } from '../../base/labels'
import { contactScreen } from '../screen-behavior'

const words = labels({
  title: 'pick.title',
  back: 'common.back',
  clear: 'common.clear',
  search: 'contact.search',
  empty: 'pick.none',
  index: 'contact.index',
})

/** Chooses several friends. Event: `picked` with `{ userIDs }`, in the order of choosing. */
Component({
  behaviors: [
    contactScreen,
    connect<PickView & { done: string; labels: typeof words.none }>({
      initial: { ...NO_PICK, done: '', labels: words.none },
      props: ['query', 'top', 'count'],
      view: (state, props, t) => ({
        ...pickView(state.contacts, String(props.query), Number(props.top), t),
        done: props.count ? t('common.doneCount', { count: Number(props.count) }) : t('common.done'),
        labels: words.of(t),
      }),
    }),
  ],
  properties: {
    /** User IDs that are chosen already. */
    chosen: { type: Array, value: [] as string[] },
  },
  data: { query: '', top: 0, count: 0, selected: {} },
  lifetimes: {
    attached() {
      const kit = kitOf(this)
      if (kit) void loadContacts(kit)
      this.select(this.data.chosen)
    },
  },
  methods: {
    select(userIDs: readonly string[]) {
      const selected: Record<string, 'on'> = {}
      for (const userID of userIDs) selected[userID] = 'on'
      this.setData({ selected, count: userIDs.length })
    },
    onQuery({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ query: detail.value })
    },
    onScroll({ detail }: WechatMiniprogram.CustomEvent<{ top: number }>) {
      this.setData({ top: detail.top })
    },
    onChoose({ detail }: WechatMiniprogram.CustomEvent<{ id: string }>) {
      const chosen = Object.keys(this.data.selected)
      const without = chosen.filter((userID) => userID !== detail.id)
      this.select(without.length < chosen.length ? without : [...chosen, detail.id])
    },
    onDone() {
      this.triggerEvent('picked', { userIDs: Object.keys(this.data.selected) })
    },
  },
})
