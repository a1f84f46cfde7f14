import { loadContacts } from '../../../core/actions/contacts'
import { block, deleteFriend } from '../../../core/actions/friends'
import { conversationWith, findPerson } from '../../../core/actions/people'
import { callStarter } from '../../../core/registry/calls'
import { errorText } from '../../../core/views/error-text'
import { personView, type PersonView } from '../../../core/views/person'
import { platform } from '../../../platform/index'
import { chatSettings } from '../../base/chat-settings'
import { connect, kitOf } from '../../base/connect'
import { labels } from '../../base/labels'
import { contactScreen, succeeded } from '../screen-behavior'

const words = labels({
  title: 'profile.title',
  back: 'common.back',
  loading: 'common.loading',
  retry: 'common.retry',
  failed: 'profile.failed',
  remark: 'profile.remark',
  groups: 'profile.labels',
  none: 'profile.none',
  chat: 'profile.chat',
  add: 'profile.add',
  block: 'profile.block',
  blockedHint: 'profile.blockedHint',
  remove: 'profile.delete',
  search: 'search.inChat',
  media: 'media.title',
  mute: 'conversation.mute',
  pin: 'profile.pin',
  clear: 'conversation.clear',
  call: 'callkit.both',
})

const NOBODY: PersonView = {
  loading: true,
  name: '',
  avatar: { url: '', text: '', tone: 0 },
  nick: '',
  idLine: '',
  facts: [],
  friend: false,
  me: false,
  blocked: false,
  remark: '',
  groups: '',
  chat: false,
  pinned: false,
  muted: false,
}

/** Somebody: a friend, or anybody else. */
Component({
  behaviors: [
    chatSettings,
    contactScreen,
    connect<PersonView & { labels: typeof words.none }>({
      initial: { ...NOBODY, labels: words.none },
      props: ['userID'],
      view: (state, props, t) => ({
        ...personView(state, String(props.userID), t),
        labels: words.of(t),
      }),
    }),
  ],
  properties: {
    userID: { type: String, value: '' },
  },
  data: {
    /** Something on the page can call. */
    callable: false,
    /** Why there is nothing to show. */
    error: '',
    busy: false,
  },
  lifetimes: {
    attached() {
      this.setData({ callable: Boolean(callStarter()) })
      void this.load()
    },
  },
  methods: {
    async load() {
      const kit = kitOf(this)
      if (!kit) return
      this.setData({ error: '' })
      await loadContacts(kit)
      const found = await findPerson(kit, this.data.userID)
      // What is known already is worth more than an error page.
      if (!found.ok && this.data.loading) this.setData({ error: errorText(found.error, kit.t()) })
    },
    onCopy() {
      const kit = kitOf(this)
      void platform.copy(this.data.userID).then((copied) => {
        if (copied && kit) platform.toast(kit.t()('profile.copied'))
      })
    },
    onRemark() {
      this.go({ type: 'edit', field: 'remark', subject: this.data.userID })
    },
    onGroups() {
      this.go({ type: 'labels', userID: this.data.userID })
    },
    onChat() {
      const kit = kitOf(this)
      const conversation = kit && conversationWith(kit, this.data.userID)
      if (conversation && succeeded(this, conversation)) this.openChat(conversation.value, false)
    },
    async onCall() {
      const t = kitOf(this)?.t()
      if (!t) return
      const choice = await platform.actionSheet([t('callkit.audio'), t('callkit.video')])
      const media = (['audio', 'video'] as const)[choice]
      if (media) callStarter()?.start({ userIDs: [this.data.userID], media })
    },
    chatOf(): string {
      return `C2C${this.data.userID}`
    },
    onAdd() {
      this.go({ type: 'add', userID: this.data.userID })
    },
    async onBlock() {
      const kit = kitOf(this)
      const { blocked, busy, userID } = this.data
      if (!kit || busy) return
      if (!blocked && (await platform.actionSheet([kit.t()('profile.block')])) !== 0) return
      this.setData({ busy: true })
      succeeded(this, await block(kit, userID, !blocked))
      this.setData({ busy: false })
    },
    async onDelete() {
      const kit = kitOf(this)
      if (!kit || this.data.busy) return
      if ((await platform.actionSheet([kit.t()('profile.delete')])) !== 0) return
      this.setData({ busy: true })
      const gone = succeeded(this, await deleteFriend(kit, this.data.userID))
      this.setData({ busy: false })
      if (gone) this.onBack()
    },
  },
})
