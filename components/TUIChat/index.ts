import { deleteMessage } from '../../core/actions/delete-message'
import { showChat } from '../../core/actions/mark-read'
import { openChat } from '../../core/actions/open-chat'
import { resend } from '../../core/actions/resend'
import { revoke } from '../../core/actions/revoke'
import { composeText, deliver } from '../../core/actions/send-text'
import { findMessage } from '../../core/store/thread'
import type { Message, Thread } from '../../core/store/types'
import { chatView, menuView, type MenuItemView } from '../../core/views/chat'
import { connectionText } from '../../core/views/connection'
import { platform } from '../../platform/index'
import { connect, kitOf } from '../base/connect'
import { openMessage } from './open-message'

type RowEvent = WechatMiniprogram.CustomEvent<{ id: string }>
type MenuEvent = WechatMiniprogram.CustomEvent<{
  id: string
  top: number
  bottom: number
  left: number
  right: number
}>

interface Menu {
  id: string
  items: MenuItemView[]
  anchor: { top: number; bottom: number; left: number; right: number }
}

const NO_MENU: Menu = { id: '', items: [], anchor: { top: 0, bottom: 0, left: 0, right: 0 } }

interface Sight {
  shown: boolean
  atBottom: boolean
}
/** What is seen of each chat; not for the view. */
const sights = new WeakMap<object, Sight>()

/** One chat: its messages and the composer. Events: `back`. */
Component({
  behaviors: [
    connect({
      initial: { title: '', readOnly: true, notice: '', connection: '', logins: 0, labels: { back: '' } },
      props: ['conversationID'],
      view: (state, props, t) => ({
        ...chatView(state, String(props.conversationID), t),
        connection: connectionText(state, t),
        logins: state.session.logins,
        labels: { back: t('common.back') },
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
  data: { menu: NO_MENU },
  observers: {
    conversationID() {
      if (kitOf(this)) {
        this.onMenuClose()
        this.list()?.toBottom()
      }
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
      if (kit && this.isOpen()) showChat(kit, undefined)
    },
    onBottom(event: WechatMiniprogram.CustomEvent<{ atBottom: boolean }>) {
      this.look(event.detail)
    },
    thread(): Thread | undefined {
      return kitOf(this)?.store.get().messages[this.data.conversationID]
    },
    message(id: string): Message | undefined {
      const thread = this.thread()
      return thread && findMessage(thread, (message) => message.id === id)
    },
    async onSend(event: WechatMiniprogram.CustomEvent<{ text: string }>) {
      const kit = kitOf(this)
      if (!kit) return
      const { text } = event.detail
      this.list()?.toBottom()
      const composed = await composeText(kit, this.data.conversationID, text)
      if (!composed.ok) {
        // The field is empty already, and what was written is nowhere else.
        this.input()?.edit(text)
        kit.report(composed.error)
      } else if (composed.value) void deliver(kit, composed.value)
    },
    list(): { toBottom(): void } | null {
      return this.selectComponent('.list') as unknown as { toBottom(): void } | null
    },
    input(): { edit(text: string): void; close(): void } | null {
      return this.selectComponent('.input') as unknown as { edit(text: string): void; close(): void } | null
    },
    onListTap() {
      this.input()?.close()
    },
    async onOpen(event: RowEvent) {
      const kit = kitOf(this)
      if (!kit) return
      const opened = await openMessage(this.thread(), event.detail.id)
      if (opened === false) platform.toast(kit.t()('open.failed'))
    },
    async onFailedTap(event: RowEvent) {
      const kit = kitOf(this)
      if (!kit) return
      const t = kit.t()
      const { id } = event.detail
      const choice = await platform.actionSheet([t('chat.resend'), t('menu.delete')])
      if (choice === 0) void resend(kit, this.data.conversationID, id)
      if (choice === 1) void deleteMessage(kit, this.data.conversationID, id)
    },
    onReedit(event: RowEvent) {
      const content = this.message(event.detail.id)?.content
      if (content?.type === 'text') this.input()?.edit(content.text)
    },
    onMenu(event: MenuEvent) {
      const kit = kitOf(this)
      const { id, ...anchor } = event.detail
      const message = this.message(id)
      if (!kit || !message) return
      const items = menuView(message, kit.sdk.now(), kit.t())
      if (!items.length) return
      platform.vibrate()
      this.setData({ menu: { id, items, anchor } })
    },
    onMoved() {
      // The menu points at a bubble, which is somewhere else now.
      if (this.data.menu.id) this.onMenuClose()
    },
    onMenuClose() {
      this.setData({ menu: NO_MENU })
    },
    async onMenuSelect(event: RowEvent) {
      const kit = kitOf(this)
      const { conversationID, menu } = this.data
      const message = this.message(menu.id)
      this.onMenuClose()
      if (!kit || !message) return
      const t = kit.t()
      // It may have been recalled while the menu was open.
      if (message.revoked) return platform.toast(t('error.messageGone'))
      const { id } = event.detail
      if (id === 'copy' && message.content.type === 'text') {
        const copied = await platform.copy(message.content.text)
        if (!copied) platform.toast(t('menu.copyFailed'))
      }
      if (id === 'revoke') await revoke(kit, conversationID, message.id)
      if (id === 'delete' && (await platform.actionSheet([t('menu.delete')])) === 0) {
        await deleteMessage(kit, conversationID, message.id)
      }
    },
    onBack() {
      this.triggerEvent('back')
    },
  },
})
