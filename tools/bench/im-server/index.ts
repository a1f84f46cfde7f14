import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Figure, Subject } from '../subject'
import { RawClient } from './raw-client'
import { ServerProcess } from './server-process'
import { pushLatency, throughput } from './traffic'

type Report = (figure: Figure) => void

const IDLE_CONNECTIONS = 1000
const STARTS = 5

async function withServer(args: string[], use: (server: ServerProcess) => Promise<void>): Promise<void> {
  const server = await ServerProcess.start(args)
  try {
    await use(server)
  } finally {
    await server.stop()
  }
}

/** The best of several: the others have waited for something else on the machine. */
async function start(report: Report): Promise<void> {
  const times: number[] = []
  for (let count = 0; count < STARTS; count += 1) {
    await withServer([], (server) => {
      times.push(server.startTime)
      return Promise.resolve()
    })
  }
  const name = `start until ready, best of ${STARTS}`
  report({ name, value: Math.min(...times), unit: 'ms', target: { atMost: 300 } })
}

async function traffic(where: string, args: string[], report: Report): Promise<void> {
  await withServer(args, async ({ url }) => {
    const value = await throughput(url)
    report({ name: `C2C messages, ${where}`, value, unit: '/s', target: { atLeast: 3000 } })
  })
  await withServer(args, async ({ url }) => {
    const { median, p99 } = await pushLatency(url)
    report({ name: `push at 1,000 messages/s, ${where}, median`, value: median, unit: 'ms' })
    report({
      name: `push at 1,000 messages/s, ${where}, p99`,
      value: p99,
      unit: 'ms',
      target: { atMost: 50 },
    })
  })
}

async function memory(report: Report): Promise<void> {
  await withServer([], async (server) => {
    const clients: RawClient[] = []
    for (let index = 0; index < IDLE_CONNECTIONS; index += 1) {
      clients.push(await RawClient.logIn(server.url, `user-${index}`))
    }
    const value = server.memory()
    const name = `memory with ${IDLE_CONNECTIONS.toLocaleString('en')} idle logged-in connections`
    if (value !== undefined) report({ name, value, unit: 'MB', target: { atMost: 200 } })
    for (const client of clients) client.close()
  })
}

/** The local IM server, in a process of its own, over real sockets. */
export const imServer: Subject = {
  name: 'im-server',
  run: async (report) => {
    await start(report)
    await memory(report)
    await traffic('in memory', [], report)
    const folder = mkdtempSync(join(tmpdir(), 'im-server-bench-'))
    try {
      await traffic('with --data', ['--data', folder], report)
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
}
