/**
 * `npm start`, `npm test` and `npm run test:package` on a fresh clone: installs what is missing, then runs the command. Plain JavaScript
 * without dependencies, because it runs before anything is installed.
 */
import { spawn } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const scripts = {
  start: 'tools/start.ts',
  test: 'tools/test.ts',
  'test:package': 'tools/test-package.ts',
}
const [command = '', ...args] = process.argv.slice(2)

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node.js 20.19 or newer is needed; this is ${process.version}.`)
  process.exit(1)
}
if (!Object.keys(scripts).includes(command)) {
  console.error(`Unknown command "${command}": the commands are ${Object.keys(scripts).join(', ')}.`)
  process.exit(1)
}

/** npm writes this file at the end of an install: older than the lock file means that the lock file has changed. */
function installed() {
  const mark = join(root, 'node_modules/.package-lock.json')
  return (
    existsSync(mark) && statSync(mark).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs - 1000
  )
}

let child
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child?.kill(signal))

/** @returns the status that the command ended with; one that a signal ended has the status that shells give it */
function run(file, argv) {
  // On Windows npm is a script, which only a shell can start.
  const shell = process.platform === 'win32' && file === 'npm'
  return new Promise((resolve, reject) => {
    child = spawn(file, argv, { cwd: root, stdio: 'inherit', shell })
    child.once('error', reject)
    child.once('exit', (status, signal) => resolve(status ?? 128 + constants.signals[signal]))
  })
}

if (!installed()) {
  console.log('Installing dependencies …')
  const status = await run('npm', ['ci', '--no-audit', '--no-fund'])
  if (status) process.exit(status)
}

process.exit(await run(process.execPath, ['--import', 'tsx', join(root, scripts[command]), ...args]))
