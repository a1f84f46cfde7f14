import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { RECORD_FOLDER } from './record'

/** Jest's `globalSetup`: before the workers are started, which inherit the environment. */
export default function begin(): void {
  process.env[RECORD_FOLDER] = mkdtempSync(join(tmpdir(), 'im-conformance-'))
}
