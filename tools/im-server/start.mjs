/**
 * `npm run im-server`: bundles the command line when a source has changed since the last time, and runs the
 * bundle. Translating each file at each start, as `--import tsx` does, takes several times as long. Plain
 * JavaScript, because nothing is translated yet.
 */
import { readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = dirname(fileURLToPath(import.meta.url))
const bundle = join(folder, '../../.cache/im-server/cli.cjs')
const sources = [folder, join(folder, '../ports.ts')]

/** When something in it was changed last, in milliseconds; folders count, as files may have been taken away. */
function changedAt(path) {
  const { mtimeMs, ctimeMs } = statSync(path)
  const own = Math.max(mtimeMs, ctimeMs)
  if (!statSync(path).isDirectory()) return own
  const inside = readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() || entry.name.endsWith('.ts'))
    .map((entry) => changedAt(join(path, entry.name)))
  return Math.max(own, ...inside)
}

function builtAt() {
  try {
    return statSync(bundle).mtimeMs
  } catch {
    return 0 // not yet
  }
}

/** In the bundle, modules would look for their files beside the bundle. */
const ownFolders = {
  name: 'own-folders',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll('__dirname', JSON.stringify(dirname(path))),
      loader: 'ts',
    })),
}

/** In a place of its own and then moved, for another process may be starting at the same moment. */
async function build() {
  const { build } = await import('esbuild')
  const workshop = join(dirname(bundle), String(process.pid))
  await build({
    entryPoints: [join(folder, 'cli.ts')],
    outfile: join(workshop, 'cli.cjs'),
    bundle: true,
    platform: 'node',
    target: 'node20',
    packages: 'external',
    sourcemap: 'linked',
    plugins: [ownFolders],
    logLevel: 'error',
  })
  renameSync(join(workshop, 'cli.cjs.map'), `${bundle}.map`)
  renameSync(join(workshop, 'cli.cjs'), bundle)
  rmSync(workshop, { recursive: true })
}

if (Math.max(...sources.map(changedAt)) >= builtAt()) await build()
process.setSourceMapsEnabled(true)
createRequire(import.meta.url)(bundle)
