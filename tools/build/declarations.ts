import { join, posix, relative, sep } from 'node:path'
import ts from 'typescript'
import type { PackageFile } from './files'

/** `import … from './x'`, `export … from './x'`, `import('./x')`. */
const IMPORT = /(?:from\s*|import\()['"](\.[^'"]+)['"]/g

/**
 * The declarations of what hosts import, and of the types that these mention; nothing else.
 * @throws Error with the compiler's words when the sources do not compile
 */
export function declarationFiles(root: string, entries: readonly string[]): PackageFile[] {
  const emitted = emit(root, entries)
  const kept = new Map<string, string>()
  const visit = (path: string): void => {
    const text = emitted.get(path)
    if (text === undefined) throw new Error(`${path} is imported by a declaration and does not exist`)
    if (kept.has(path)) return
    kept.set(path, text)
    for (const [, target = ''] of text.matchAll(IMPORT)) {
      const module = posix.join(posix.dirname(path), target)
      visit(emitted.has(`${module}.d.ts`) ? `${module}.d.ts` : `${module}/index.d.ts`)
    }
  }
  for (const entry of entries) visit(`${entry}.d.ts`)
  return [...kept].map(([path, content]) => ({ path, content }))
}

function emit(root: string, entries: readonly string[]): Map<string, string> {
  const config = ts.readConfigFile(join(root, 'tsconfig.json'), (file) => ts.sys.readFile(file))
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, root)
  const program = ts.createProgram(
    entries.map((entry) => join(root, `${entry}.ts`)),
    { ...options, noEmit: false, declaration: true, emitDeclarationOnly: true, rootDir: root, outDir: root },
  )
  const emitted = new Map<string, string>()
  const { diagnostics } = program.emit(undefined, (file, text) => {
    emitted.set(relative(root, file).split(sep).join('/'), text)
  })
  const errors = diagnostics.filter(({ category }) => category === ts.DiagnosticCategory.Error)
  if (errors.length > 0) {
    throw new Error(
      errors.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')).join('\n'),
    )
  }
  return emitted
}
