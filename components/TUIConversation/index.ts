import { loadConversations } from '../../core/actions/load-conversations'
import { clearUnreadMark, markAllRead } from '../../core/actions/mark-unread'
import { NOT_READY } from '../../core/store/codes'
import { connectionText } from '../../core/views/connection'
import {
  conversationListView,
  FOLDER_ID,
  WHOLE_LIST,
  type ConversationListView,
  type ListSight,
} from '../../core/views/conversation-list'
import { translator, type Translate } from '../../locales/index'
import { connect, kitOf } from '../base/connect'
import { listLabels, type ListLabels } from './labels'
import { askAction, deleteChats, runAction, runSwiped } from './menu'
import { careForRows, PieceWatch } from './sight'

interface View extends ConversationListView {
  pieceCount: number
  connection: string
  labels: ListLabels
}

interface Own {
  care?: ReturnType<typeof careForRows> | undefined
  pieces?: PieceWatch
  /** Conversation IDs of what is chosen, by key. */
  chosen: Map<string, string>
}
const owned = new WeakMap<object, Own>()

function own(list: object): Own {
  const mine = owned.get(list) ?? { chosen: new Map<string, string>() }
  owned.set(list, mine)
  return mine
}

function sightOf(data: Record<string, unknown>): ListSight {
  const { near, chosenTab, folder, filters, conversationGroups } = data as {
    near: { first: number; last: number }
    chosenTab: string
    folder: boolean
    filters: boolean
    conversationGroups: boolean
  }
  return { ...near, tab: chosenTab, folder, tabs: filters, groupTabs: conversationGroups }
}

function titleOf(title: string, data: Record<string, unknown>, t: Translate): string {
  if (!data.selecting) return title
  const count = Number(data.chosenCount)
  return count ? t('conversation.selected', { count }) : t('conversation.selectNone')
}

type RowEvent<T = object> = WechatMiniprogram.CustomEvent<
  { conversationID: string } & T,
  object,
  { key: string }
>

/**
 * The list of chats. Events: `open` with `{ conversationID }`, `back`.
 * Data source: `getConversationList` and `CONVERSATION_LIST_UPDATED`.
 */
Component({
  behaviors: [
    connect<View>({
      initial: {
        phase: 'loading',
        pieces: [],
        pieceCount: 0,
        rows: {},
        tabs: [],
        tab: 'all',
        title: '',
        error: '',
        empty: '',
        connection: '',
        labels: listLabels(translator('zh-CN')),
      },
      props: ['near', 'chosenTab', 'folder', 'filters', 'conversationGroups', 'selecting', 'chosenCount'],
      view(state, data, t) {
        const view = conversationListView(state, t, sightOf(data))
        return {
          ...view,
          title: titleOf(view.title, data, t),
          pieceCount: view.pieces.length,
          connection: connectionText(state, t),
          labels: listLabels(t),
        }
      },
    }),
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
    selecting: false,
    chosenCount: 0,
    /** By key. */
    chosen: {},
  },
  observers: {
    pieceCount() {
      own(this).pieces?.renew()
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
      if (action === 'select') {
        this.setData({ selecting: true })
        this.choose(key, conversationID)
      } else if (action) runAction(kit, conversationID, action)
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
    choose(key: string, conversationID: string) {
      if (conversationID === FOLDER_ID) return
      const { chosen } = own(this)
      if (!chosen.delete(key)) chosen.set(key, conversationID)
      this.setData({ [`chosen.${key}`]: chosen.has(key), chosenCount: chosen.size })
    },
    endSelection() {
      own(this).chosen.clear()
      this.setData({ selecting: false, chosen: {}, chosenCount: 0 })
    },
    onRead() {
      const kit = kitOf(this)
      if (kit) void markAllRead(kit, [...own(this).chosen.values()])
      this.endSelection()
    },
    async onDelete() {
      const kit = kitOf(this)
      const chosen = [...own(this).chosen.values()]
      if (kit && chosen.length && (await deleteChats(kit, chosen))) this.endSelection()
    },
    onTool({ detail }: WechatMiniprogram.CustomEvent<{ id: string }>) {
      this.triggerEvent('tool', detail)
    },
    /** One step back inside the list. @returns whether there was one */
    stepBack(): boolean {
      if (this.data.selecting) this.endSelection()
      else if (this.data.folder) this.showFolder(false)
      else return false
      return true
    },
    onBack() {
      if (!this.stepBack()) this.triggerEvent('back')
    },
  },
})
