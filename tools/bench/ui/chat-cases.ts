import type { Measured } from './comparison'
import type { Phone, SetData } from './phone'
import type { Lab } from './lab'

const LIST = 20
/** More than is loaded, so that nothing ends. */
const BEYOND = 60

/** A chat with so many messages loaded, its newest in sight. */
async function inChat(phone: Phone, loaded: number): Promise<void> {
  await phone.logIn({ conversations: LIST, messages: loaded + BEYOND })
  await phone.call('start', 'Nick p0')
  await phone.call('settle')
  await phone.openChat()
  await phone.call('settle')
  const handedOut = await phone.call('loadHistory', loaded)
  if (handedOut < loaded) throw new Error(`only ${handedOut} of ${loaded} messages could be loaded`)
  await phone.call('toBottom')
  await phone.call('settle')
}

interface Traffic {
  received: SetData
  read: SetData
  recalled: SetData
  burst: SetData
}

/** Nothing of this depends on the machine's speed: once is enough. */
async function traffic(phone: Phone): Promise<Traffic> {
  await inChat(phone, 500)
  // What only the first of its kind brings, as the pill of new messages, is not counted.
  await phone.setData(() => phone.call('receive'))
  const read = await phone.setData(() => phone.call('read'))
  const received = await phone.setData(() => phone.call('receive'))
  // Who does nothing is the fastest: the message has to come, and to go.
  const text = await phone.call('newest')
  if (!(await phone.call('holds', text))) throw new Error('the message that came is not shown')
  const recalled = await phone.setData(() => phone.call('recall'))
  if (await phone.call('holds', text)) throw new Error('the message that was recalled is still shown')
  await phone.countBytes(false)
  const burst = await phone.setData(() => phone.call('burst', 100))
  return { received, read, recalled, burst }
}

export async function trafficCases(lab: Lab): Promise<Measured[]> {
  const { ours, incumbent } = await lab.both(traffic)
  const bytes = (name: string, key: keyof Traffic, atLeast: number): Measured => ({
    name: `bytes to the view: ${name}, 500 loaded`,
    unit: 'B',
    ours: ours[key].bytes,
    incumbent: incumbent[key].bytes,
    atLeast,
  })
  const calls = (name: string, key: keyof Traffic, atLeast?: number): Measured => ({
    name: `setData calls: ${name}, 500 loaded`,
    unit: 'calls',
    ours: ours[key].calls,
    incumbent: incumbent[key].calls,
    atLeast,
  })
  return [
    bytes('one incoming message', 'received', 50),
    bytes('one read receipt', 'read', 100),
    bytes('one message recalled', 'recalled', 100),
    calls('one incoming message', 'received'),
    calls('100 messages in one second', 'burst', 20),
  ]
}

/** Milliseconds of script for one incoming message, each alone; the first ones warm the machine up. */
async function appendTime(phone: Phone): Promise<number> {
  await phone.countBytes(false)
  for (let count = 0; count < 3; count += 1) await phone.call('receive')
  await phone.call('settle')
  return phone.scriptTime(() => phone.call('receive'))
}

export async function appendCases(lab: Lab): Promise<Measured[]> {
  const times = await lab.both(async (phone) => {
    await inChat(phone, 1000)
    return appendTime(phone)
  })
  return [{ name: 'script time: one incoming message, 1,000 loaded', unit: 'ms', ...times, atLeast: 10 }]
}

/** Where the reader is in a long history must not matter: the worse of its two ends counts. */
async function weight(phone: Phone, messages: number): Promise<{ nodes: number; time: number }> {
  await inChat(phone, messages)
  const bottom = await phone.call('nodes')
  const time = await appendTime(phone)
  await phone.call('toTop')
  await phone.call('settle')
  return { nodes: Math.max(bottom, await phone.call('nodes')), time }
}

export async function growthCases(lab: Lab): Promise<Measured[]> {
  const short = await lab.ours((phone) => weight(phone, 100))
  const long = await lab.ours((phone) => weight(phone, 10_000))
  // Reading back so far takes a while, in which the machine may have got busier.
  const again = await lab.ours((phone) => weight(phone, 100))
  return [
    {
      name: 'DOM nodes: 10,000 messages against 100',
      unit: 'x',
      ours: long.nodes / short.nodes,
      atMost: 1.5,
    },
    {
      name: 'script time of a message: 10,000 loaded against 100',
      unit: 'x',
      ours: (2 * long.time) / (short.time + again.time),
      atMost: 1.5,
    },
  ]
}

async function open(phone: Phone): Promise<number> {
  await phone.countBytes(false)
  await phone.logIn({ conversations: LIST, messages: 15 })
  await phone.call('start', 'Nick p0')
  await phone.call('settle')
  return phone.openChat()
}

/** Ours slides in like a page of WeChat's own, which is no work: so once for users who want less motion. */
export async function openingCases(lab: Lab): Promise<Measured[]> {
  const still = await lab.medians(open, true)
  const sliding = await lab.medians(open)
  return [
    { name: 'tap to painted: a chat of 15 messages', unit: 'ms', ...still, atLeast: 1 },
    { name: 'the same, until half slid in where a kit has that', unit: 'ms', ...sliding },
  ]
}
