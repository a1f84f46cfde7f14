/** One file of the repository; `path` is relative to its root, with forward slashes. Binary files have no text. */
export interface Source {
  readonly path: string
  readonly text: string
}

export interface Finding {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly message: string
  readonly check: string
}

export type Check = (sources: readonly Source[]) => Finding[]

/** Makes a finding from an offset in the file, so that checks never count lines themselves. */
export function findingAt(source: Source, offset: number, message: string, check: string): Finding {
  const before = source.text.slice(0, Math.max(0, offset))
  const line = before.split('\n').length
  const column = before.length - before.lastIndexOf('\n')
  return { file: source.path, line, column, message, check }
}

export function formatFinding({ file, line, column, message, check }: Finding): string {
  return `${file}:${line}:${column} ${message} (${check})`
}

export function hasExtension(source: Source, ...extensions: string[]): boolean {
  return extensions.some((extension) => source.path.endsWith(`.${extension}`))
}

export function isTest({ path }: Source): boolean {
  return /\.test\.[jt]s$/.test(path)
}

/** The kit's own view code: the root component and everything under `components/`. */
export function isKitView({ path }: Source): boolean {
  return path.startsWith('components/') || /^index\.\w+$/.test(path)
}

/** Replaces every match by blanks of the same length, so that offsets stay valid. */
export function blank(text: string, pattern: RegExp): string {
  return text.replace(pattern, (match) => match.replace(/[^\n]/g, ' '))
}
