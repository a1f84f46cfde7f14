import { ringTone, type Ring } from './ring-tone'

const fail = (): void => undefined

/** How often the phone shakes while somebody calls, ms. */
const SHAKE_MS = 1600

interface Ringing {
  ring: Ring
  stop: () => void
}

let ringing: Ringing | undefined

/** Writes the sound where the phone finds it. @returns its path; empty when there is no room for it */
function soundFile(ring: Ring): Promise<string> {
  return new Promise((resolve) => {
    const filePath = `${wx.env.USER_DATA_PATH}/tui-ring-${ring}.wav`
    wx.getFileSystemManager().writeFile({
      filePath,
      data: ringTone(ring),
      success: () => resolve(filePath),
      fail: () => resolve(''),
    })
  })
}

function play(path: string): () => void {
  if (!path) return fail
  const audio = wx.createInnerAudioContext()
  audio.loop = true
  audio.src = path
  audio.play()
  return () => audio.destroy()
}

function begin(ring: Ring, own: string): Ringing {
  let stopped = false
  let silence = fail
  const start = (path: string): void => {
    if (!stopped) silence = play(path)
  }
  if (own) start(own)
  else void soundFile(ring).then(start)
  const shake = (): void => void wx.vibrateLong({ fail })
  const shaking = ring === 'incoming' ? setInterval(shake, SHAKE_MS) : undefined
  if (shaking) shake()
  const run: Ringing = {
    ring,
    stop() {
      stopped = true
      if (shaking) clearInterval(shaking)
      wx.offAudioInterruptionBegin(run.stop)
      silence()
    },
  }
  // A call of the phone's own is not rung over.
  wx.onAudioInterruptionBegin(run.stop)
  return run
}

/** What a phone does in calls, besides what other parts of the kit need of it. */
export const callPhone = {
  /**
   * Rings, or falls silent with an empty `ring`. Asking again for what rings already changes nothing.
   * @param sound path of a sound of the host's; empty for the kit's own
   */
  ring(ring: Ring | '', sound = ''): void {
    if ((ringing?.ring ?? '') === ring) return
    ringing?.stop()
    ringing = ring ? begin(ring, sound) : undefined
  },
  /** The developer tools have neither camera nor microphone. */
  isDevtools: (): boolean => (wx.getDeviceInfo().platform as string) === 'devtools',
  /** Of what can be seen of the page, px. */
  height: (): number => wx.getWindowInfo().windowHeight,
  keepScreenOn: (on: boolean): void => void wx.setKeepScreenOn({ keepScreenOn: on, fail }),
  /** Asks before the page is left; an empty text ends that. */
  askBeforeLeaving(text: string): void {
    if (text) wx.enableAlertBeforeUnload({ message: text, fail })
    else wx.disableAlertBeforeUnload({ fail })
  },
}
