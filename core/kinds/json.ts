import { record } from '../../utils/read'
import type { MessageContent } from '../store/types'

/** More characters than any custom message of the known kinds: parsing more would take longer than it is worth. */
const LONGEST = 64 * 1024

/** The object that a text carries as JSON; empty for everything else: peers write anything. */
export function jsonOf(data: string): Record<string, unknown> {
  if (data.length > LONGEST || !data.startsWith('{')) return {}
  try {
    return record(JSON.parse(data))
  } catch {
    return {}
  }
}

const parsed = new WeakMap<MessageContent, Record<string, unknown>>()

/** The JSON of a custom message; empty for every other content. Parsed once. */
export function customJson(content: MessageContent): Record<string, unknown> {
  if (content.type !== 'custom') return {}
  let json = parsed.get(content)
  if (!json) parsed.set(content, (json = jsonOf(content.data)))
  return json
}
