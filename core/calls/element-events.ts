/** What `trtc-wx-sdk` calls the handlers of native elements, by the name of the element's event. */
export const ELEMENT_HANDLERS = {
  pusher: {
    statechange: 'pusherEventHandler',
    netstatus: 'pusherNetStatusHandler',
    error: 'pusherErrorHandler',
    audiovolumenotify: 'pusherAudioVolumeNotify',
  },
  player: {
    statechange: 'playerEventHandler',
    fullscreenchange: 'playerFullscreenChange',
    netstatus: 'playerNetStatus',
    audiovolumenotify: 'playerAudioVolumeNotify',
  },
} as const
