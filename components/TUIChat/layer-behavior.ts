import { stepBack } from '../../core/actions/step-back'
import type { LayerView } from '../../core/views/chat-layers'
import { kitOf } from '../base/connect'

/** How long a sheet takes to slide away, ms: the same as in the stylesheet of the sheet. */
const LEAVE_MS = 200

const timers = new WeakMap<object, ReturnType<typeof setTimeout>>()

/** The screens over a chat: closed by what is on them, the front one slides away before it is gone. */
export const layerBehavior = Behavior({
  properties: {
    conversationID: { type: String, value: '' },
  },
  data: {
    /** Key of the layer that slides away. */
    leavingLayer: '',
  },
  observers: {
    conversationID() {
      this.stopLeavingLayer()
    },
  },
  lifetimes: {
    detached() {
      this.stopLeavingLayer()
    },
  },
  methods: {
    frontLayer(): string {
      const { layers } = this.data as unknown as { layers: LayerView[] }
      return layers[layers.length - 1]?.key ?? ''
    },
    onLayerClose() {
      const front = this.frontLayer()
      if (!front || front === this.data.leavingLayer) return
      this.stopLeavingLayer()
      this.setData({ leavingLayer: front })
      timers.set(
        this,
        setTimeout(() => {
          // A step back by the system is faster.
          const kit = this.frontLayer() === front ? kitOf(this) : undefined
          if (kit) stepBack(kit, this.data.conversationID)
          this.setData({ leavingLayer: '' })
        }, LEAVE_MS),
      )
    },
    stopLeavingLayer() {
      const timer = timers.get(this)
      if (timer) clearTimeout(timer)
      timers.delete(this)
      if (this.data.leavingLayer) this.setData({ leavingLayer: '' })
    },
  },
})
