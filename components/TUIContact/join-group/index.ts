import { loadContacts } from '../../../core/actions/contacts'
import { findGroup, joinGroup } from '../../../core/actions/start-group'
import type { GroupInfo } from '../../../core/store/contacts'
import { errorText } from '../../../core/views/error-text'
import { joinView, NO_JOIN, type JoinView } from '../../../core/views/join-group'
import { connect, kitOf } from '../../base/connect'
import { labels } from '../../base/labels'
import { contactScreen } from '../screen-behavior'

const words = labels({
  title: 'join.title',
  back: 'common.back',
  clear: 'common.clear',
  placeholder: 'join.placeholder',
  wording: 'join.wording',
  hint: 'join.wordingHint',
  open: 'join.open',
  sent: 'join.sent',
})

/** Finds a group by its ID, and joins it or asks to. */
Component({
  behaviors: [
    contactScreen,
    connect<JoinView & { labels: typeof words.none }>({
      initial: { ...NO_JOIN, labels: words.none },
      props: ['query', 'found'],
      view: (state, props, t) => ({
        ...joinView(state.contacts, String(props.query), props.found as GroupInfo | null, t),
        labels: words.of(t),
      }),
    }),
  ],
  data: {
    query: '',
    found: null as GroupInfo | null,
    wording: '',
    problem: '',
    /** Somebody has to agree now. */
    sent: false,
    busy: false,
  },
  lifetimes: {
    attached() {
      const kit = kitOf(this)
      if (kit) void loadContacts(kit)
    },
  },
  methods: {
    onQuery({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ query: detail.value, found: null, problem: '', sent: false })
    },
    async find() {
      const kit = kitOf(this)
      const { query, busy } = this.data
      if (!kit || busy || !query.trim()) return
      this.setData({ busy: true, problem: '' })
      const group = await findGroup(kit, query)
      this.setData({ busy: false })
      // Another one may have been typed meanwhile.
      if (this.data.query !== query) return
      if (group.ok) this.setData({ found: { ...group.value } })
      else this.setData({ problem: errorText(group.error, kit.t()) })
    },
    onWording({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ wording: detail.value, problem: '' })
    },
    async onJoin() {
      const kit = kitOf(this)
      const { found, wording, busy, asks } = this.data
      if (!kit || !found || busy) return
      this.setData({ busy: true, problem: '' })
      const result = await joinGroup(kit, found, asks ? wording.trim() : '')
      this.setData({ busy: false, problem: result.ok ? '' : errorText(result.error, kit.t()) })
      if (!result.ok) return
      if (result.value === 'waits') this.setData({ sent: true })
      else this.onOpen()
    },
    onOpen() {
      const { found } = this.data
      if (found) this.openChat(`GROUP${found.groupID}`, true)
    },
  },
})
