import { showChat } from '../../core/actions/mark-read'
import { openChat } from '../../core/actions/open-chat'
import { openOverlay } from '../../core/actions/overlays'
import { closeAll, stepBack } from '../../core/actions/step-back'
import { chatView } from '../../core/views/chat'
import { chatLayers } from '../../core/views/chat-layers'
import { connectionText } from '../../core/views/connection'
import { pinnedBar } from '../../core/views/pinned'
import { connect, kitOf } from '../base/connect'
import { messageMenuBehavior } from './menu-behavior'
import { onRowEvent, type RowDetail } from './row-events'

interface Sight {
  shown: boolean
  atBottom: boolean
}
/** What is seen of each chat; not for the view. */
const sights = new WeakMap<object, Sight>()

/** One chat: its messages, the composer, and what lies over them. Events: `back`. */
Component({
  behaviors: [
    messageMenuBehavior,
    connect({
      initial: {
        title: '',
        readOnly: true,
        notice: '',
        connection: '',
        logins: 0,
        layers: [],
        selecting: false,
        selectionTitle: '',
        pinnedText: '',
        pinnedCount: '',
        labels: { back: '', pinned: '' },
      },
      props: ['conversationID'],
      view: (state, props, t) => ({
        ...chatView(state, String(props.conversationID), t),
        ...chatLayers(state, String(props.conversationID), t),
        connection: connectionText(state, t),
        logins: state.session.logins,
        ...pinnedBar(state, String(props.conversationID), t),
        labels: { back: t('common.back'), pinned: t('pinned.label') },
      }),
    }),
  ],
  properties: {
    /** `C2C<userID>` or `GROUP<groupID>`. */
    conversationID: { type: String, value: '' },
    /** Shows a back button. */
    back: { type: Boolean, value: true },
    navigationStyle: { type: String, value: 'auto' },
  },
  data: { shownID: '' },
  observers: {
    conversationID() {
      const kit = kitOf(this)
      if (kit) {
        this.onMenuClose()
        closeAll(kit, this.data.shownID)
        this.list()?.toBottom()
      }
      this.data.shownID = this.data.conversationID
      this.open()
    },
    // After a new login nothing of this chat is loaded any more.
    logins() {
      this.open()
    },
  },
  lifetimes: {
    attached() {
      this.open()
    },
    detached() {
      this.leave()
    },
  },
  pageLifetimes: {
    show() {
      this.look({ shown: true })
    },
    hide() {
      this.look({ shown: false })
    },
  },
  methods: {
    open() {
      const kit = kitOf(this)
      const { conversationID } = this.data
      if (!kit || !conversationID) return
      this.look({})
      void openChat(kit, conversationID)
    },
    /** Tells what of this chat is seen. Another page's chat may have been told meanwhile, so all of it is told again. */
    look(change: Partial<Sight>) {
      const sight = { ...(sights.get(this) ?? { shown: true, atBottom: true }), ...change }
      sights.set(this, sight)
      const kit = kitOf(this)
      const { conversationID } = this.data
      if (kit && conversationID && (sight.shown || this.isOpen())) showChat(kit, { conversationID, ...sight })
    },
    isOpen(): boolean {
      return kitOf(this)?.store.get().openChat?.conversationID === this.data.conversationID
    },
    leave() {
      const kit = kitOf(this)
      if (!kit || !this.isOpen()) return
      closeAll(kit, this.data.conversationID)
      showChat(kit, undefined)
    },
    onBottom(event: WechatMiniprogram.CustomEvent<{ atBottom: boolean }>) {
      this.look(event.detail)
    },
    /** Whoever sends something wants to see it. */
    onSend() {
      this.list()?.toBottom()
    },
    list(): { toBottom(): void } | null {
      return this.selectComponent('.list') as unknown as { toBottom(): void } | null
    },
    input(): { edit(text: string): void; close(): boolean } | null {
      return this.selectComponent('.input') as unknown as {
        edit(text: string): void
        close(): boolean
      } | null
    },
    onListTap() {
      this.input()?.close()
    },
    onRow(event: WechatMiniprogram.CustomEvent<RowDetail>) {
      const kit = kitOf(this)
      const { conversationID } = this.data
      const edit = (text: string): void => this.input()?.edit(text)
      if (kit) onRowEvent({ kit, conversationID, edit }, event.type, event.detail)
    },
    onPinned() {
      const kit = kitOf(this)
      const { conversationID } = this.data
      if (kit) openOverlay(kit, { type: 'pinned', conversationID })
    },
    /** The front layer was closed by what is on it. */
    onLayerClose() {
      const kit = kitOf(this)
      if (kit) stepBack(kit, this.data.conversationID)
    },
    onBack() {
      const kit = kitOf(this)
      if (kit && stepBack(kit, this.data.conversationID)) return
      this.triggerEvent('back')
    },
  },
})
