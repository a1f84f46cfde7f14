interface Element {
  start(): void
  stop(): void
}

interface Player {
  element: HTMLElement
  play(): void
  stop(): void
}

/** The elements that are on a page, the newest last. */
export const livePushers: Element[] = []
export const livePlayers: Player[] = []

interface Callbacks {
  success?(result: object): void
  complete?(result: object): void
}

const answered =
  (act: () => void) =>
  (options: Callbacks = {}): void => {
    act()
    options.success?.({ errMsg: 'ok' })
    options.complete?.({ errMsg: 'ok' })
  }

const nothing = answered(() => undefined)

/** `wx.createLivePusherContext` and `wx.createLivePlayerContext`. What needs a real camera does nothing. */
export const liveApi = {
  createLivePusherContext: () => ({
    start: answered(() => livePushers[livePushers.length - 1]?.start()),
    stop: answered(() => livePushers[livePushers.length - 1]?.stop()),
    pause: nothing,
    resume: nothing,
    switchCamera: nothing,
    startPreview: nothing,
    stopPreview: nothing,
    toggleTorch: nothing,
    setMICVolume: nothing,
  }),
  createLivePlayerContext(id: string) {
    const player = (): Player | undefined => livePlayers.find(({ element }) => element.id.endsWith(id))
    return {
      play: answered(() => player()?.play()),
      stop: answered(() => player()?.stop()),
      mute: nothing,
      pause: answered(() => player()?.stop()),
      resume: answered(() => player()?.play()),
      requestFullScreen: nothing,
      exitFullScreen: nothing,
    }
  },
}
