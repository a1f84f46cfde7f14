import type { Measured } from './comparison'
import type { Lab } from './lab'
import type { Phone } from './phone'

const ACCOUNT = { conversations: 1000, messages: 15 }

async function statusCalls(phone: Phone): Promise<number> {
  const calls = await phone.call('calls')
  return ['getUserStatus', 'subscribeUserStatus'].reduce((sum, name) => sum + (calls[name] ?? 0), 0)
}

async function withList(phone: Phone) {
  await phone.logIn(ACCOUNT)
  await phone.countBytes(false)
  const empty = await phone.heap()
  await phone.call('start', 'Nick p0')
  await phone.call('settle')
  const memory = (await phone.heap()) - empty
  await phone.countBytes(true)
  // The chat that it comes to is the first already: what is counted is the row, not its way up.
  const before = await statusCalls(phone)
  const update = await phone.setData(() => phone.call('receive'))
  const status = (await statusCalls(phone)) - before
  await phone.countBytes(false)
  await phone.call('scrollThrough')
  await phone.call('settle')
  return { memory, update, status, nodes: await phone.call('nodes') }
}

export async function listCases(lab: Lab): Promise<Measured[]> {
  const { ours, incumbent } = await lab.both(withList)
  return [
    {
      name: 'bytes to the view: one update, 1,000 conversations',
      unit: 'B',
      ours: ours.update.bytes,
      incumbent: incumbent.update.bytes,
      atLeast: 100,
    },
    {
      name: 'setData calls: one update, 1,000 conversations',
      unit: 'calls',
      ours: ours.update.calls,
      incumbent: incumbent.update.calls,
    },
    {
      name: 'calls of the status API: one update',
      unit: 'calls',
      ours: ours.status,
      incumbent: incumbent.status,
      atMost: 0,
    },
    {
      name: 'DOM nodes: 1,000 conversations scrolled through',
      unit: 'nodes',
      ours: ours.nodes,
      incumbent: incumbent.nodes,
    },
    {
      name: 'memory: 1,000 conversations',
      unit: 'MB',
      ours: ours.memory,
      incumbent: incumbent.memory,
      atLeast: 2,
    },
  ]
}

export async function firstRowsCases(lab: Lab): Promise<Measured[]> {
  const times = await lab.medians(async (phone) => {
    await phone.countBytes(false)
    await phone.logIn(ACCOUNT)
    return phone.call('start', 'Nick p0')
  })
  return [{ name: 'time to the first rows: 1,000 conversations', unit: 'ms', ...times, atLeast: 3 }]
}
