import { loadConversations } from '../../core/actions/load-conversations'
import { clearUnreadMark } from '../../core/actions/mark-unread'
import { NOT_READY } from '../../core/store/codes'
import { FOLDER_ID, WHOLE_LIST } from '../../core/views/conversation-list'
import { connect, kitOf } from '../base/connect'
import { askAction, runAction, runSwiped } from './menu'
import { selection } from './selection'
import { careForRows, PieceWatch } from './sight'
import { initialView, listView, sightOf, VIEW_PROPS, type ListData, type View } from './view'

interface Own {
  care?: ReturnType<typeof careForRows> | undefined
  pieces?: PieceWatch
}
const owned = new WeakMap<object, Own>()

function own(list: object): Own {
  const mine = owned.get(list) ?? {}
  owned.set(list, mine)
  return mine
}

type RowEvent<T = object> = WechatMiniprogram.CustomEvent<
  { conversationID: string } & T,
  object,
  { key: string }
>

/**
 * The list of chats. Events: `open` with `{ conversationID }`, `tool` with `{ id }`, `search`,
 * `back`, `depth` with `{ depth }` when there is a step back inside the list (1), or none any more (0).
 * Data source: `getConversationList` and `CONVERSATION_LIST_UPDATED`.
 */
Component({
  behaviors: [
    connect<View>({
      initial: initialView,
      props: VIEW_PROPS,
      view: (state, data, t) => listView(state, data as ListData, t),
    }),
    selection,
  ],
  properties: {
    /** False while something covers the list: updates wait until it is seen again. */
    active: { type: Boolean, value: true },
    /** Shows a back button, for a page that was opened from another one. */
    back: { type: Boolean, value: false },
    navigationStyle: { type: String, value: 'auto' },
    /** Buttons in the bar: `{ id, icon, label, dot }`; `tool` tells which one was tapped. */
    tools: { type: Array, value: [] as object[] },
    /** Offers unread chats, mentions and groups by themselves. */
    filters: { type: Boolean, value: true },
    /** With `filters`: conversation groups, too. */
    conversationGroups: { type: Boolean, value: false },
    /** A field above the chats that leads to a search; `search` tells that it was tapped. */
    search: { type: Boolean, value: false },
    /** A dot for people who are online, where the app's plan tells. */
    onlineStatus: { type: Boolean, value: true },
  },
  data: {
    refreshing: false,
    noTools: [],
    near: { first: WHOLE_LIST.first, last: WHOLE_LIST.last },
    chosenTab: 'all',
    folder: false,
    /** Conversation ID of the row whose actions are uncovered. */
    swiped: '',
  },
  observers: {
    pieceCount() {
      own(this).pieces?.renew()
    },
    'selecting, folder'(selecting: boolean, folder: boolean) {
      this.triggerEvent('depth', { depth: selecting || folder ? 1 : 0 })
    },
    'near, chosenTab, folder, onlineStatus'() {
      own(this).care?.look()
    },
  },
  lifetimes: {
    attached() {
      const kit = kitOf(this)
      void this.load()
      if (kit)
        own(this).care = careForRows(kit, () => ({ ...sightOf(this.data), online: this.data.onlineStatus }))
    },
    ready() {
      const mine = own(this)
      mine.pieces = new PieceWatch(this, (near) => {
        const { first, last } = this.data.near
        if (near.first !== first || near.last !== last) this.setData({ near })
      })
      mine.pieces.renew()
    },
    detached() {
      const { care, pieces } = own(this)
      care?.stop()
      pieces?.stop()
    },
  },
  methods: {
    load() {
      const kit = kitOf(this)
      if (kit) void loadConversations(kit)
    },
    async onRefresh() {
      const kit = kitOf(this)
      if (!kit) return
      this.setData({ refreshing: true })
      if (kit.store.get().session.phase !== 'ready') {
        // Nobody knows when the login will be through: better to say so than to turn without an end.
        this.setData({ refreshing: false })
        kit.report({ code: NOT_READY, op: 'getConversationList', retryable: true, cause: 'not logged in' })
        return
      }
      const result = await loadConversations(kit)
      this.setData({ refreshing: false })
      // The rows are still there: without a word nobody would know that they are old.
      if (!result.ok) kit.report(result.error)
    },
    onTab(event: WechatMiniprogram.BaseEvent<object, { id: string }>) {
      this.setData({
        chosenTab: event.currentTarget.dataset.id,
        near: { first: 0, last: WHOLE_LIST.last },
        swiped: '',
      })
    },
    onOpen(event: RowEvent) {
      const { conversationID } = event.detail
      const { key } = event.currentTarget.dataset
      if (this.data.selecting) return this.choose(key, conversationID)
      this.closeSwiped()
      if (conversationID === FOLDER_ID) return this.showFolder(true)
      const kit = kitOf(this)
      if (kit) void clearUnreadMark(kit, conversationID)
      this.triggerEvent('open', { conversationID })
    },
    async onMenu(event: RowEvent) {
      const kit = kitOf(this)
      const { conversationID } = event.detail
      const { key } = event.currentTarget.dataset
      if (!kit || conversationID === FOLDER_ID) return
      this.closeSwiped()
      const action = await askAction(kit, conversationID)
      if (action === 'select') this.beginSelection(key, conversationID)
      else if (action) runAction(kit, conversationID, action)
    },
    onSwipe(event: RowEvent<{ open: boolean }>) {
      const { conversationID, open } = event.detail
      if (open) this.setData({ swiped: conversationID })
      else if (this.data.swiped === conversationID) this.closeSwiped()
    },
    onAction(event: RowEvent<{ id: string }>) {
      const kit = kitOf(this)
      this.closeSwiped()
      if (kit) runSwiped(kit, event.detail.conversationID, event.detail.id)
    },
    closeSwiped() {
      if (this.data.swiped) this.setData({ swiped: '' })
    },
    showFolder(folder: boolean) {
      this.setData({ folder, near: { first: 0, last: WHOLE_LIST.last }, swiped: '' })
    },
    /** One step back inside the list. @returns whether there was one */
    stepBack(): boolean {
      if (this.data.selecting) this.endSelection()
      else if (this.data.folder) this.showFolder(false)
      else return false
      return true
    },
    onTool(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
      this.triggerEvent('tool', event.detail)
    },
    onSearch() {
      this.triggerEvent('search')
    },
    onBack() {
      if (!this.stepBack()) this.triggerEvent('back')
    },
  },
})
