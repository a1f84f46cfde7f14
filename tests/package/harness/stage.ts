import type { BrowserContext, WebSocketRoute } from 'playwright-core'
import { WebSocket } from 'ws'
import { EXAMPLE_SECRET_KEY } from '../../../tools/examples'
import { createImServer, type ImServer } from '../../../tools/im-server/server'
import { startPreview, type Preview } from '../../../tools/preview/server'
import { closeBrowser, freshContext, Phone } from '../../e2e/harness'
import { closeClients, TestClient, userSigFor } from '../../integration/harness'
import type { HostProject } from './host-project'

const USERS = [
  { userID: 'alice', nick: '林晓雨' },
  { userID: 'bob', nick: '王浩' },
]

export interface StageOptions {
  /** Leads to the IM server what goes to Tencent Cloud, for an SDK that ignores `proxyServer`. */
  readonly redirect?: boolean
}

/** Joins a socket of the page with one to the IM server. */
function connect(page: WebSocketRoute, imUrl: string): void {
  const { pathname, search } = new URL(page.url())
  const server = new WebSocket(imUrl + pathname + search)
  const early: (string | Buffer)[] = []
  server.on('open', () => early.splice(0).forEach((data) => server.send(data)))
  server.on('message', (data: Buffer, isBinary) => page.send(isBinary ? data : data.toString()))
  server.on('close', () => void page.close())
  page.onMessage((data) => (server.readyState === WebSocket.OPEN ? server.send(data) : early.push(data)))
  page.onClose(() => server.close())
}

/** A host's mini program in the preview, connected to an IM server, and the people on it. */
export class Stage {
  private constructor(
    private readonly imServer: ImServer,
    private readonly preview: Preview,
    private readonly context: BrowserContext,
    readonly imUrl: string,
    readonly previewUrl: string,
  ) {}

  static async open(project: HostProject, { redirect = false }: StageOptions = {}): Promise<Stage> {
    const users = USERS.map((user) => ({ ...user, avatar: '', selfSignature: '' }))
    const messages = [{ from: 'bob', to: 'alice', text: '在吗', minutesAgo: 5, unread: true }]
    const imServer = await createImServer({ secretKey: EXAMPLE_SECRET_KEY, seed: { users, messages } })
    const preview = await startPreview({ root: project.folder, users, proxyServer: imServer.url })
    const url = preview.url.replace(/\/$/, '')
    const context = await freshContext()
    if (redirect) {
      await context.routeWebSocket(/^wss:/, (socket) => connect(socket, imServer.url))
      await context.route(/^https:/, (route) => route.fulfill({ status: 200, body: '{}' }))
    }
    return new Stage(imServer, preview, context, imServer.url, url)
  }

  /** Alice's phone. `path` is the page that is opened first. */
  phone(options: { path?: string } = {}): Promise<Phone> {
    return Phone.open(this, this.context, 'alice', options)
  }

  /** Somebody with the real SDK, elsewhere. */
  async person(userID: string): Promise<TestClient> {
    const client = new TestClient(this.imUrl, userID)
    const secretKey = EXAMPLE_SECRET_KEY
    await client.login(userSigFor(userID, client.sdkAppID, { secretKey }))
    return client
  }

  async close(): Promise<void> {
    await this.context.close()
    await closeBrowser()
    await closeClients()
    await this.preview.close()
    await this.imServer.close()
  }
}

/** Alice opens her chat with Bob from the list, writes, and reads his answer. */
export async function chatFromList(stage: Stage, phone: Phone): Promise<void> {
  await phone.row('王浩, 1 条未读, 在吗').click()
  await phone.bubble('在吗').waitFor()
  await chat(stage, phone)
}

/** In an open chat with Bob. */
export async function chat(stage: Stage, phone: Phone): Promise<void> {
  const bob = await stage.person('bob')
  await phone.send('来了，什么事')
  await bob.receivedText('来了，什么事')
  await bob.sendText('alice', '周六聚餐吗')
  await phone.bubble('周六聚餐吗').waitFor()
  expect(phone.complaints).toEqual([])
}
