import { openTrack } from './source'

/** Who is there, with what. `answer`: whoever hears it says so as well. */
interface Presence {
  type: 'hello' | 'state'
  from: string
  to?: string
  audio: boolean
  video: boolean
  answer?: boolean
}

/** What a phone says to the others of a room; all of one browser hear it. */
type Word =
  | Presence
  | { type: 'offer' | 'answer'; from: string; to: string; sdp: string }
  | { type: 'bye'; from: string }

interface Peer {
  readonly connection: RTCPeerConnection
  readonly stream: MediaStream
  audio: boolean
  video: boolean
}

type Kind = 'audio' | 'video'

/** Codes of a `live-pusher` in a room. */
const ENTERED = 1018
const USERS_IN = 1031
const USERS_OUT = 1032
const VIDEO = 1033
const AUDIO = 1034

/** No server tells of addresses: those of this machine are found at once. */
const GATHERING_MS = 1000

type Report = (code: number, message: string) => void

/** The pictures that have come, by user ID; players look here. */
const streams = new Map<string, Peer>()
const watchers = new Set<() => void>()

export const remoteOf = (userID: string): Peer | undefined => streams.get(userID)

export function onRemotes(listener: () => void): () => void {
  watchers.add(listener)
  return () => watchers.delete(listener)
}

const tellPlayers = (): void => {
  for (const listener of [...watchers]) listener()
}

async function gathered(connection: RTCPeerConnection): Promise<string> {
  await new Promise<void>((resolve) => {
    const done = (): void => {
      if (connection.iceGatheringState === 'complete') resolve()
    }
    connection.addEventListener('icegatheringstatechange', done)
    setTimeout(resolve, GATHERING_MS)
    done()
  })
  return connection.localDescription?.sdp ?? ''
}

/**
 * A room as TRTC has it, among the phones of one browser: pictures go from phone to phone, words through a channel.
 * Nothing of it leaves the machine.
 */
export class Room {
  private readonly channel: BroadcastChannel
  private readonly peers = new Map<string, Peer>()
  private readonly tracks: Partial<Record<Kind, MediaStreamTrack>> = {}
  private readonly wanted: Record<Kind, boolean> = { audio: false, video: false }
  private left = false
  private entered = false

  private constructor(
    private readonly userID: string,
    roomID: string,
    private readonly report: Report,
    private readonly show: (stream: MediaStream) => void,
  ) {
    this.channel = new BroadcastChannel(`room:${roomID}`)
    this.channel.onmessage = ({ data }: MessageEvent<Word>) => void this.hear(data)
  }

  /** @returns nothing when the address is none of a room */
  static enter(
    url: string,
    media: Record<Kind, boolean>,
    report: Report,
    show: (stream: MediaStream) => void,
  ): Room | undefined {
    const query = new URLSearchParams(url.split('?')[1])
    const roomID = query.get('strroomid') ?? query.get('roomid')
    const userID = query.get('userid')
    if (!url.startsWith('room://') || !roomID || !userID) return undefined
    const room = new Room(userID, `${query.get('sdkappid')}:${roomID}`, report, show)
    void room.begin(media)
    return room
  }

  private async begin(media: Record<Kind, boolean>): Promise<void> {
    await this.set('audio', media.audio)
    await this.set('video', media.video)
    if (this.left) return
    this.entered = true
    this.report(ENTERED, 'enter room')
    this.say({ type: 'hello', from: this.userID, ...this.wanted, answer: true })
  }

  private say(word: Word): void {
    if (!this.left || word.type === 'bye') this.channel.postMessage(word)
  }

