import type { Result } from '../../core/store/types'
import { errorText } from '../../core/views/error-text'
import { platform } from '../../platform/index'
import { kitOf } from './connect'

/** What every screen of a stack has ({@link screenStack}): the way back, and to a chat. */
export const stackedScreen = Behavior({
  properties: {
    /** False while another screen lies over this one. */
    active: { type: Boolean, value: true },
    navigationStyle: { type: String, value: 'auto' },
    /** Has a back button. */
    back: { type: Boolean, value: true },
  },
  methods: {
    onBack() {
      this.triggerEvent('back')
    },
    /** @param done nothing on the way here is of use any more */
    openChat(conversationID: string, done: boolean) {
      this.triggerEvent('open', { conversationID, done })
    },
  },
})

/** Says what has gone wrong, if something has. */
export function succeeded<T>(component: object, result: Result<T>): result is { ok: true; value: T } {
  const kit = kitOf(component)
  if (!result.ok && kit) platform.toast(errorText(result.error, kit.t()))
  return result.ok
}
