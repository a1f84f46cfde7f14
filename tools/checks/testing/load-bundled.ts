import { createRequire } from 'node:module'
import path from 'node:path'
import { buildSync } from 'esbuild'

/** Loads a check for a test: jest cannot load packages that exist as ES modules only, so they are bundled in. */
export function loadBundled<T>(name: string): T {
  const { outputFiles } = buildSync({
    entryPoints: [path.join(__dirname, '..', `${name}.ts`)],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    external: ['typescript', 'postcss', 'postcss-selector-parser'],
  })
  const module = { exports: {} }
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  const run = new Function('module', 'exports', 'require', outputFiles[0]?.text ?? '') as (
    ...scope: unknown[]
  ) => void
  run(module, module.exports, createRequire(__filename))
  return module.exports as T
}
