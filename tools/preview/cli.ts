import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Command } from 'commander'
import { listening, portOf } from '../ports'
import { startPreview, type PreviewUser } from './server'

interface Flags {
  root: string
  mount: string[]
  port: string
  imServer?: string
  users?: string
  watch: boolean
}

const collect = (value: string, previous: string[]): string[] => [...previous, value]

function parseMount(text: string): [string, string] {
  const [name, dir] = text.split('=')
  if (!name || !dir) throw new Error(`--mount takes NAME=DIRECTORY, not "${text}"`)
  return [name, resolve(dir)]
}

async function main(): Promise<void> {
  const command = new Command('preview')
    .description('Runs a mini program in the browser, as two phones side by side')
    .option('--root <dir>', "the mini program's directory", 'example/main-package')
    .option('--mount <name=dir>', 'a virtual folder of the mini program', collect, [] as string[])
    .option('--port <port>', 'port on 127.0.0.1; 0 takes any free one', process.env.PREVIEW_PORT ?? '9910')
    .option('--im-server <url>', 'WebSocket address of the IM server')
    .option('--users <file>', 'JSON file with the users to choose from: [{ "userID", "nick" }]')
    .option('--no-watch', 'do not rebuild on edits')
    .parse()
  const flags = command.opts<Flags>()
  const port = portOf('--port', flags.port)
  const preview = await listening('--port', port, () =>
    startPreview({
      root: resolve(flags.root),
      mounts: Object.fromEntries(flags.mount.map(parseMount)),
      port,
      proxyServer: flags.imServer,
      users: flags.users ? (JSON.parse(readFileSync(flags.users, 'utf8')) as PreviewUser[]) : undefined,
      watch: flags.watch,
    }),
  )
  console.log(`Preview: ${preview.url}`)
}

main().catch((error: Error) => {
  console.error(error.message)
  process.exitCode = 1
})
