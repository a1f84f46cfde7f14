import type { Finding, Source } from '../source'

/** Files for a check, from a map of path and text. */
export function files(texts: Readonly<Record<string, string>>): Source[] {
  return Object.entries(texts).map(([path, text]) => ({ path, text }))
}

/** Findings as `file:line:column message`, short enough to compare. */
export function lines(findings: readonly Finding[]): string[] {
  return findings.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`)
}
