/** A mistake of the person at the command line: told in one sentence. */
export class UsageError extends Error {}

/** @throws UsageError when what was given is no whole number, or too large */
export function numberOf(flag: string, text: string, maximum: number): number {
  const value = Number(text)
  if (/^\d+$/.test(text) && value <= maximum) return value
  throw new UsageError(`${flag} must be a number from 0 to ${maximum}, not "${text}".`)
}

export const portOf = (flag: string, text: string): number => numberOf(flag, text, 65535)

/** Starts what listens. A port that somebody else has is a sentence, not a stack. */
export async function listening<T>(flag: string, port: number, start: () => Promise<T>): Promise<T> {
  try {
    return await start()
  } catch (error) {
    if ((error as { code?: string }).code !== 'EADDRINUSE') throw error
    throw new UsageError(`Port ${port} is taken; choose another one with ${flag}`, { cause: error })
  }
}
