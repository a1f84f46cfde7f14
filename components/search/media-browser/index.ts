import { hitsOf } from '../../../core/views/chat-search'
import { mediaBrowserView, NO_MEDIA, type MediaBrowserView } from '../../../core/views/media-browser'
import type { SearchKind } from '../../../core/store/searches'
import type { Message } from '../../../core/store/types'
import { platform } from '../../../platform/index'
import { connect, kitOf } from '../../base/connect'
import { labels } from '../../base/labels'
import { stackedScreen } from '../../base/screen'
import { openMessage } from '../../TUIChat/open-message'
import { searching } from '../searching'

const words = labels({
  title: 'media.title',
  pictures: 'media.pictures',
  files: 'media.files',
  back: 'common.back',
  retry: 'common.retry',
  loading: 'common.loading',
})

type TileEvent = WechatMiniprogram.BaseEvent<object, { id: string }>

/** Pictures, videos and files of one chat, newest first. A long press leads to the message. Events: those of a screen. */
Component({
  behaviors: [
    stackedScreen,
    searching,
    connect<MediaBrowserView & { labels: typeof words.none }>({
      initial: { ...NO_MEDIA, labels: words.none },
      props: ['searchID'],
      view: (state, { searchID }, t) => ({
        ...mediaBrowserView(state, String(searchID), t),
        labels: words.of(t),
      }),
    }),
  ],
  properties: {
    conversationID: { type: String, value: '' },
  },
  data: { tab: 'pictures' as 'pictures' | 'files', broken: {} },
  lifetimes: {
    attached() {
      this.show('pictures')
    },
  },
  methods: {
    searchedChat(): string {
      return this.data.conversationID
    },
    searchedKinds(): readonly SearchKind[] {
      return this.data.tab === 'files' ? ['file'] : ['image', 'video']
    },
    show(tab: 'pictures' | 'files') {
      this.setData({ tab })
      this.look()
    },
    onTab(event: WechatMiniprogram.BaseEvent<object, { id: 'pictures' | 'files' }>) {
      const { id } = event.currentTarget.dataset
      if (id !== this.data.tab) this.show(id)
    },
    messages(): readonly Message[] {
      return hitsOf(kitOf(this)?.store.get().searches[this.data.searchID])
    },
    async open(id: string) {
      const kit = kitOf(this)
      const messages = [...this.messages()].reverse()
      const message = messages.find(({ ID }) => ID === id)
      const opened = message && (await openMessage(messages, message))
      if (kit && opened === false) platform.toast(kit.t()('open.failed'))
    },
    async offer(id: string) {
      const kit = kitOf(this)
      const message = this.messages().find(({ ID }) => ID === id)
      if (!kit || !message) return
      platform.vibrate()
      if ((await platform.actionSheet([kit.t()('media.show')])) === 0) this.showMessage(message)
    },
    onTile(event: TileEvent) {
      void this.open(event.currentTarget.dataset.id)
    },
    onTileHold(event: TileEvent) {
      void this.offer(event.currentTarget.dataset.id)
    },
    onFile({ detail }: WechatMiniprogram.CustomEvent<{ id: string }>) {
      void this.open(detail.id)
    },
    onFileHold({ detail }: WechatMiniprogram.CustomEvent<{ id: string }>) {
      void this.offer(detail.id)
    },
    /** A picture that is gone leaves its sign. */
    onBroken(event: WechatMiniprogram.BaseEvent<object, { at: string }>) {
      this.setData({ [`broken.${event.currentTarget.dataset.at}`]: true })
    },
  },
})
