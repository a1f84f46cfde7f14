import { number, record, text } from '../../utils/read'
import { callError, CALL_GONE, MEDIA_FAILED } from './codes'
import { ELEMENT_HANDLERS } from './element-events'
import { createEmitter } from './emitter'
import type { CallMediaPort, CallViews, MediaEvents } from './engine'

type Attributes = Record<string, unknown>

/** As much of an instance of `trtc-wx-sdk` as calls use. */
export interface TrtcInstance {
  on(event: string, listener: (event: unknown) => void): void
  createPusher(attributes: Attributes): unknown
  getPusherInstance(): { switchCamera(options?: object): unknown }
  enterRoom(options: Attributes): Attributes
  exitRoom(): unknown
  getPusherAttributes(): Attributes
  setPusherAttributes(attributes: Attributes): Attributes
  setPlayerAttributes(id: string, attributes: Attributes): unknown
  getPlayerList(): Attributes[]
  pusherEventHandler(event: unknown): void
  pusherNetStatusHandler(event: unknown): void
  pusherErrorHandler(event: unknown): void
  pusherAudioVolumeNotify(event: unknown): void
  playerEventHandler(event: unknown): void
  playerFullscreenChange(event: unknown): void
  playerNetStatus(event: unknown): void
  playerAudioVolumeNotify(event: unknown): void
}

/** The class that `import TRTC from 'trtc-wx-sdk'` gives. */
export type TrtcClass = new (context: unknown, options?: object) => TrtcInstance

/** Not let in, wrong signature, connection lost for good. */
const FATAL = new Set([-3301, -100018, -1307])

interface Entering {
  resolve(): void
  reject(cause: unknown): void
}

/** `<userID>_<streamType>` */
const userOf = (streamID: string): string => streamID.slice(0, streamID.lastIndexOf('_'))

/**
 * Pictures and voices by Tencent's media package, which the host installs and hands over: nothing of it is in the kit.
 *
 * @example
 * import TRTC from 'trtc-wx-sdk'
 * createSignalingEngine({ media: createTrtcMedia(TRTC) })
 */
