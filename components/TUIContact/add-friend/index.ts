import { loadContacts } from '../../../core/actions/contacts'
import { addFriend } from '../../../core/actions/friends'
import { findPerson } from '../../../core/actions/people'
import { addView, NO_ADD, type AddView } from '../../../core/views/add-friend'
import { errorText } from '../../../core/views/error-text'
import { platform } from '../../../platform/index'
import { connect, kitOf } from '../../base/connect'
import { labels } from '../../base/labels'
import { contactScreen } from '../screen-behavior'

const words = labels({
  title: 'add.friend',
  back: 'common.back',
  clear: 'common.clear',
  placeholder: 'add.placeholder',
  wording: 'add.wording',
  remark: 'add.remark',
  optional: 'add.remarkHint',
  chat: 'profile.chat',
  sent: 'add.sent',
})

type InputEvent = WechatMiniprogram.CustomEvent<{ name: 'wording' | 'remark'; value: string }>

/** Finds somebody by user ID, and asks them to become a friend. */
Component({
  behaviors: [
    contactScreen,
    connect<AddView & { labels: typeof words.none }>({
      initial: { ...NO_ADD, labels: words.none },
      props: ['query', 'found'],
      view: (state, props, t) => ({
        ...addView(state, String(props.query), String(props.found), t),
        labels: words.of(t),
      }),
    }),
  ],
  properties: {
    /** Of somebody who is known already; empty: to be typed. */
    userID: { type: String, value: '' },
  },
  data: {
    query: '',
    /** User ID of whoever was found. */
    found: '',
    wording: '',
    remark: '',
    /** What has gone wrong. */
    problem: '',
    /** The other one has to answer now. */
    sent: false,
    busy: false,
  },
  lifetimes: {
    attached() {
      void this.load()
    },
  },
  methods: {
    async load() {
      const kit = kitOf(this)
      if (!kit) return
      const { userID } = this.data
      if (userID) this.setData({ query: userID })
      await loadContacts(kit)
      if (userID) await this.find()
    },
    onQuery({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ query: detail.value, found: '', problem: '', sent: false })
    },
    async find() {
      const kit = kitOf(this)
      const { query, busy } = this.data
      if (!kit || busy || !query.trim()) return
      this.setData({ busy: true, problem: '' })
      const person = await findPerson(kit, query)
      // Another one may have been typed meanwhile.
      const current = this.data.query === query
      this.setData({ busy: false })
      if (!current) return
      if (!person.ok) return this.setData({ problem: errorText(person.error, kit.t()) })
      this.setData({ found: person.value.userID, wording: this.data.wording || this.data.hello })
    },
    onInput({ detail }: InputEvent) {
      this.setData({ [detail.name]: detail.value, problem: '' })
    },
    async onSend() {
      const kit = kitOf(this)
      const { found, wording, remark, busy } = this.data
      if (!kit || !found || busy) return
      this.setData({ busy: true, problem: '' })
      const result = await addFriend(kit, found, { wording: wording.trim(), remark: remark.trim() })
      this.setData({ busy: false, problem: result.ok ? '' : errorText(result.error, kit.t()) })
      if (!result.ok) return
      if (result.value === 'waits') return this.setData({ sent: true })
      platform.toast(kit.t()('add.added'))
      this.go({ type: 'person', userID: found })
    },
    onPerson() {
      this.go({ type: 'person', userID: this.data.found })
    },
    onChat() {
      this.openChat(`C2C${this.data.found}`, false)
    },
    async onMyID() {
      const kit = kitOf(this)
      if (kit && (await platform.copy(kit.store.get().session.userID)))
        platform.toast(kit.t()('profile.copied'))
    },
  },
})
