import path from 'node:path'
import { compilerFile, withCompiler } from './official'
import { Project } from './project'
import { findingAt, hasExtension, type Finding, type Source } from './source'

const CHECK = 'wcc'

/** Every wxml through the official compiler. */
export function wcc(sources: readonly Source[]): Finding[] {
  const compiler = compilerFile('wcc')
  const templates = sources.filter((source) => hasExtension(source, 'wxml'))
  if (!compiler || !templates.length) return []
  const project = new Project(sources)
  const scripts = sources.filter((source) => hasExtension(source, 'wxs'))
  const scriptPaths = scripts.map((source) => source.path)
  const prepared = templates.map((source) => ({ ...source, text: withPlainPaths(project, source) }))
  return withCompiler(compiler, [...prepared, ...scripts], ({ run }) => {
    const compile = (files: readonly Source[]) => {
      return run(['-d', '-cc', '0', ...files.map((file) => file.path), ...scriptPaths, '-gn', '$gwx'])
    }
    // It stops at the first error, so only a failure costs one run per file.
    if (compile(templates).ok) return []
    const findings = templates.flatMap((source) => {
      const { ok, errors } = compile([source])
      return ok ? [] : read(errors, sources, source)
    })
    return once(findings)
  })
}

/** The compiler knows only relative paths between the files it was given. */
function withPlainPaths(project: Project, source: Source): string {
  return source.text.replace(
    /(<wxs\b[^>]*?\ssrc=)(["'])([^"']+)\2/g,
    (whole, start: string, quote: string, src: string) => {
      const target = project.resolve(source.path, src)
      if (!project.get(target)) return whole
      return start + quote + path.posix.relative(path.posix.dirname(source.path), target) + quote
    },
  )
}

function read(errors: string, sources: readonly Source[], compiled: Source): Finding[] {
  const lines = errors.split('\n').filter((line) => line.trim())
  const findings = lines.flatMap((line) => {
    const match = /^(?:ERR: )?(.+?):(\d+):(\d+):\s*(.*)$/.exec(line)
    const [, file = '', at, column, message = ''] = match ?? []
    if (!match || !sources.some((source) => source.path === file)) return []
    return [{ file, line: Number(at), column: Number(column), message, check: CHECK }]
  })
  return findings.length
    ? findings
    : [findingAt(compiled, 0, lines.join(' ') || 'the compiler failed', CHECK)]
}

/** A bad wxs file fails every template. */
function once(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()]
}
