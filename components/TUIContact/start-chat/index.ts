import { loadContacts } from '../../../core/actions/contacts'
import { conversationWith, findPerson } from '../../../core/actions/people'
import { pickView, NO_PICK, type PickView } from '../../../core/views/pick'
import { connect, kitOf } from '../../base/connect'
import { labels } from '../../base/labels'
import { contactScreen, succeeded } from '../screen-behavior'

const words = labels({
  title: 'start.chat',
  back: 'common.back',
  clear: 'common.clear',
  search: 'start.search',
  empty: 'start.noFriends',
  index: 'contact.index',
})

/** Whom to write to: a friend, or anybody whose user ID is known. */
Component({
  behaviors: [
    contactScreen,
    connect<PickView & { labels: typeof words.none }>({
      initial: { ...NO_PICK, labels: words.none },
      props: ['query', 'top'],
      view: (state, props, t) => ({
        ...pickView(state.contacts, String(props.query), Number(props.top), t),
        labels: words.of(t),
      }),
    }),
  ],
  data: { query: '', top: 0, busy: false },
  lifetimes: {
    attached() {
      const kit = kitOf(this)
      if (kit) void loadContacts(kit)
    },
  },
  methods: {
    onQuery({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ query: detail.value })
    },
    onScroll({ detail }: WechatMiniprogram.CustomEvent<{ top: number }>) {
      this.setData({ top: detail.top })
    },
    onFriend({ detail }: WechatMiniprogram.CustomEvent<{ id: string }>) {
      const kit = kitOf(this)
      const conversation = kit && conversationWith(kit, detail.id)
      if (conversation && succeeded(this, conversation)) this.openChat(conversation.value, true)
    },
    async onID() {
      const kit = kitOf(this)
      const { query, busy } = this.data
      if (!kit || busy || !query.trim()) return
      const conversation = conversationWith(kit, query.trim())
      if (!succeeded(this, conversation)) return
      this.setData({ busy: true })
      const found = await findPerson(kit, query)
      this.setData({ busy: false })
      if (succeeded(this, found)) this.openChat(conversation.value, true)
    },
  },
})
