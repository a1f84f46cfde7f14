import type { Translate } from '../../locales/index'
import type { Overlay } from '../store/overlays'
import type { State } from '../store/state'

/** A screen over the chat, as far as its place is concerned; what is in it is its component's business. */
export interface LayerView {
  /** Stays the same for as long as it is open. */
  key: string
  type: Overlay['type']
  /** The local id of the message that it is about; empty for those that are about none. */
  id: string
}

export interface ChatLayersView {
  layers: LayerView[]
  selecting: boolean
  /** What the navigation bar says while messages are being chosen. */
  selectionTitle: string
}

/** What lies over a chat, the front one last, and whether messages of it are being chosen. */
export function chatLayers(state: State, conversationID: string, t: Translate): ChatLayersView {
  const { overlays, selection } = state
  const selecting = selection?.conversationID === conversationID
  const count = selecting ? selection.ids.length : 0
  const layers = overlays
    .filter((overlay) => overlay.conversationID === conversationID)
    .map((overlay) => {
      const id = 'id' in overlay ? overlay.id : ''
      return { key: `${overlay.type}-${id}`, type: overlay.type, id }
    })
  return {
    layers,
    selecting,
    selectionTitle: selecting ? (count ? t('select.title', { count }) : t('select.none')) : '',
  }
}
