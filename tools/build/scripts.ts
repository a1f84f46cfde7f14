import { build, transform, type BuildOptions, type Plugin } from 'esbuild'
import { join, relative, sep } from 'node:path'
import { oneShared, sharedModules } from './chunks'
import { componentsOf } from './components'
import type { PackageFile } from './files'
import { oneSetOfKeys } from './languages'
import { packagesOf } from './licenses'

/** The oldest engine that runs the package. */
const TARGET = 'es2018'

/** What a host imports by itself, beside the components. */
export const MODULES = ['debug/GenerateTestUserSig', 'setup']

/** The same, but one with the components: what a host registers there is what they find. */
export const EXTENSIONS = 'extend'

/** What a host imports that has calls: it hands its engine over to the component there. */
export const CALLS = 'calls'

export interface Scripts {
  readonly files: readonly PackageFile[]
  /** The npm packages that parts of them come from. */
  readonly packages: readonly string[]
}

/**
 * The scripts of components and modules, with what they share in files of its own, so that nothing is packed
 * twice. CommonJS: it needs no transpiler on the host's side, and the parser of "build npm" accepts it.
 */
export async function scriptFiles(root: string, components: readonly string[]): Promise<Scripts> {
  const entries = [...components, EXTENSIONS, CALLS]
  const shared = await bundle(root, entries, await together(root, entries))
  // Each in one file: a host that keeps the kit in a subpackage copies them to its main package.
  const alone = await Promise.all(MODULES.map((module) => bundle(root, [module])))
  const all = [shared, ...alone]
  return {
    files: all.flatMap(({ files }) => files),
    packages: packagesOf(all.flatMap(({ sources }) => sources)),
  }
}

/**
 * What the kit's own files hand to each other, as plain assignments: the usual form brings 500 bytes of helpers into
 * each of them. The names are made by the bundler, once all of them have their values.
 */
function plainExports(text: string): string {
  return text.replace(/export\s*\{([^}]*)\};?\s*$/, (_, list: string) =>
    list
      .split(',')
      .map((item) => {
        const [local = '', name = local] = item.trim().split(/\s+as\s+/)
        return `exports.${name}=${local};`
      })
      .join(''),
  )
}

const script = (entry: string): string => `${entry}.ts`

/** Puts what the kit's entries share into one file; what hosts without calls do not use is not in it. */
async function together(root: string, entries: readonly string[]): Promise<Plugin> {
  const { metafile } = await build({ ...options(root, entries), metafile: true })
  const own = [...componentsOf(root, ['index']), EXTENSIONS]
  const scripts = entries.map(script)
  return oneShared(root, scripts, sharedModules(metafile, scripts, own.map(script)))
}

const options = (root: string, entries: readonly string[]) =>
  ({
    absWorkingDir: root,
    entryPoints: entries.map(script),
    outbase: root,
    outdir: join(root, 'dist'),
    bundle: true,
    write: false,
    logLevel: 'silent',
  }) satisfies BuildOptions

async function bundle(
  root: string,
  entries: readonly string[],
  ...plugins: Plugin[]
): Promise<{ files: PackageFile[]; sources: string[] }> {
  const { outputFiles, metafile } = await build({
    ...options(root, entries),
    splitting: entries.length > 1,
    format: 'esm',
    target: TARGET,
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    chunkNames: 'shared/[hash]',
    metafile: true,
    plugins: [oneSetOfKeys, ...plugins],
  })
  const files = await Promise.all(
    outputFiles.map(async ({ path, text }) => {
      const { code } = await transform(entries.length > 1 ? plainExports(text) : text, {
        format: 'cjs',
        target: TARGET,
        minify: true,
        charset: 'utf8',
        loader: 'js',
      })
      return { path: relative(join(root, 'dist'), path).split(sep).join('/'), content: code }
    }),
  )
  return { files, sources: Object.keys(metafile.inputs) }
}
