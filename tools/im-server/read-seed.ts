import { readFileSync } from 'node:fs'
import { UsageError } from '../ports'
import { parseSeed, SeedError, type Seed } from './seed'

/** @throws UsageError when the file cannot be read or is no seed */
export function readSeed(file: string): Seed {
  let text
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw new UsageError(`The seed file ${file} cannot be read.`)
  }
  try {
    return parseSeed(JSON.parse(text))
  } catch (error) {
    if (error instanceof SeedError || error instanceof SyntaxError) {
      throw new UsageError(`The seed file ${file} is not valid: ${error.message}.`)
    }
    throw error
  }
}
