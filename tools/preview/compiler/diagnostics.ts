import { relative } from 'node:path'

/** One thing wrong in the mini program's source. Line and column count from 1. */
export interface Diagnostic {
  file: string
  message: string
  line?: number
  column?: number
}

/** Thrown where compiling one file cannot go on. */
export class CompileError extends Error {
  constructor(readonly diagnostic: Diagnostic) {
    super(formatDiagnostic(diagnostic))
  }
}

export function formatDiagnostic({ file, line, column, message }: Diagnostic, base = process.cwd()): string {
  const name = relative(base, file)
  const position = [name.startsWith('..') ? file : name, line, column].filter((part) => part !== undefined)
  return `${position.join(':')} ${message}`
}

/** The line (from 1) of the first occurrence of `needle`, or 1. */
export function lineOf(text: string, needle: string): number {
  const index = text.indexOf(needle)
  return index < 0 ? 1 : lineAt(text, index)
}

function lineAt(text: string, index: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at >= 0 && at < index; at = text.indexOf('\n', at + 1)) line += 1
  return line
}
