import { percentile } from '../subject'
import { RawClient } from './raw-client'

/** As many messages as the server takes: each sender has some under way at any time. */
const THROUGHPUT = { pairs: 20, window: 8, warmUp: 2000, messages: 20_000 }
/** A given load. */
const LATENCY = { pairs: 20, perSecond: 1000, warmUpSeconds: 2, seconds: 10, tick: 5 }

type Pair = readonly [sender: RawClient, receiver: RawClient]

async function pairs(url: string, count: number): Promise<Pair[]> {
  return Promise.all(
    Array.from(
      { length: count },
      async (_, index) =>
        [
          await RawClient.logIn(url, `sender-${index}`),
          await RawClient.logIn(url, `receiver-${index}`),
        ] as const,
    ),
  )
}

/** C2C messages that the server confirms and pushes per second. */
export async function throughput(url: string): Promise<number> {
  const { window, warmUp, messages } = THROUGHPUT
  const clients = await pairs(url, THROUGHPUT.pairs)
  let left = 0
  let pushed = 0
  for (const [, receiver] of clients) receiver.onText = () => (pushed += 1)
  const lane = async ([sender, receiver]: Pair): Promise<void> => {
    while (left > 0) {
      left -= 1
      await sender.sendText(receiver.userID, 'a message of ordinary length, as people write them')
    }
  }
  const run = async (count: number): Promise<number> => {
    left = count
    const started = performance.now()
    await Promise.all(clients.flatMap((pair) => Array.from({ length: window }, () => lane(pair))))
    return (count / (performance.now() - started)) * 1000
  }
  await run(warmUp)
  const rate = await run(messages)
  while (pushed < warmUp + messages) await new Promise((resolve) => setTimeout(resolve, 10))
  clients.flat().forEach((client) => client.close())
  return rate
}

/** Milliseconds from sending a message until it is pushed to its receiver. */
export async function pushLatency(url: string): Promise<{ median: number; p99: number }> {
  const { perSecond, warmUpSeconds, seconds, tick } = LATENCY
  const clients = await pairs(url, LATENCY.pairs)
  const latencies: number[] = []
  let measuring = false
  for (const [, receiver] of clients) {
    receiver.onText = (text) => {
      if (measuring) latencies.push(performance.now() - Number(text))
    }
  }
  const started = performance.now()
  const total = (warmUpSeconds + seconds) * perSecond
  for (let sent = 0; sent < total;) {
    // What is due by now, so that a late timer does not lower the load.
    const due = Math.min(total, ((performance.now() - started) / 1000) * perSecond)
    measuring = due > warmUpSeconds * perSecond
    for (; sent < due; sent += 1) {
      const [sender, receiver] = clients[sent % clients.length] as Pair
      void sender.sendText(receiver.userID, String(performance.now()))
    }
    await new Promise((resolve) => setTimeout(resolve, tick))
  }
  await new Promise((resolve) => setTimeout(resolve, 500))
  clients.flat().forEach((client) => client.close())
  return { median: percentile(latencies, 0.5), p99: percentile(latencies, 0.99) }
}
