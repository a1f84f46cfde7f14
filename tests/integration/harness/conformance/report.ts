import { NOT_COVERED } from './not-covered'
import type { Recorded } from './record'

/** Calls about communities go to a service of their own, with the same commands. */
const sameService = (command: string): string => command.replace(/^million_group_/, 'group_')

export interface Conformance {
  /** Lines for the terminal. */
  table: string[]
  /** What is wrong. */
  failures: string[]
}

/**
 * Compares what was asked in a run with what the SDK can ask.
 * @param whole all test files of the project were run: then everything must have been asked
 */
export function conformance(commands: string[], recorded: Recorded, whole: boolean): Conformance {
  const asked = new Set([...recorded.asked, ...recorded.asked.map(sameService)])
  const answered = new Set([...recorded.answered, ...recorded.answered.map(sameService)])
  const failures = recorded.unknown.map(
    (command) => `${command} was asked by the SDK and is not known to the server`,
  )
  if (!whole) return { table: [], failures }

  const expected = commands.filter((command) => !Object.hasOwn(NOT_COVERED, command))
  for (const command of expected) {
    if (!asked.has(command)) failures.push(`${command} was not asked by any real client`)
    if (!answered.has(command)) failures.push(`${command} is not answered`)
  }
  for (const command of Object.keys(NOT_COVERED)) {
    if (!commands.includes(command)) failures.push(`${command} is excused, but the SDK does not have it`)
    if (asked.has(command)) failures.push(`${command} is excused, but it was asked: take it off the list`)
  }
  return { table: tableOf(commands, asked, answered), failures }
}

function tableOf(commands: string[], asked: Set<string>, answered: Set<string>): string[] {
  const services = [...new Set(commands.map((command) => command.split('.')[0] ?? ''))]
  const row = (title: string, own: string[]): string => {
    const needed = own.filter((command) => !Object.hasOwn(NOT_COVERED, command))
    const counts = [asked, answered].map((set) => needed.filter((command) => set.has(command)).length)
    const excused = own.length - needed.length
    return `  ${title.padEnd(34)}${[needed.length, ...counts, excused || ''].map((n) => String(n).padStart(9)).join('')}`
  }
  const reasons = new Map<string, string[]>()
  for (const [command, reason] of Object.entries(NOT_COVERED)) {
    reasons.set(reason, [...(reasons.get(reason) ?? []), command.split('.')[1] ?? ''])
  }
  return [
    `Commands of the SDK${' '.repeat(18)}to cover  covered answered  excused`,
    ...services.map((service) =>
      row(
        service,
        commands.filter((command) => command.startsWith(`${service}.`)),
      ),
    ),
    row('all', commands),
    ...[...reasons].map(([reason, names]) => `  excused, ${reason}: ${names.join(', ')}`),
  ]
}
