import type { OfficialReport } from '../official/report'
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

// By its address: the tools leave files where they are run, so that is not this repository.
const TSX = pathToFileURL(createRequire(__filename).resolve('tsx')).href
const RUN = join(__dirname, '..', 'official', 'run.ts')

/** "Build npm", analysis and compilation by WeChat's own tools. @throws Error with their words when they refuse */
export async function runOfficialTools(project: string): Promise<OfficialReport> {
  const folder = mkdtempSync(join(tmpdir(), 'official-'))
  try {
    const report = join(folder, 'report.json')
    const child = spawn(process.execPath, ['--import', TSX, RUN, project, report], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let output = ''
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
    const status = await new Promise((resolve) => child.once('exit', resolve))
    if (status !== 0) throw new Error(`the official tools refused:\n${output.slice(-4000)}`)
    return JSON.parse(readFileSync(report, 'utf8')) as OfficialReport
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
