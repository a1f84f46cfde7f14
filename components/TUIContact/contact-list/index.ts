import { loadContacts } from '../../../core/actions/contacts'
import { contactListView, NO_CONTACT_LIST, type ContactListView } from '../../../core/views/contact-list'
import { connect, kitOf } from '../../base/connect'
import { labels } from '../../base/labels'
import { contactScreen } from '../screen-behavior'
import type { ContactScreen } from '../screens'

const words = labels({
  title: 'contact.title',
  back: 'common.back',
  retry: 'common.retry',
  loading: 'common.loading',
  clear: 'common.clear',
  failed: 'contact.failed',
  empty: 'contact.empty',
  emptyHint: 'contact.emptyHint',
  search: 'contact.search',
  add: 'add.friend',
  index: 'contact.index',
})

/** The user's friends from A to Z, and the ways to everything else. Events: see the behavior. */
Component({
  behaviors: [
    contactScreen,
    connect<ContactListView & { labels: typeof words.none }>({
      initial: { ...NO_CONTACT_LIST, labels: words.none },
      props: ['query', 'top'],
      view: (state, props, t) => ({
        ...contactListView(state, String(props.query), Number(props.top), t),
        labels: words.of(t),
      }),
    }),
  ],
  data: { query: '', top: 0 },
  lifetimes: {
    attached() {
      this.load()
    },
  },
  methods: {
    load() {
      const kit = kitOf(this)
      if (kit) void loadContacts(kit)
    },
    onQuery({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ query: detail.value })
    },
    onScroll({ detail }: WechatMiniprogram.CustomEvent<{ top: number }>) {
      this.setData({ top: detail.top })
    },
    onEntry({ detail }: WechatMiniprogram.CustomEvent<{ id: 'applications' }>) {
      this.go({ type: detail.id } satisfies ContactScreen)
    },
    onPerson({ detail }: WechatMiniprogram.CustomEvent<{ id: string }>) {
      this.go({ type: 'person', userID: detail.id })
    },
    onAdd() {
      this.go({ type: 'add' })
    },
  },
})
