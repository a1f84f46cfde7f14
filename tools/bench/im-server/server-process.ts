import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export const SECRET_KEY = 'bench'
const ROOT = join(__dirname, '../../..')

/** The server in a process of its own, started as `npm run im-server` starts it. */
export class ServerProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
    /** Milliseconds from the start of the process until the server was ready. */
    readonly startTime: number,
  ) {}

  static start(args: readonly string[] = []): Promise<ServerProcess> {
    const started = performance.now()
    const cli = ['tools/im-server/start.mjs', '--port', '0', '--secret-key', SECRET_KEY]
    const child = spawn(process.execPath, [...cli, '--open-users', ...args], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    return new Promise((resolve, reject) => {
      child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
      child.stdout?.on('data', (data: Buffer) => {
        const url = /ws:\/\/\S+/.exec(data.toString())?.[0]
        if (url) resolve(new ServerProcess(child, url, performance.now() - started))
      })
    })
  }

  /** Resident memory in MB; `undefined` where the system does not tell. */
  memory(): number | undefined {
    try {
      const status = readFileSync(`/proc/${this.child.pid}/status`, 'utf8')
      return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024
    } catch {
      return undefined // not Linux
    }
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.child.once('exit', resolve))
    this.child.kill('SIGTERM')
    await ended
  }
}
