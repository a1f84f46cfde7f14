import type { Metafile, Plugin } from 'esbuild'
import { readFileSync } from 'node:fs'
import { dirname, relative, sep } from 'node:path'

const SHARED = 'kit:shared'

/**
 * What several of the kit's entries use, each file after those that it needs: the order in which they are evaluated
 * without a bundler as well.
 * @param entries files that are shipped by themselves
 * @param own those of them that every host has
 */
export function sharedModules(
  { inputs }: Metafile,
  entries: readonly string[],
  own: readonly string[],
): string[] {
  const users = new Map<string, number>()
  for (const entry of entries) {
    for (const file of reached(inputs, entry)) users.set(file, (users.get(file) ?? 0) + 1)
  }
  const ordered = new Set(own.flatMap((entry) => reached(inputs, entry)))
  return [...ordered].filter((file) => !entries.includes(file) && (users.get(file) ?? 0) > 1)
}

/** Depth first, as modules are evaluated. */
function reached(inputs: Metafile['inputs'], entry: string): string[] {
  const started = new Set<string>()
  const done: string[] = []
  const visit = (file: string): void => {
    if (started.has(file)) return
    started.add(file)
    for (const { path, external } of inputs[file]?.imports ?? []) if (!external) visit(path)
    done.push(file)
  }
  visit(entry)
  return done
}

/**
 * One file for all that is shared. By itself the bundler makes one of every combination of entries that share
 * something: seventy, which tell each other their names (35 KB), and into each of which the transpiler of the host
 * brings its helpers.
 */
export function oneShared(root: string, entries: readonly string[], modules: readonly string[]): Plugin {
  return {
    name: 'one shared file',
    setup(bundler) {
      bundler.onResolve({ filter: /^kit:shared$/ }, () => ({ path: SHARED, namespace: SHARED }))
      bundler.onLoad({ filter: /.*/, namespace: SHARED }, () => ({
        contents: modules.map((path) => `import ${JSON.stringify(`./${path}`)}\n`).join(''),
        resolveDir: root,
      }))
      bundler.onLoad({ filter: /\.ts$/ }, ({ path }) => {
        if (!entries.includes(relative(root, path).split(sep).join('/'))) return undefined
        const contents = `import '${SHARED}'\n${readFileSync(path, 'utf8')}`
        return { contents, loader: 'ts', resolveDir: dirname(path) }
      })
    },
  }
}
