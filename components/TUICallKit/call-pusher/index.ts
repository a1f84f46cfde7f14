import { mediaElement } from '../media-element'

/** The own camera and microphone. It binds attributes and hands on events; what they mean knows the engine. */
Component({
  behaviors: [mediaElement('pusher', () => '')],
  properties: {
    /** `PusherAttributes`. */
    pusher: { type: Object, value: {} },
  },
})
