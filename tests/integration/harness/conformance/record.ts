import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Trace } from '../../../../tools/im-server/trace'

/** The folder in which the workers of one run leave what they have recorded. */
export const RECORD_FOLDER = 'IM_CONFORMANCE_FOLDER'

/** What the servers of one test file, or of a whole run, were asked. */
export interface Recorded {
  testFiles: string[]
  /** By real SDK clients. */
  asked: string[]
  /** By whomever; without those that no service knows. */
  answered: string[]
  /** Asked by real SDK clients, and not known to any service. */
  unknown: string[]
}

/** An SDK's instance ID; the raw clients of the tests have others. */
const SDK_INSTANCE = /^[0-9a-f]{32}$/

/** Of Tencent's call engine, through the SDK: a service of its own, which calls over signalling do without. */
const OF_CALL_ENGINE = /^(call_engine_srv|callkit_records_svr)\./

const asked = new Set<string>()
const answered = new Set<string>()
const unknown = new Set<string>()

/** Notes what the clients of a server ask it. */
export function record(trace: Trace): void {
  trace.listen(({ kind, servcmd, instanceID, unknown: isUnknown = false }) => {
    if (kind !== 'request' || OF_CALL_ENGINE.test(servcmd)) return
    const ofSdk = SDK_INSTANCE.test(instanceID)
    if (!isUnknown) answered.add(servcmd)
    else if (ofSdk) unknown.add(servcmd)
    if (ofSdk) asked.add(servcmd)
  })
}

/** Leaves what was recorded for the end of the run. */
export function saveRecord(testFile: string): void {
  const folder = process.env[RECORD_FOLDER]
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  const recorded: Recorded = {
    testFiles: [testFile],
    asked: [...asked],
    answered: [...answered],
    unknown: [...unknown],
  }
  const name = testFile.replaceAll(/[^\w.]/g, '_')
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(recorded))
}

/** What all workers have left. */
export function readRecords(folder: string): Recorded {
  const all = readdirSync(folder).map(
    (name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Recorded,
  )
  const merged = (pick: (recorded: Recorded) => string[]): string[] => [...new Set(all.flatMap(pick))].sort()
  return {
    testFiles: merged(({ testFiles }) => testFiles),
    asked: merged((recorded) => recorded.asked),
    answered: merged((recorded) => recorded.answered),
    unknown: merged((recorded) => recorded.unknown),
  }
}
