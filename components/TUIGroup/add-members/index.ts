import { loadContacts } from '../../../core/actions/contacts'
import { addMembers, needMembers } from '../../../core/actions/members'
import { findPerson } from '../../../core/actions/people'
import {
  addedRows,
  addMembersView,
  NO_ADD_MEMBERS,
  type AddMembersView,
} from '../../../core/views/add-members'
import { errorText } from '../../../core/views/error-text'
import type { PersonRow } from '../../../core/views/people'
import { platform } from '../../../platform/index'
import { connect, kitOf } from '../../base/connect'
import { labels } from '../../base/labels'
import { groupScreen } from '../screen-behavior'

const words = labels({
  title: 'member.add',
  result: 'added.title',
  back: 'common.back',
  clear: 'common.clear',
  search: 'contact.search',
  empty: 'pick.none',
  index: 'contact.index',
})

/** Adds friends to a group, and others by their user ID, and tells what became of each. */
Component({
  behaviors: [
    groupScreen,
    connect<AddMembersView & { done: string; labels: typeof words.none }>({
      initial: { ...NO_ADD_MEMBERS, done: '', labels: words.none },
      props: ['groupID', 'query', 'top', 'chosen'],
      view: (state, { groupID, query, top, chosen }, t) => {
        const userIDs = chosen as string[]
        return {
          ...addMembersView(
            state,
            { groupID: String(groupID), query: String(query), top: Number(top), chosen: userIDs },
            t,
          ),
          done: userIDs.length ? t('common.doneCount', { count: userIDs.length }) : t('common.done'),
          labels: words.of(t),
        }
      },
    }),
  ],
  data: {
    query: '',
    top: 0,
    /** User IDs. */
    chosen: [] as string[],
    problem: '',
    busy: false,
    /** What became of them, once it is known that not all were added. */
    results: [] as PersonRow[],
  },
  lifetimes: {
    attached() {
      const kit = kitOf(this)
      if (!kit) return
      void loadContacts(kit)
      void needMembers(kit, `GROUP${this.data.groupID}`)
    },
  },
  methods: {
    onQuery({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ query: detail.value, problem: '' })
    },
    onScroll({ detail }: WechatMiniprogram.CustomEvent<{ top: number }>) {
      this.setData({ top: detail.top })
    },
    onChoose({ detail }: WechatMiniprogram.CustomEvent<{ id: string }>) {
      const without = this.data.chosen.filter((userID) => userID !== detail.id)
      const had = without.length < this.data.chosen.length
      this.setData({ chosen: had ? without : [...without, detail.id] })
    },
    /** Chooses whoever's ID is in the field. */
    async onByID() {
      const kit = kitOf(this)
      const { query, chosen, busy } = this.data
      if (!kit || busy || !query.trim()) return
      this.setData({ busy: true, problem: '' })
      const found = await findPerson(kit, query)
      this.setData({ busy: false })
      if (!found.ok) return this.setData({ problem: errorText(found.error, kit.t()) })
      const { userID } = found.value
      const isIn = kit.store
        .get()
        .members[`GROUP${this.data.groupID}`]?.list.some((member) => member.userID === userID)
      if (isIn) return this.setData({ problem: kit.t()('error.inAlready') })
      this.setData({ query: '', chosen: [...chosen.filter((known) => known !== userID), userID] })
    },
    async onDone() {
      const kit = kitOf(this)
      const { groupID, chosen, busy } = this.data
      if (!kit || busy || !chosen.length) return
      this.setData({ busy: true, problem: '' })
      const result = await addMembers(kit, groupID, chosen)
      this.setData({ busy: false })
      if (!result.ok) return this.setData({ problem: errorText(result.error, kit.t()) })
      if (result.value.added.length === chosen.length) {
        platform.toast(kit.t()('added.all'))
        return this.onBack()
      }
      this.setData({ results: addedRows(kit.store.get(), result.value, kit.t()) })
    },
  },
})
