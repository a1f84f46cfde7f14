/**
 * `npm start` and `npm test` on a fresh clone: installs what is missing, then runs the command. Plain JavaScript
 * without dependencies, because it runs before anything is installed.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const [command, ...args] = process.argv.slice(2)

const major = Number(process.versions.node.split('.')[0])
if (major < 20) {
  console.error(`Node.js 20 or newer is needed; this is ${process.version}.`)
  process.exit(1)
}

/** npm writes this file at the end of an install: older than the lock file means that the lock file has changed. */
function installed() {
  const mark = join(root, 'node_modules/.package-lock.json')
  return (
    existsSync(mark) && statSync(mark).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs - 1000
  )
}

function run(file, argv) {
  // On Windows npm is a script, which only a shell can start.
  const shell = process.platform === 'win32' && file === 'npm'
  const { status, error } = spawnSync(file, argv, { cwd: root, stdio: 'inherit', shell })
  if (error) throw error
  return status ?? 1
}

if (!installed()) {
  console.log('Installing dependencies …')
  const status = run('npm', ['ci', '--no-audit', '--no-fund'])
  if (status) process.exit(status)
}

const scripts = { start: 'tools/start.ts', test: 'tools/test.ts' }
process.exit(run(process.execPath, ['--import', 'tsx', join(root, scripts[command]), ...args]))
