import { findMention } from '../../../core/actions/find-mention'
import { findUnread } from '../../../core/actions/find-unread'
import { endJump, jumpToLoaded } from '../../../core/actions/jump-to'
import { loadNewer } from '../../../core/actions/load-newer'
import { loadOlder } from '../../../core/actions/load-older'
import { showAround, showNewest } from '../../../core/actions/show-window'
import { emptyMessageList, messageListView, type MessageListView } from '../../../core/views/message-list'
import { connect, kitOf } from '../../base/connect'
import { dueRows } from './due-rows'
import { Eyes, measure, scrollOf } from './eyes'
import { emptyListLabels, listLabels } from './labels'

/** How far beyond the visible part, px, messages are asked for, and pages are drawn. */
const AHEAD = 600
const DRAW_AHEAD = 1000
/** How far from the newest message, px, still counts as reading it. */
const NEAR_BOTTOM = 24
/** So many rows are drawn before those that are far away are given up. */
const MANY_ROWS = 100
/** Lower than this, px, the list is when half of the screen is a keyboard. */
const LOW = 320
/** How long a message that was jumped to is lit up, ms. */
const FLASH_MS = 2000

interface Own {
  eyes: Eyes
  /** How many rows there are at the newer end. */
  rows: number
  /** The chat that is shown. */
  conversationID: string
  measuring: boolean
  flash?: ReturnType<typeof setTimeout> | undefined
}
const owned = new WeakMap<object, Own>()

/**
 * The messages of a chat in a reversed scroller: its origin is the newest message, so older pages arrive at the far
 * end without moving what is being read, and new rows push up only a reader who is at the bottom. Pages far away from
 * the reader are not there: empty room as high as they were stands in their place.
 * Events: `bottom` with `{ atBottom }`, `moved` when rows came or went at the newer end, `listtap`, `retry`; all
 * events of the rows, each with `{ id }`.
 */
