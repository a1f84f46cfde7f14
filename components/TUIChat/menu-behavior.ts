import { messageOf } from '../../core/actions/find-message'
import { react } from '../../core/actions/react'
import { platform } from '../../platform/index'
import { kitOf } from '../base/connect'
import { menuOf, NO_MENU, runMenu, type Anchor } from './menu'

type Part = WechatMiniprogram.Component.TrivialInstance

/** How long a keyboard takes to go away, ms. */
const KEYBOARD_MS = 300

const timers = new WeakMap<object, ReturnType<typeof setTimeout>>()

/** The menu of a message in a chat: opened by a long press on its row, closed by whatever moves the row. */
export const messageMenuBehavior = Behavior({
  properties: {
    conversationID: { type: String, value: '' },
  },
  data: { menu: NO_MENU },
  lifetimes: {
    detached() {
      this.forgetPress()
    },
  },
  methods: {
    onMenu(event: WechatMiniprogram.CustomEvent<Anchor & { id: string }>) {
      const kit = kitOf(this)
      const { id, ...anchor } = event.detail
      this.forgetPress()
      const message = kit && messageOf(kit, this.data.conversationID, id)
      const menu = kit && message && menuOf(kit, message)
      if (!menu || kit.store.get().selection) return
      // A keyboard or a panel would leave no room for it, and the row moves when they go.
      if ((this.selectComponent('.input') as (Part & { close(): boolean }) | null)?.close()) {
        timers.set(
          this,
          setTimeout(() => this.pressAgain(id), KEYBOARD_MS),
        )
        return
      }
      platform.vibrate()
      this.setData({ menu: { ...menu, anchor } })
    },
    /** The row is asked for its place anew: `onMenu` follows. */
    pressAgain(id: string) {
      const list = this.selectComponent('.list') as Part | null
      const row = list?.selectComponent(`#${id}`) as (Part & { onLongPress(): void }) | null
      row?.onLongPress()
    },
    forgetPress() {
      const timer = timers.get(this)
      if (timer) clearTimeout(timer)
      timers.delete(this)
    },
    onMoved() {
      // The menu points at a bubble, which is somewhere else now.
      if (this.data.menu.id) this.onMenuClose()
    },
    onMenuClose() {
      this.forgetPress()
      this.setData({ menu: NO_MENU })
    },
    onMenuSelect(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
      const kit = kitOf(this)
      const { conversationID, menu } = this.data
      this.onMenuClose()
      if (kit) void runMenu(kit, conversationID, menu.id, event.detail.id)
    },
    onMenuReact(event: WechatMiniprogram.CustomEvent<{ reactionID: string }>) {
      const kit = kitOf(this)
      const { conversationID, menu } = this.data
      this.onMenuClose()
      if (kit) void react(kit, conversationID, menu.id, event.detail.reactionID)
    },
  },
})
