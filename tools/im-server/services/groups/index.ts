import type { ServerContext } from '../../context'
import type { Service } from '../../router'
import { groups } from './joined'

/** Groups of every type, and their members. */
export function groupServices(_context: ServerContext): Service[] {
  return [groups()]
}