  /** Opens or closes the camera or the microphone, and lets the others know. */
  async set(kind: Kind, on: boolean): Promise<void> {
    if (this.left || this.wanted[kind] === on) return
    this.wanted[kind] = on
    if (on && !this.tracks[kind]) {
      const track = await openTrack(kind)
      if (this.left || !this.wanted[kind]) return track?.stop()
      this.tracks[kind] = track
    }
    if (!on) {
      this.tracks[kind]?.stop()
      delete this.tracks[kind]
    }
    this.show(new MediaStream(this.tracks.video ? [this.tracks.video] : []))
    for (const { connection } of this.peers.values()) await this.send(connection, kind)
    if (this.entered) this.say({ type: 'state', from: this.userID, ...this.wanted })
  }

  private async send(connection: RTCPeerConnection, kind: Kind): Promise<void> {
    const transceiver = connection.getTransceivers()[kind === 'audio' ? 0 : 1]
    await transceiver?.sender.replaceTrack(this.tracks[kind] ?? null)
  }

  private async hear(word: Word): Promise<void> {
    if (this.left || word.from === this.userID) return
    if ('to' in word && word.to && word.to !== this.userID) return
    switch (word.type) {
      case 'bye':
        return this.forget(word.from)
      case 'offer':
      case 'answer':
        return this.connect(word.from, word)
      default:
        return this.notice(word)
    }
  }

  private async notice({ type, from, audio, video, answer }: Presence): Promise<void> {
    const known = this.peers.get(from)
    const peer = known ?? this.meet(from)
    if (type === 'hello' && answer) this.say({ type: 'hello', from: this.userID, to: from, ...this.wanted })
    const before = { audio: known?.audio, video: known?.video }
    Object.assign(peer, { audio, video })
    if (!known && this.userID < from) await this.offer(from, peer)
    if (before.video !== video) this.tell(VIDEO, from, { hasvideo: video })
    if (before.audio !== audio) this.tell(AUDIO, from, { hasaudio: audio })
    tellPlayers()
  }

  private tell(code: number, userid: string, more: object = {}): void {
    const playurl = `room://cloud.tencent.com/rtc?userid=${userid}&streamtype=main`
    this.report(code, JSON.stringify({ userlist: [{ userid, playurl, streamtype: 'main', ...more }] }))
  }

  private meet(userID: string): Peer {
    const connection = new RTCPeerConnection({ iceServers: [] })
    const stream = new MediaStream()
    connection.ontrack = ({ track }) => {
      stream.addTrack(track)
      tellPlayers()
    }
    const peer = { connection, stream, audio: false, video: false }
    this.peers.set(userID, peer)
    streams.set(userID, peer)
    this.tell(USERS_IN, userID)
    return peer
  }

  private async offer(to: string, { connection }: Peer): Promise<void> {
    for (const kind of ['audio', 'video'] as const) {
      connection.addTransceiver(kind, { direction: 'sendrecv' })
      await this.send(connection, kind)
    }
    await connection.setLocalDescription()
    this.say({ type: 'offer', from: this.userID, to, sdp: await gathered(connection) })
  }

  private async connect(from: string, { type, sdp }: Extract<Word, { sdp: string }>): Promise<void> {
    const { connection } = this.peers.get(from) ?? this.meet(from)
    await connection.setRemoteDescription({ type, sdp })
    if (type === 'answer') return
    for (const transceiver of connection.getTransceivers()) transceiver.direction = 'sendrecv'
    for (const kind of ['audio', 'video'] as const) await this.send(connection, kind)
    await connection.setLocalDescription()
    this.say({ type: 'answer', from: this.userID, to: from, sdp: await gathered(connection) })
  }

  private forget(userID: string): void {
    const peer = this.peers.get(userID)
    if (!peer) return
    peer.connection.close()
    this.peers.delete(userID)
    streams.delete(userID)
    this.tell(USERS_OUT, userID)
    tellPlayers()
  }

  /** Releases camera and microphone. */
  leave(): void {
    if (this.left) return
    this.left = true
    this.say({ type: 'bye', from: this.userID })
    for (const track of Object.values(this.tracks)) track.stop()
    for (const [userID, { connection }] of this.peers) {
      connection.close()
      streams.delete(userID)
    }
    this.channel.close()
    tellPlayers()
  }
}
