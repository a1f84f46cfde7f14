import type { Measured } from './comparison'
import type { Lab } from './lab'
import type { Phone } from './phone'

const PER_SECOND = 100
/** The first seconds fill what is kept, the others must add nothing. */
const [FILLING, LASTING] = [10, 20]

async function liveRoom(phone: Phone): Promise<{ longest: number; memory: number; nodes: number }> {
  await phone.logIn({ conversations: 20, messages: 1, live: true })
  await phone.countBytes(false)
  await phone.call('start', 'Nick p0')
  await phone.call('settle')
  const { x, y } = await phone.call('place', 'Nick p0')
  await phone.page.mouse.click(x, y)
  await phone.call('settle')
  await phone.call('longestTask')
  await phone.call('flood', PER_SECOND, FILLING)
  const filling = await phone.call('longestTask')
  const before = await phone.heap()
  // Taking out the garbage by hand is a long task, and none of the kit's.
  await phone.call('longestTask')
  const newest = await phone.call('flood', PER_SECOND, LASTING)
  const longest = Math.max(filling, await phone.call('longestTask'))
  await phone.call('settle')
  const memory = (await phone.heap()) - before
  if (!(await phone.call('holds', newest)))
    throw new Error('the newest message of the live room is not shown')
  return { longest, memory, nodes: await phone.call('nodes') }
}

/** A live room in which more is said than anybody reads. The incumbent has none. */
export async function liveCases(lab: Lab): Promise<Measured[]> {
  const { longest, memory, nodes } = await lab.ours(liveRoom)
  return [
    { name: 'longest task: live room, 100 messages/s for 30 s', unit: 'ms', ours: longest, atMost: 100 },
    { name: 'memory: the last 20 s of it', unit: 'MB', ours: Math.max(0, memory), atMost: 2 },
    { name: 'DOM nodes: after it', unit: 'nodes', ours: nodes },
  ]
}
