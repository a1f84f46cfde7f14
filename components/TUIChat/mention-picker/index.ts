import { mention } from '../../../core/actions/composer'
import { loadAccess } from '../../../core/actions/group-access'
import { EVERYONE } from '../../../core/store/types'
import { mayMentionAll } from '../../../core/views/mention-picker'
import { avatarView, type AvatarView } from '../../../core/views/avatar'
import { memberName } from '../../../core/views/member-list'
import { connect, kitOf } from '../../base/connect'
import { labels } from '../../base/labels'

const words = labels({
  title: 'mention.title',
  close: 'common.close',
  search: 'mention.search',
  all: 'mention.all',
})

const ALL: AvatarView = avatarView('', '@', EVERYONE)

/** Whom to mention in a group. Who was chosen goes into the field. Event: `close`. */
Component({
  behaviors: [
    connect<{ everyone: boolean; labels: typeof words.none }>({
      initial: { everyone: false, labels: words.none },
      props: ['conversationID'],
      view: (state, { conversationID }, t) => ({
        everyone: mayMentionAll(state, String(conversationID)),
        labels: words.of(t),
      }),
    }),
  ],
  properties: {
    conversationID: { type: String, value: '' },
  },
  data: {
    groupID: '',
    all: ALL,
    query: '',
    /** Height of the keyboard, px: the list ends above it. */
    lift: 0,
  },
  observers: {
    conversationID(conversationID: string) {
      this.setData({ groupID: conversationID.slice('GROUP'.length) })
    },
  },
  lifetimes: {
    attached() {
      const kit = kitOf(this)
      const { conversationID } = this.data
      if (kit && !kit.store.get().access[conversationID]) void loadAccess(kit, conversationID)
    },
  },
  methods: {
    onQuery({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ query: detail.value })
    },
    onKeyboard({ detail }: WechatMiniprogram.CustomEvent<{ height: number }>) {
      this.setData({ lift: detail.height })
    },
    onPicked({ detail }: WechatMiniprogram.CustomEvent<{ userIDs: string[] }>) {
      const kit = kitOf(this)
      const [userID = ''] = detail.userIDs
      const members = kit?.store.get().members[this.data.conversationID]?.list ?? []
      const member = members.find((known) => known.userID === userID)
      this.pick(userID, member ? memberName(member) : userID)
    },
    onEveryone() {
      this.pick(EVERYONE, this.data.labels.all)
    },
    pick(userID: string, name: string) {
      const kit = kitOf(this)
      if (kit) mention(kit, this.data.conversationID, { userID, name })
      this.onClose()
    },
    onClose() {
      this.triggerEvent('close')
    },
  },
})
