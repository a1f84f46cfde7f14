import { colors } from './colors'
import { docTwins } from './doc-twins'
import { docs } from './docs'
import { han } from './han'
import { jsonLint } from './json-lint'
import { locales } from './locales'
import { compilerFile } from './official'
import { platformWx } from './platform-wx'
import { skyline } from './skyline'
import type { Check, Finding, Source } from './source'
import { tokens } from './tokens'
import { wcc } from './wcc'
import { wcsc } from './wcsc'
import { wxmlLint } from './wxml-lint'
import { wxssLint } from './wxss-lint'

export const CHECKS: Readonly<Record<string, Check>> = {
  wcc,
  wcsc,
  'wxml-lint': wxmlLint,
  'json-lint': jsonLint,
  'wxss-lint': wxssLint,
  skyline,
  han,
  colors,
  tokens,
  locales,
  'platform-wx': platformWx,
  docs,
  'doc-twins': docTwins,
}

const COUNTED = ['wxml', 'wxss', 'wxs', 'json', 'ts']

export interface Report {
  readonly findings: readonly Finding[]
  readonly skipped: readonly string[]
  /** What was looked at, for a line such as "12 wxml, 10 wxss". */
  readonly counts: Readonly<Record<string, number>>
}

export function runChecks(sources: readonly Source[]): Report {
  const findings = Object.values(CHECKS).flatMap((check) => check(sources))
  findings.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column)
  const skipped = (['wcc', 'wcsc'] as const)
    .filter((name) => !compilerFile(name))
    .map((name) => `${name} skipped: no official compiler for this platform`)
  const count = (extension: string): number =>
    sources.filter(({ path }) => path.endsWith(`.${extension}`)).length
  return { findings, skipped, counts: Object.fromEntries(COUNTED.map((name) => [name, count(name)])) }
}