export function createTrtcMedia(TRTC: TrtcClass): CallMediaPort {
  const { on, emit } = createEmitter<MediaEvents>()
  let trtc: TrtcInstance | undefined
  let entering: Entering | undefined
  let inside = false
  let soundMode: 'speaker' | 'ear' = 'speaker'
  let front = true
  let views: CallViews = { pusher: null, players: [] }

  /** The package changes its objects in place. */
  function show(): void {
    const players = inside && trtc ? trtc.getPlayerList() : []
    views = {
      pusher: inside && trtc ? { ...trtc.getPusherAttributes() } : null,
      players: players.map((attributes) => ({
        id: text(attributes.id),
        userID: text(attributes.userID),
        attributes: { ...attributes },
      })),
    }
    emit('views', undefined)
  }

  const fail = (code: number, message: string, fatal: boolean): void => {
    const waiting = entering
    entering = undefined
    if (fatal && waiting) return waiting.reject(callError(code, message))
    entering = waiting
    emit('error', { code, message, fatal })
  }

  const playing = (event: unknown): { userID: string; id: string } => {
    const { userID, id } = record(record(record(event).data).player)
    return { userID: text(userID), id: text(id) }
  }

  function heard(event: unknown, type: 'audio' | 'video', is: boolean): void {
    const { userID, id } = playing(event)
    const mute = type === 'audio' ? { muteAudio: !is, soundMode } : { muteVideo: !is }
    trtc?.setPlayerAttributes(id, mute)
    emit(type, { userID, on: is })
    show()
  }

  function create(): TrtcInstance {
    // As `test` the package sends nobody's ID to the servers of its makers, and is quiet; nothing else depends on it.
    const made = new TRTC({}, { TUIScene: 'TUICallKit', env: 'test' })
    const left = (event: unknown): string => text(record(record(event).data).userID)
    made.on('LOCAL_JOIN', () => {
      entering?.resolve()
      entering = undefined
    })
    made.on('REMOTE_USER_JOIN', (event) => emit('userJoin', { userID: left(event) }))
    made.on('REMOTE_USER_LEAVE', (event) => {
      emit('userLeave', { userID: left(event) })
      show()
    })
    made.on('REMOTE_AUDIO_ADD', (event) => heard(event, 'audio', true))
    made.on('REMOTE_AUDIO_REMOVE', (event) => heard(event, 'audio', false))
    made.on('REMOTE_VIDEO_ADD', (event) => heard(event, 'video', true))
    made.on('REMOTE_VIDEO_REMOVE', (event) => heard(event, 'video', false))
    made.on('KICKED_OUT', () => fail(MEDIA_FAILED, 'Removed from the room', true))
    made.on('ERROR', (event) => {
      const { code, message } = record(record(event).data)
      fail(number(code) || MEDIA_FAILED, text(message) || 'live-pusher', FATAL.has(number(code)))
    })
    return made
  }

  function change(attributes: Attributes): Promise<void> {
    if (inside) {
      trtc?.setPusherAttributes(attributes)
      show()
    }
    return Promise.resolve()
  }

  /** Volume and network, which the package tells only sometimes. */
  function measure(kind: 'pusher' | 'player', name: string, event: unknown): void {
    const { detail, currentTarget } = record(event)
    const streamID = text(record(record(currentTarget).dataset).streamid)
    const userID = kind === 'pusher' ? '' : userOf(streamID)
    if (name === 'audiovolumenotify') emit('volume', { userID, volume: number(record(detail).volume) })
    if (name !== 'netstatus') return
    const quality = number(record(record(detail).info).netQualityLevel)
    if (quality) emit('quality', { userID, quality })
  }

  return {
    available: true,

    enter({ SDKAppID, userID, userSig, roomID, strRoomID, media }) {
      const room = strRoomID ? { strRoomID } : { roomID }
      trtc ??= create()
      front = true
      trtc.createPusher({})
      trtc.enterRoom({
        sdkAppID: SDKAppID,
        userID,
        userSig,
        ...room,
        scene: media === 'video' ? 'videocall' : 'audiocall',
        enableMic: true,
        enableCamera: media === 'video',
        // The element begins as soon as it is on the screen.
        autopush: true,
      })
      inside = true
      return new Promise<void>((resolve, reject) => {
        entering = { resolve, reject }
        show()
      })
    },

    leave() {
      if (!inside) return Promise.resolve()
      inside = false
      entering?.reject(callError(CALL_GONE, 'The room was left'))
      entering = undefined
      try {
        trtc?.exitRoom()
      } finally {
        // Without its element there is neither camera nor microphone, whatever the package says.
        show()
      }
      return Promise.resolve()
    },

    setMicrophone: (is) => change({ enableMic: is }),
    async setCamera(is, wanted = front) {
      if (inside && wanted !== front) {
        // The attribute counts only for an element that is new.
        trtc?.getPusherInstance().switchCamera()
        front = wanted
      }
      await change({ enableCamera: is })
    },
    setSpeaker(is) {
      soundMode = is ? 'speaker' : 'ear'
      for (const { id } of views.players) trtc?.setPlayerAttributes(id, { soundMode })
      if (inside) show()
      return Promise.resolve()
    },
    getViews: () => views,

    viewEvent(kind, name, event) {
      const handler = (ELEMENT_HANDLERS[kind] as Readonly<Record<string, keyof TrtcInstance>>)[name]
      if (!trtc || !inside || !handler) return
      ;(trtc[handler] as (event: unknown) => void)(event)
      measure(kind, name, event)
    },

    viewReady(kind, _id, ready) {
      // What steers the element has to be made when it is there.
      if (kind === 'pusher' && ready && inside) trtc?.createPusher({ ...trtc.getPusherAttributes() })
    },
    on,
  }
}
