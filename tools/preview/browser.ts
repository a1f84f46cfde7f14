import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium, type Browser } from 'playwright-core'

const NAMES = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'chrome', 'msedge']
const WELL_KNOWN = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** Calls see a moving test picture and hear beeps, without a question. */
const FLAGS = ['--no-sandbox', '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']

/**
 * Starts a headless Chromium for tests: the one from npm on Linux x64, an installed Chrome elsewhere.
 * `CHROME_PATH` names another one.
 */
export async function launchBrowser(): Promise<Browser> {
  const installed =
    process.env.CHROME_PATH ?? (process.platform === 'linux' && process.arch === 'x64' ? '' : findChrome())
  if (installed) return chromium.launch({ executablePath: installed, args: FLAGS })
  const { default: packaged } = await import('@sparticuz/chromium')
  const executablePath = await packaged.executablePath()
  // Its own flags are for a function in the cloud: in a single process, closing one context ends them all.
  const args = packaged.args.filter((arg) => arg !== '--single-process' && arg !== '--no-zygote')
  return chromium.launch({ executablePath, args: [...args, ...FLAGS] })
}

function findChrome(): string {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const dirs = (process.env.PATH ?? '').split(delimiter)
  const candidates = dirs.flatMap((dir) => NAMES.map((name) => join(dir, name + suffix)))
  const found = [...candidates, ...WELL_KNOWN].find((path) => existsSync(path))
  if (!found) throw new Error('No Chrome found; set CHROME_PATH to a Chrome or Chromium executable')
  return found
}
