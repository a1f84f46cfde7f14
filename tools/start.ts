/** `npm start`: the local IM server and the preview with two phones, each its own demo user. */
import { join } from 'node:path'
import { Command } from 'commander'
import open from 'open'
import { EXAMPLE_SECRET_KEY } from './examples'
import { readSeed } from './im-server/read-seed'
import { createImServer, type ImServer } from './im-server/server'
import { listening, portOf } from './ports'
import { startPreview, type Preview } from './preview/server'

const root = join(import.meta.dirname, '..')

interface Flags {
  port: string
  imPort: string
  seed: string
  open: boolean
}

const flags = new Command('npm start --')
  .description('The local IM server and the preview with two phones.')
  .option('--port <number>', 'port of the preview, 0 takes a free one', process.env.PREVIEW_PORT ?? '9910')
  .option(
    '--im-port <number>',
    'port of the IM server, 0 takes a free one',
    process.env.IM_SERVER_PORT ?? '9911',
  )
  .option('--seed <file>', 'users and messages to start with', join(root, 'tools/im-server/seeds/demo.json'))
  .option('--no-open', 'do not open the address in a browser')
  .parse()
  .opts<Flags>()

const closers: (() => Promise<void>)[] = []

async function main(): Promise<void> {
  const imPort = portOf('--im-port', flags.imPort)
  const previewPort = portOf('--port', flags.port)
  const seed = readSeed(flags.seed)
  const imServer: ImServer = await listening('--im-port', imPort, () =>
    createImServer({ secretKey: EXAMPLE_SECRET_KEY, port: imPort, seed }),
  )
  closers.push(() => imServer.close())
  const preview: Preview = await listening('--port', previewPort, () =>
    startPreview({
      root: join(root, 'example/main-package'),
      mounts: { TUIKit: root },
      port: previewPort,
      users: seed.users.map(({ userID, nick }) => ({ userID, nick: nick || userID })),
      proxyServer: imServer.url,
      defaults: { a: seed.users[0]?.userID ?? 'alice', b: seed.users[1]?.userID ?? 'bob' },
      watch: true,
      more: {
        gallery: { root: join(root, 'tools/gallery'), mounts: { TUIKit: root } },
        calls: { root: join(root, 'example/calls'), mounts: { TUIKit: root } },
      },
    }),
  )
  closers.push(() => preview.close())
  console.log(`IM server  ${imServer.url}`)
  console.log(`Preview    ${preview.url}`)
  console.log(`Gallery    ${preview.url}gallery/`)
  console.log(`Calls      ${preview.url}calls/`)
  if (flags.open && process.stdout.isTTY && !process.env.CI) await open(preview.url)
}

let stopping = false

/** Once only: Ctrl-C reaches this process from the terminal and again from those that started it. */
async function stop(status: number): Promise<void> {
  if (stopping) return
  stopping = true
  for (const close of closers.splice(0).reverse()) await close()
  process.exit(status)
}

process.on('SIGINT', () => void stop(0))
process.on('SIGTERM', () => void stop(0))
main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  void stop(1)
})
