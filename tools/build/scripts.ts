import { build, transform } from 'esbuild'
import { join, relative, sep } from 'node:path'
import type { PackageFile } from './files'
import { packagesOf } from './licenses'

/** The oldest engine that runs the package. */
const TARGET = 'es2018'

/** What a host imports by itself, beside the components. */
export const MODULES = ['debug/GenerateTestUserSig', 'setup']

/** The same, but one with the components: what a host registers there is what they find. */
export const EXTENSIONS = 'extend'

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
  const shared = await bundle(root, [...components, EXTENSIONS])
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

async function bundle(
  root: string,
  entries: readonly string[],
): Promise<{ files: PackageFile[]; sources: string[] }> {
  const outdir = join(root, 'dist')
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: entries.map((entry) => `${entry}.ts`),
    outbase: root,
    outdir,
    bundle: true,
    splitting: entries.length > 1,
    format: 'esm',
    target: TARGET,
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    chunkNames: 'shared/[hash]',
    write: false,
    metafile: true,
    logLevel: 'silent',
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
      return { path: relative(outdir, path).split(sep).join('/'), content: code }
    }),
  )
  return { files, sources: Object.keys(metafile.inputs) }
}
