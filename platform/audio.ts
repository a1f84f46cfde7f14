import type { VoicePlayer } from './types'

interface Playing {
  end(result: 'done' | 'stopped' | 'failed', cause?: string): void
}

let playing: Playing | undefined
/** The sound of the whole mini program was led to the earpiece. */
let atEar = false

const fail = (): void => undefined

/** It holds for the host's sounds as well, so it is taken back when a message is over. */
function route(earpiece: boolean): void {
  if (earpiece === atEar) return
  atEar = earpiece
  void wx.setInnerAudioOption({ speakerOn: !earpiece, fail })
}

export const voicePlayer: VoicePlayer = {
  play(url, { earpiece }, listener) {
    playing?.end('stopped')
    // People who tap a voice message want to hear it, with the ringer off as well.
    void wx.setInnerAudioOption({ obeyMuteSwitch: false, fail })
    route(earpiece)
    const audio = wx.createInnerAudioContext()
    const run: Playing = {
      end(result, cause = '') {
        if (playing !== run) return
        playing = undefined
        wx.offAudioInterruptionBegin(interrupted)
        // Destroying it ends the sound and its listeners.
        audio.destroy()
        route(false)
        void wx.setInnerAudioOption({ obeyMuteSwitch: true, fail })
        listener.ended(result, cause)
      },
    }
    // A call: whatever played is silent afterwards until somebody plays it again.
    const interrupted = (): void => run.end('stopped')
    playing = run
    wx.onAudioInterruptionBegin(interrupted)
    audio.onPlay(() => playing === run && listener.started())
    audio.onEnded(() => run.end('done'))
    audio.onStop(() => run.end('stopped'))
    audio.onError(({ errMsg }) => run.end('failed', errMsg))
    audio.src = url
    audio.play()
  },
  stop: () => playing?.end('stopped'),
  route(earpiece) {
    if (playing) route(earpiece)
  },
}
