import { findUnread } from '../../../core/actions/find-unread'
import { loadOlder } from '../../../core/actions/load-older'
import { SYSTEM_CONVERSATION } from '../../../core/store/conversation-id'
import { emptyMessageList, messageListView, type MessageListView } from '../../../core/views/message-list'
import { connect, kitOf } from '../../base/connect'

/** How far above the visible part, px, older messages are asked for. */
const AHEAD = 600
/** How far from the newest message, px, still counts as reading it. */
const NEAR_BOTTOM = 24

/**
 * The messages of a chat in a reversed scroller: its origin is the newest message, so older pages arrive at the far
 * end without moving what is being read, and new rows push up only a reader who is at the bottom.
 * Events: `bottom` with `{ atBottom }`, `moved` when rows came or went at the newer end, `listtap`, `failedtap`, `reedit`, `menu`, each of the last three with `{ id }`; `retry`.
 */
Component({
  behaviors: [
    connect<MessageListView & { labels: Record<string, string> }>({
      initial: {
        ...emptyMessageList,
        labels: {
          loading: '',
          failed: '',
          empty: '',
          retry: '',
          olderFailed: '',
          reedit: '',
          sending: '',
          sendFailed: '',
        },
      },
      props: ['conversationID'],
      view: (state, props, t) => ({
        ...messageListView(state, String(props.conversationID), t),
        labels: {
          loading: t('chat.loadingOlder'),
          failed: t('chat.failed'),
          empty: t(props.conversationID === SYSTEM_CONVERSATION ? 'chat.emptySystem' : 'chat.empty'),
          retry: t('common.retry'),
          olderFailed: t('chat.olderFailed'),
          reedit: t('chat.reedit'),
          sending: t('chat.sending'),
          sendFailed: t('chat.sendFailed'),
        },
      }),
    }),
  ],
  properties: {
    conversationID: { type: String, value: '' },
  },
  data: { anchor: '' },
  observers: {
    // An observer fires again only when the edge leaves and comes back: each page that arrives is a new question.
    // A page arrives at a path inside `older`, or it has nothing to show and only ends the loading.
    'older.**, phase, loadingOlder, complete, error'() {
      this.watchTop()
    },
    'newer.**'() {
      const watched = observers(this)
      const rows = this.data.newer.reduce((count, page) => count + page.rows.length, 0)
      if (watched.rows !== rows) this.triggerEvent('moved')
      watched.rows = rows
    },
  },
  lifetimes: {
    ready() {
      this.watchBottom()
      this.watchTop()
    },
    detached() {
      this.stopWatching()
    },
  },
  methods: {
    watchBottom() {
      const bottom = this.createIntersectionObserver({})
      bottom.relativeTo('.scroller', { bottom: NEAR_BOTTOM }).observe('.bottom', ({ intersectionRatio }) => {
        this.triggerEvent('bottom', { atBottom: intersectionRatio > 0 })
      })
      observers(this).bottom = bottom
    },
    watchTop() {
      const watched = observers(this)
      watched.top?.disconnect()
      watched.top = undefined
      const { phase, complete, loadingOlder } = this.data
      if (!watched.bottom || phase !== 'ready' || complete || loadingOlder || this.data.error) return
      const top = this.createIntersectionObserver({})
      top.relativeTo('.scroller', { top: AHEAD }).observe('.top', ({ intersectionRatio }) => {
        if (intersectionRatio > 0) this.onLoadOlder()
      })
      watched.top = top
    },
    stopWatching() {
      const watched = observers(this)
      watched.top?.disconnect()
      watched.bottom?.disconnect()
    },
    onLoadOlder() {
      const kit = kitOf(this)
      if (!kit) return
      const { conversationID } = this.data
      // Not even the first page is there: the chat has to be opened again.
      if (kit.store.get().messages[conversationID]?.phase === 'failed') this.onRetry()
      else void loadOlder(kit, conversationID)
    },
    toBottom() {
      // Two names for one place: another value scrolls again, without a call to take the first one back.
      this.scrollTo(this.data.anchor === 'bottom' ? 'end' : 'bottom')
    },
    async toUnread() {
      const kit = kitOf(this)
      const { conversationID } = this.data
      const id = kit && (await findUnread(kit, conversationID))
      if (conversationID !== this.data.conversationID) return
      // The rows are there when what has changed was sent, at the end of this tick.
      if (id) wx.nextTick(() => this.scrollTo(id))
    },
    scrollTo(anchor: string) {
      // The same value twice scrolls once only.
      if (this.data.anchor === anchor) this.setData({ anchor: '' })
      this.setData({ anchor })
    },
    onTap() {
      this.triggerEvent('listtap')
    },
    onRetry() {
      this.triggerEvent('retry')
    },
    onRowEvent(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
      this.triggerEvent(event.type, event.detail)
    },
  },
})

interface Watched {
  top?: WechatMiniprogram.IntersectionObserver | undefined
  bottom?: WechatMiniprogram.IntersectionObserver | undefined
  /** How many rows there are at the newer end. */
  rows?: number
}

const watchedBy = new WeakMap<object, Watched>()

/** Observers are no data: kept beside the instance. */
function observers(list: object): Watched {
  let watched = watchedBy.get(list)
  if (!watched) watchedBy.set(list, (watched = {}))
  return watched
}
