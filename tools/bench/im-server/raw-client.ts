import { randomInt } from 'node:crypto'
import { WebSocket } from 'ws'
import { createUserSig } from '../../im-server/usersig'
import { SECRET_KEY } from './server-process'

interface Frame {
  head: { servcmd: string; seq: number }
  body: { ErrorCode?: number; A2Key?: string; SessionData?: string; EventArray?: PushEvent[] }
}

interface PushEvent {
  C2cMsgArray?: { MsgBody: { MsgContent: { Text: string } }[] }[]
}

const SDK_APP_ID = 1400000000

/** Speaks the SDK's frames without the SDK, which would be slower than the server. */
export class RawClient {
  /** Called with the text of each message that is pushed. */
  onText: (text: string) => void = () => undefined

  private readonly waiting = new Map<number, (frame: Frame) => void>()
  private seq = 0
  private ticket = ''

  private constructor(
    private readonly socket: WebSocket,
    readonly userID: string,
  ) {
    socket.on('message', (data: Buffer) => this.receive(JSON.parse(data.toString()) as Frame))
  }

  /** Connects and logs in. */
  static async logIn(url: string, userID: string): Promise<RawClient> {
    const socket = new WebSocket(`${url}/binfo?instanceid=${userID}&platform=7`, { perMessageDeflate: false })
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
    const client = new RawClient(socket, userID)
    const usersig = createUserSig({ userID, sdkAppID: SDK_APP_ID, expire: 3600 }, SECRET_KEY)
    const { A2Key } = await client.request('im_open_status.wslogin', {}, { identifier: userID, usersig })
    client.ticket = A2Key ?? ''
    return client
  }

  /** Resolves when the server has confirmed the message. */
  async sendText(to: string, text: string): Promise<void> {
    await this.request('openim.sendmsg', {
      From_Account: this.userID,
      To_Account: to,
      MsgSeq: this.seq,
      MsgRandom: randomInt(2 ** 31), // an older run may have left messages of the same user
      MsgClientTime: Math.floor(Date.now() / 1000),
      MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: text } }],
      CloudCustomData: '',
    })
  }

  close(): void {
    this.socket.terminate()
  }

  private async request(servcmd: string, body: object, head: object = {}): Promise<Frame['body']> {
    this.seq += 1
    const { seq, ticket } = this
    const reply = new Promise<Frame>((resolve) => this.waiting.set(seq, resolve))
    this.socket.send(
      JSON.stringify({
        head: { servcmd, seq, sdkappid: SDK_APP_ID, a2: ticket || undefined, ...head },
        body,
      }),
    )
    const frame = await reply
    if (frame.body.ErrorCode) throw new Error(`${servcmd} was refused: ${JSON.stringify(frame.body)}`)
    return frame.body
  }

  private receive(frame: Frame): void {
    if (frame.head.servcmd !== 'im_open_push.msg_push') {
      this.waiting.get(frame.head.seq)?.(frame)
      this.waiting.delete(frame.head.seq)
      return
    }
    const { SessionData, EventArray = [] } = frame.body
    for (const { C2cMsgArray = [] } of EventArray) {
      for (const { MsgBody } of C2cMsgArray) this.onText(MsgBody[0]?.MsgContent.Text ?? '')
    }
    if (SessionData === undefined) return
    const head = { servcmd: 'openim.ws_msg_push_ack', seq: 0, sdkappid: SDK_APP_ID, a2: this.ticket }
    this.socket.send(JSON.stringify({ head, body: { SessionData } }))
  }
}
