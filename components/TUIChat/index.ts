import { closeAnnouncement } from '../../core/actions/announcement'
import { showChat } from '../../core/actions/mark-read'
import { openChat } from '../../core/actions/open-chat'
import { cancelDownloads } from '../../core/actions/open-file'
import { openOverlay } from '../../core/actions/overlays'
import { beginSight } from '../../core/actions/see-rows'
import { closeAll, stepBack } from '../../core/actions/step-back'
import { communityOf, parseConversationID } from '../../core/store/conversation-id'
import { chatView } from '../../core/views/chat'
import { chatLayers } from '../../core/views/chat-layers'
import { chatRequests } from '../../core/views/chat-requests'
import { connectionText } from '../../core/views/connection'
import { pinnedBar } from '../../core/views/pinned'
import { connect, kitOf } from '../base/connect'
import { layerBehavior } from './layer-behavior'
import { messageMenuBehavior } from './menu-behavior'
import { onRowEvent, type RowDetail } from './row-events'

interface Sight {
  shown: boolean
  atBottom: boolean
}
/** What is seen of each chat; not for the view. */
const sights = new WeakMap<object, Sight>()

/**
 * One chat: its messages, the composer, and what lies over them. Events: `back`; `open` with `{ conversationID }`,
 * from a notice of the system; `group` with `{ groupID }` and
 * `person` with `{ userID }`: the button in the header, or a tap on an
 * avatar, asks who that is.
 */
Component({
  behaviors: [
    messageMenuBehavior,
    layerBehavior,
    connect({
      initial: {
        title: '',
        sampled: '',
        readOnly: true,
        notice: '',
        connection: '',
        logins: 0,
        layers: [],
        selecting: false,
        selectionTitle: '',
        actions: [],
        announcement: '',
        requests: '',
        count: '',
        pinnedText: '',
        pinnedCount: '',
        labels: { back: '', close: '', pinned: '' },
      },
      props: ['conversationID'],
      view: (state, props, t) => ({
        ...chatView(state, String(props.conversationID), t),
        ...chatLayers(state, String(props.conversationID), t),
        connection: connectionText(state, t),
        logins: state.session.logins,
        ...pinnedBar(state, String(props.conversationID), t),
        requests: chatRequests(state, String(props.conversationID), t),
        labels: { back: t('common.back'), close: t('common.close'), pinned: t('pinned.label') },
      }),
    }),
  ],
  properties: {
    /** `C2C<userID>` or `GROUP<groupID>`. */
    conversationID: { type: String, value: '' },
    /** Shows a back button. */
    back: { type: Boolean, value: true },
    navigationStyle: { type: String, value: 'auto' },
    /** False while something covers all of it: nobody reads what comes then. */
    active: { type: Boolean, value: true },
  },
  data: { shownID: '', none: [] },
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
    active() {
      this.look({})
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
      beginSight(kit, conversationID)
      this.look({})
      void openChat(kit, conversationID)
    },
    /** Tells what of this chat is seen. Another page's chat may have been told meanwhile, so all of it is told again. */
    look(change: Partial<Sight>) {
      const sight = { ...(sights.get(this) ?? { shown: true, atBottom: true }), ...change }
      sights.set(this, sight)
      const kit = kitOf(this)
      const { conversationID, active } = this.data
      const shown = sight.shown && active
      if (kit && conversationID && (shown || this.isOpen()))
        showChat(kit, { conversationID, atBottom: sight.atBottom, shown })
    },
    isOpen(): boolean {
      return kitOf(this)?.store.get().openChat?.conversationID === this.data.conversationID
    },
    leave() {
      const kit = kitOf(this)
      if (!kit || !this.isOpen()) return
      cancelDownloads(kit)
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
      const person = (userID: string): void => this.triggerEvent('person', { userID })
      const chat = (chatID: string): void => this.triggerEvent('open', { conversationID: chatID, done: true })
      if (kit) onRowEvent({ kit, conversationID, edit, chat, person }, event.type, event.detail)
    },
    onInfo() {
      const parsed = parseConversationID(this.data.conversationID)
      if (parsed?.type === 'GROUP') this.triggerEvent('group', { groupID: communityOf(parsed.target) })
      else this.triggerEvent('person', { userID: parsed?.target })
    },
    onAnnouncement() {
      this.onAnnouncementClose()
      const groupID = communityOf(this.data.conversationID).slice('GROUP'.length)
      this.triggerEvent('group', { groupID, screen: 'notification' })
    },
    onRequests() {
      const groupID = communityOf(this.data.conversationID).slice('GROUP'.length)
      this.triggerEvent('group', { groupID, screen: 'requests' })
    },
    onAnnouncementClose() {
      const kit = kitOf(this)
      if (kit) closeAnnouncement(kit, communityOf(this.data.conversationID).slice('GROUP'.length))
    },
    onPinned() {
      const kit = kitOf(this)
      const { conversationID } = this.data
      if (kit) openOverlay(kit, { type: 'pinned', conversationID })
    },
    onBack() {
      const kit = kitOf(this)
      if (kit && stepBack(kit, this.data.conversationID)) return
      this.triggerEvent('back')
    },
  },
})
