import type { PlayerAttributes } from '../../../core/calls/engine'
import { mediaElement } from '../media-element'

const NONE: PlayerAttributes = { id: '', userID: '', attributes: {} }

/** Voice and picture of one of the others; as the pusher, it only binds and hands on. */
Component({
  behaviors: [mediaElement('player', ({ player }) => (player as PlayerAttributes).id)],
  properties: {
    player: { type: Object, value: NONE },
  },
})
