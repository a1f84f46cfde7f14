import { voiceView, type VoiceView } from '../../../../core/kinds/voice'
import type { Message } from '../../../../core/store/types'
import { show } from '../../show'

interface State {
  caption: string
  own: boolean
  playing: '' | 'loading' | 'playing'
  voice: VoiceView | undefined
}

show(({ say, t }) => {
  const state = (caption: string, seconds: number, fields: Partial<State & Message> = {}): State => {
    const { own = false, playing = '', played = true } = fields
    const content = { type: 'audio' as const, url: 'https://c/voice.mp3', seconds }
    const message = { own, played } as Message
    return { caption, own, playing, voice: voiceView(content, { t, message }) }
  }
  return {
    states: [
      state(say('1 秒，未播放', '1 second, new'), 1, { played: false }),
      state(say('12 秒', '12 seconds'), 12),
      state(say('60 秒，未播放', '60 seconds, new'), 60, { played: false }),
      state(say('我的，3 秒', 'Mine, 3 seconds'), 3, { own: true }),
      state(say('我的，60 秒', 'Mine, 60 seconds'), 60, { own: true }),
      state(say('在打开', 'Opening'), 12, { playing: 'loading' }),
      state(say('在播放', 'Playing'), 12, { playing: 'playing' }),
      state(say('我的，在播放', 'Mine, playing'), 30, { own: true, playing: 'playing' }),
      state(say('长度为零', 'No length'), 0),
      state(say('长得不可能', 'Impossibly long'), 1e12, { played: false }),
    ],
  }
})
