import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What one way to integrate costs, bytes after compilation by the official tools. */
export interface Figures {
  readonly flow: string
  /** Its place in the table. */
  readonly order: number
  readonly main: number
  readonly subpackage: number
  readonly kit: number
  readonly debug: number
}

/** Leaves the figures for the table that the command prints at its end. */
export function recordFigures(figures: Figures): void {
  const folder = process.env.PACKAGE_FIGURES
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${figures.flow}.json`), JSON.stringify(figures))
}
