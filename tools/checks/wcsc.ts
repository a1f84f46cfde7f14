import path from 'node:path'
import { compilerFile, withCompiler } from './official'
import { Project } from './project'
import { findingAt, hasExtension, type Finding, type Source } from './source'

const CHECK = 'wcsc'

/** Every wxss through the official compiler. */
export function wcsc(sources: readonly Source[]): Finding[] {
  const compiler = compilerFile('wcsc')
  const sheets = sources.filter((source) => hasExtension(source, 'wxss'))
  if (!compiler || !sheets.length) return []
  const project = new Project(sources)
  const prepared = sheets.map((source) => ({ ...source, text: withPlainImports(project, source) }))
  return withCompiler(compiler, prepared, ({ run }) => {
    const { ok, errors } = run(['-db', '-pc', String(sheets.length), ...sheets.map((source) => source.path)])
    return ok ? [] : read(errors, sheets)
  })
}

/** The compiler knows only relative imports; from the root, or through the mount, it finds nothing. */
function withPlainImports(project: Project, source: Source): string {
  return source.text.replace(
    /(@import\s+)(["'])([^"']+)\2/g,
    (whole, start: string, quote: string, target: string) => {
      const file = project.resolve(source.path, target)
      if (!project.get(file)) return whole
      const plain = path.posix.relative(path.posix.dirname(source.path), file)
      return `${start}${quote}${plain.startsWith('.') ? plain : `./${plain}`}${quote}`
    },
  )
}

function read(errors: string, sheets: readonly Source[]): Finding[] {
  const bySource = new Map(sheets.map((source) => [source.path, source]))
  const findings = errors.split('\n').flatMap((line) => {
    const text = line.replace(/^ERR: /, '').trim()
    const placed = /^(.+?)\((\d+):(\d+)\):\s*(.*)$/.exec(text)
    if (placed) {
      const [, file = '', at, column, message = ''] = placed
      return [{ file, line: Number(at), column: Number(column), message, check: CHECK }]
    }
    const missing = /^path `(.+)` not found from `(.+)`/.exec(text)
    const from = missing && bySource.get(missing[2] ?? '')
    if (!from) return []
    const target = missing[1] ?? ''
    return [
      findingAt(from, from.text.indexOf(target), `import of a file that does not exist: ${target}`, CHECK),
    ]
  })
  const [first] = sheets
  if (findings.length || !first) return findings
  return [findingAt(first, 0, errors.trim() || 'the compiler failed', CHECK)]
}
