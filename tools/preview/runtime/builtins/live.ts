import { el } from '../dom'
import { livePlayers, livePushers } from '../live/contexts'
import { onRemotes, remoteOf, Room } from '../live/room'
import { defineBuiltin } from './define'

/** How often the loudness of a voice is told, ms. */
const VOLUME_MS = 500

const screen = (): HTMLVideoElement => {
  const video = el('video', { playsinline: true })
  Object.assign(video, { autoplay: true })
  return video
}

/** Autoplay may be forbidden before the first touch; the element then starts with it. */
const play = (video: HTMLVideoElement): void => void video.play().catch(() => undefined)

function definePusher(): void {
  const properties = {
    url: '',
    mode: 'RTC',
    autopush: false,
    enableCamera: true,
    enableMic: true,
    muted: false,
    enableAgc: false,
    enableAns: false,
    autoFocus: true,
    zoom: false,
    minBitrate: 200,
    maxBitrate: 1000,
    videoWidth: 360,
    videoHeight: 640,
    beauty: 0,
    whiteness: 0,
    orientation: 'vertical',
    aspect: '9:16',
    devicePosition: 'front',
    remoteMirror: false,
    localMirror: 'auto',
    backgroundMute: false,
    audioQuality: 'high',
    audioVolumeType: 'auto',
    enableVolumeEvaluation: false,
  }
  defineBuiltin('live-pusher', properties, (host) => {
    const video = screen()
    video.muted = true
    host.element.append(video)
    let room: Room | undefined
    const media = (): { audio: boolean; video: boolean } => ({
      audio: Boolean(host.props.enableMic) && !host.props.muted,
      video: Boolean(host.props.enableCamera),
    })
    const leave = (): void => {
      room?.leave()
      room = undefined
      video.srcObject = null
    }
    const enter = (): void => {
      room ??= Room.enter(
        String(host.props.url),
        media(),
        (code, message) => host.emit('statechange', { code, message }),
        (stream) => {
          video.srcObject = stream
          play(video)
        },
      )
    }
    const pusher = { start: enter, stop: leave }
    return {
      update(changed) {
        if (changed('url')) leave()
        if (host.props.autopush) enter()
        const now = media()
        void room?.set('audio', now.audio).then(() => room?.set('video', now.video))
        video.style.transform = host.props.devicePosition === 'front' ? 'scaleX(-1)' : ''
      },
      attached() {
        livePushers.push(pusher)
        window.addEventListener('pagehide', leave)
      },
      detached() {
        livePushers.splice(livePushers.indexOf(pusher), 1)
        window.removeEventListener('pagehide', leave)
        leave()
      },
    }
  })
}

function definePlayer(): void {
  const properties = {
    src: '',
    mode: 'live',
    autoplay: false,
    muteAudio: false,
    muteVideo: false,
    muted: false,
    orientation: 'vertical',
    objectFit: 'contain',
    backgroundMute: false,
    minCache: 1,
    maxCache: 3,
    soundMode: 'speaker',
    autoPauseIfNavigate: true,
    autoPauseIfOpenNative: true,
  }
  defineBuiltin('live-player', properties, (host) => {
    const video = screen()
    host.element.append(video)
    const userID = (): string => new URLSearchParams(String(host.props.src).split('?')[1]).get('userid') ?? ''
    const follow = (): void => {
      const remote = remoteOf(userID())
      const stream = remote?.stream ?? null
      if (video.srcObject !== stream) video.srcObject = stream
      if (stream) play(video)
    }
    const listen = (): void => {
      const receiver = remoteOf(userID())?.connection.getReceivers()[0]
      const level = receiver?.getSynchronizationSources()[0]?.audioLevel ?? 0
      host.emit('audiovolumenotify', { volume: Math.round(Math.min(1, level * 4) * 100) })
    }
    video.addEventListener('playing', () => host.emit('statechange', { code: 2004, message: 'playing' }))
    let stop = (): void => undefined
    return {
      update() {
        const { muteAudio, muted, objectFit } = host.props
        video.muted = Boolean(muteAudio) || Boolean(muted)
        video.style.objectFit = objectFit === 'fillCrop' ? 'cover' : 'contain'
        follow()
      },
      attached() {
        const quiet = onRemotes(follow)
        const timer = setInterval(listen, VOLUME_MS)
        const player = { element: host.element, play: follow, stop: () => video.pause() }
        livePlayers.push(player)
        stop = () => {
          quiet()
          clearInterval(timer)
          livePlayers.splice(livePlayers.indexOf(player), 1)
        }
        follow()
      },
      detached() {
        stop()
        video.srcObject = null
      },
    }
  })
}

/** `live-pusher` and `live-player` in a room (`room://…`), over connections between the phones. */
export function defineLive(): void {
  definePusher()
  definePlayer()
}
