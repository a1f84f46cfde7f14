/** `npm start`: the local IM server and the preview with two phones, each its own demo user. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import open from 'open'
import { config } from '../example/main-package/config'
import { parseSeed } from './im-server/seed'
import { createImServer, type ImServer } from './im-server/server'
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

function portOf(flag: string, text: string): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65535) return port
  throw new Error(`${flag} must be a number from 0 to 65535, not "${text}".`)
}

/** A port that somebody else has is a sentence, not a stack. */
async function listening<T>(flag: string, port: number, start: () => Promise<T>): Promise<T> {
  try {
    return await start()
  } catch (error) {
    if ((error as { code?: string }).code !== 'EADDRINUSE') throw error
    throw new Error(`Port ${port} is taken: choose another with ${flag} (0 takes a free one).`, {
      cause: error,
    })
  }
}

const closers: (() => Promise<void>)[] = []

async function main(): Promise<void> {
  const imPort = portOf('--im-port', flags.imPort)
  const previewPort = portOf('--port', flags.port)
  const seed = parseSeed(JSON.parse(readFileSync(flags.seed, 'utf8')))
  const imServer: ImServer = await listening('--im-port', imPort, () =>
    createImServer({ secretKey: config.SECRETKEY, port: imPort, seed }),
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
    }),
  )
  closers.push(() => preview.close())
  console.log(`IM server  ${imServer.url}`)
  console.log(`Preview    ${preview.url}`)
  if (flags.open && process.stdout.isTTY && !process.env.CI) await open(preview.url)
}

async function stop(status: number): Promise<void> {
  for (const close of closers.splice(0).reverse()) await close()
  process.exit(status)
}

process.on('SIGINT', () => void stop(0))
process.on('SIGTERM', () => void stop(0))
main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  void stop(1)
})
