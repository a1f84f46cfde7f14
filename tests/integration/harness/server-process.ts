import { spawn, type ChildProcess } from 'node:child_process'
import { resolve } from 'node:path'
import { until } from './until'

const ROOT = resolve(__dirname, '../../..')
/** Starting takes its time on a busy machine. */
const START_DEADLINE = 20_000

const running = new Set<ChildProcess>()

/** The server as its command line starts it. */
export class ServerProcess {
  out = ''
  err = ''
  exit: number | string | undefined
  readonly process: ChildProcess

  constructor(args: string[], environment: Record<string, string> = {}) {
    const env = { ...process.env, IM_SERVER_PORT: '', IM_SERVER_SECRET_KEY: '', ...environment }
    this.process = spawn(process.execPath, ['tools/im-server/start.mjs', ...args], {
      cwd: ROOT,
      env,
    })
    running.add(this.process)
    this.process.stdout?.on('data', (data: Buffer) => (this.out += data.toString()))
    this.process.stderr?.on('data', (data: Buffer) => (this.err += data.toString()))
    this.process.on('close', (code, signal) => {
      running.delete(this.process)
      this.exit = code ?? signal ?? 'unknown'
    })
  }

  /** The exit status, or the signal that ended it. */
  ended(): Promise<number | string> {
    return until(
      () => (this.exit === undefined ? undefined : { exit: this.exit }),
      'the end',
      START_DEADLINE,
    ).then(({ exit }) => exit)
  }

  /** Of the server, once it is ready. */
  async url(): Promise<string> {
    const line = /^IM server ready (ws:\/\/[\d.]+:\d+)\n$/
    const match = await until(
      () => {
        if (this.exit !== undefined) throw new Error(`the server has ended: ${this.err}`)
        return line.exec(this.out)
      },
      'the ready line',
      START_DEADLINE,
    )
    return match[1] ?? ''
  }
}

/** To be called after each test. */
export function killServerProcesses(): void {
  for (const child of running) child.kill('SIGKILL')
}