Component({
  behaviors: [
    connect<MessageListView & { labels: typeof emptyListLabels }>({
      initial: {
        ...emptyMessageList,
        labels: emptyListLabels,
      },
      props: ['conversationID'],
      view: (state, props, t) => ({
        ...messageListView(state, String(props.conversationID), t),
        labels: listLabels(
          String(props.conversationID),
          Boolean(state.live[String(props.conversationID)]),
          t,
        ),
      }),
    }),
    dueRows,
  ],
  properties: {
    conversationID: { type: String, value: '' },
  },
  data: {
    anchor: '',
    scrollTop: null as number | null,
    /** Where a row that is jumped to stands, px from the upper edge; 0: where the stylesheet says. */
    aimTop: 0,
  },
  observers: {
    // An observer fires again only when the edge leaves and comes back: each page that arrives is a new question.
    // A page arrives at a path inside `older`, or it has nothing to show and only ends the loading.
    'older.**, phase, loadingOlder, complete, error'() {
      this.watchTop()
    },
    'detached, loadingNewer, error'() {
      this.watchEnd()
    },
    'span, roomAbove, roomBelow'() {
      this.watchRooms()
    },
    'newer.**'() {
      const mine = own(this)
      const rows = countRows(this.data.newer)
      if (mine.rows !== rows) this.triggerEvent('moved')
      mine.rows = rows
    },
    'jump.count'() {
      this.followJump()
    },
    conversationID(id: string) {
      this.leave()
      own(this).conversationID = id
    },
  },
  lifetimes: {
    ready() {
      own(this).eyes.open()
      this.watchBottom()
      this.watchTop()
      this.watchEnd()
      this.watchRooms()
    },
    detached() {
      own(this).eyes.close()
      this.leave()
    },
  },
  methods: {
    /** The next time the chat opens with its newest messages. */
    leave() {
      const mine = own(this)
      if (mine.flash) clearTimeout(mine.flash)
      const kit = kitOf(this)
      if (kit && mine.conversationID) showNewest(kit, mine.conversationID)
    },
    watchBottom() {
      own(this).eyes.watch('.bottom', { bottom: NEAR_BOTTOM }, (inSight) => {
        this.triggerEvent('bottom', { atBottom: inSight })
      })
    },
    watchTop() {
      const { phase, complete, loadingOlder, error } = this.data
      const idle = phase !== 'ready' || complete || loadingOlder || Boolean(error)
      own(this).eyes.watch('.top', idle ? undefined : { top: AHEAD }, (inSight) => {
        if (inSight) this.onLoadOlder()
      })
    },
    watchEnd() {
      const { detached, loadingNewer, error } = this.data
      const idle = !detached || loadingNewer || Boolean(error)
      own(this).eyes.watch('.end', idle ? undefined : { bottom: AHEAD }, (inSight) => {
        if (inSight) this.onLoadNewer()
      })
    },
    watchRooms() {
      const { eyes } = own(this)
      const { roomAbove, roomBelow, older, newer } = this.data
      const look = (inSight: boolean) => inSight && this.look()
      const margins = { top: DRAW_AHEAD, bottom: DRAW_AHEAD }
      eyes.watch('.room-above', roomAbove ? margins : undefined, look)
      eyes.watch('.room-below', roomBelow ? margins : undefined, look)
      if (eyes.isOpen && countRows(older) + countRows(newer) > MANY_ROWS) this.look()
    },
    /** Draws what is around the reader, and gives up what is far away. */
    look() {
      const mine = own(this)
      const kit = kitOf(this)
      const { conversationID } = this.data
      if (mine.measuring || !kit) return
      mine.measuring = true
      measure(this, (pages, seen) => {
        mine.measuring = false
        if (seen && mine.eyes.isOpen && conversationID === this.data.conversationID)
          showAround(kit, conversationID, pages, seen)
      })
    },
    onLoadOlder() {
      const kit = kitOf(this)
      if (!kit) return
      const { conversationID } = this.data
      // Not even the first page is there: the chat has to be opened again.
      if (kit.store.get().messages[conversationID]?.phase === 'failed') this.onRetry()
      else void loadOlder(kit, conversationID)
    },
    onLoadNewer() {
      const kit = kitOf(this)
      if (kit) void loadNewer(kit, this.data.conversationID, () => this.leaveEnd())
    },
    /** At its very end a scroller stays at the end: a reader who waits there for what comes next is led off it. */
    async leaveEnd() {
      const top = await scrollOf(this)
      if (!own(this).eyes.isOpen || top < -1) return
      this.setData({ scrollTop: this.data.scrollTop === -1 ? -1.1 : -1 })
      await new Promise<void>((resolve) => wx.nextTick(resolve))
    },
    onPill() {
      const kit = kitOf(this)
      const { pillTo, conversationID } = this.data
      if (kit && pillTo) jumpToLoaded(kit, conversationID, pillTo)
      else this.toBottom()
    },
    toBottom() {
      const kit = kitOf(this)
      if (!kit) return
      const { detached, roomBelow, conversationID } = this.data
      showNewest(kit, conversationID)
      // Two names for one place: another value scrolls again, without a call to take the first one back.
      const scroll = () => this.scrollTo(this.data.anchor === 'bottom' ? 'end' : 'bottom')
      if (detached || roomBelow) wx.nextTick(scroll)
      else scroll()
    },
    toUnread() {
      const kit = kitOf(this)
      if (kit) void findUnread(kit, this.data.conversationID)
    },
    toMention() {
      const kit = kitOf(this)
      if (kit) void findMention(kit, this.data.conversationID)
    },
    followJump() {
      const { id } = this.data.jump
      const mine = own(this)
      if (!id) return
      if (mine.flash) clearTimeout(mine.flash)
      // The rows are there when what has changed was sent, at the end of this tick.
      wx.nextTick(() => {
        this.scrollTo('aim')
        this.aimHigher()
      })
      mine.flash = setTimeout(() => {
        const kit = kitOf(this)
        if (kit) endJump(kit, this.data.conversationID)
      }, FLASH_MS)
    },
    /** Over a keyboard the list may be so low that a row in its usual place would be cut off. */
    aimHigher() {
      measure(this, (_pages, seen) => {
        const height = seen ? seen.bottom - seen.top : LOW
        const aimTop = height < LOW ? Math.round(height / 8) : 0
        if (aimTop === this.data.aimTop || !own(this).eyes.isOpen) return
        this.setData({ aimTop })
        this.scrollTo('aim')
      })
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

const countRows = (pages: MessageListView['newer']): number =>
  pages.reduce((count, page) => count + page.rows.length, 0)

/** What belongs to an instance and is no data. */
function own(list: object): Own {
  let mine = owned.get(list)
  if (!mine) {
    const eyes = new Eyes(list as ConstructorParameters<typeof Eyes>[0])
    owned.set(list, (mine = { eyes, rows: 0, conversationID: '', measuring: false }))
  }
  return mine
}
